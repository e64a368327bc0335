/// Makes PDFs whose pages are pictures, as scanners do.
package enum PictureDocument {
    /// Bytes that are no JPEG.
    package struct NoPicture: Error {}

    /// Width and height in the frame header of a JPEG.
    private static func size(ofJPEG bytes: [UInt8]) -> (width: Int, height: Int, isGray: Bool)? {
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            if (0xC0...0xC2).contains(marker) {
                let height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
                return (Int(bytes[position + 7]) << 8 | Int(bytes[position + 8]), height, bytes[position + 9] == 1)
            }
            position += 2 + length
        }
        return nil
    }

    /// A PDF with a page for each picture.
    ///
    /// - Parameters:
    ///   - jpegs: the pictures, in colour.
    ///   - resolution: their pixels an inch.
    package static func file(of jpegs: [[UInt8]], resolution: Int) throws -> [UInt8] {
        let pictures = try jpegs.map { jpeg in
            guard let size = size(ofJPEG: jpeg) else { throw NoPicture() }
            return (jpeg: jpeg, width: size.width, height: size.height, isGray: size.isGray)
        }

        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func object(_ text: String, stream: [UInt8]? = nil) {
            offsets.append(file.count)
            file += Array("\(offsets.count) 0 obj\n\(text)\n".utf8)
            if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
            file += Array("endobj\n".utf8)
        }
        let kids = pictures.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        object("<< /Type /Catalog /Pages 2 0 R >>")
        object("<< /Type /Pages /Kids [\(kids)] /Count \(pictures.count) >>")
        for (index, picture) in pictures.enumerated() {
            let (width, height) = (picture.width * 72 / resolution, picture.height * 72 / resolution)
            let first = 3 + 3 * index
            object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(first + 1) 0 R "
                    + "/Resources << /XObject << /I \(first + 2) 0 R >> >> >>")
            let drawing = Array("q \(width) 0 0 \(height) 0 0 cm /I Do Q".utf8)
            object("<< /Length \(drawing.count) >>", stream: drawing)
            object(
                "<< /Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) "
                    + "/ColorSpace /\(picture.isGray ? "DeviceGray" : "DeviceRGB") /BitsPerComponent 8 /Filter /DCTDecode /Length \(picture.jpeg.count) >>",
                stream: picture.jpeg)
        }
        let start = file.count
        file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        file += Array("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}
