import Foundation

/// Draws words on pages and writes them as a PDF, the same bytes for the same words.
///
/// The font is named and not embedded, and every character code is its own Unicode scalar: a viewer shows the
/// words in a font of its own, a program that extracts text gets them exactly, with their places.
struct PDFCanvas {
    private struct Page {
        var width: Double
        var height: Double
        var content: [UInt8] = []
    }

    private var pages: [Page] = []

    var pageCount: Int { pages.count }

    mutating func addPage(width: Double, height: Double) { pages.append(Page(width: width, height: height)) }

    /// Draws words whose upper left corner stands at a place, in points from the upper left of the page.
    mutating func draw(_ words: String, x: Double, y: Double, size: Double) {
        guard !words.isEmpty, let last = pages.indices.last else { return }
        var code =
            "BT /F1 \(Self.number(size)) Tf \(Self.number(x)) \(Self.number(pages[last].height - y - 0.88 * size)) Td <"
        for unit in words.utf16 {
            let digits = String(unit, radix: 16, uppercase: true)
            code += String(repeating: "0", count: 4 - digits.count) + digits
        }
        pages[last].content += Array((code + "> Tj ET\n").utf8)
    }

    /// The width of words: Latin letters and digits are half as wide as they are high.
    static func width(_ words: some StringProtocol, size: Double) -> Double {
        words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x7F ? 0.5 : 1) } * size
    }

    // MARK: Writing

    func data() -> [UInt8] {
        var objects: [[UInt8]] = []
        let kids = pages.indices.map { "\(6 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append(Array("<</Type/Catalog/Pages 2 0 R>>".utf8))
        objects.append(Array("<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>".utf8))
        objects.append(
            Array(
                "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
                    .utf8))
        objects.append(
            Array(
                """
                <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
                /Supplement 0>>/DW 1000/W[32 126 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4\
                /FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>
                """.utf8))
        objects.append(Self.stream(Self.unicodeMap))
        for (index, page) in pages.enumerated() {
            let box = "\(Self.number(page.width)) \(Self.number(page.height))"
            objects.append(
                Array(
                    """
                    <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(box)]/Contents \(7 + 2 * index) 0 R\
                    /Resources<</Font<</F1 3 0 R>>>>>>
                    """.utf8))
            objects.append(Self.stream(page.content))
        }
        return Self.file(objects)
    }

    private static func file(_ objects: [[UInt8]]) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(bytes.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        bytes += Array((table + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
        return bytes
    }

    private static func stream(_ content: [UInt8]) -> [UInt8] {
        Array("<</Length \(content.count)>>\nstream\n".utf8) + content + Array("\nendstream".utf8)
    }

    /// Every code stands for the scalar of the same number.
    private static let unicodeMap: [UInt8] = {
        var map = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CMapName /Scalars def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        let rows = (0..<256).map { high -> String in
            let digits = (high < 16 ? "0" : "") + String(high, radix: 16, uppercase: true)
            return "<\(digits)00> <\(digits)FF> <\(digits)00>\n"
        }
        // A map may list a hundred ranges at a time.
        for start in stride(from: 0, to: 256, by: 64) {
            map += "64 beginbfrange\n" + rows[start..<start + 64].joined() + "endbfrange\n"
        }
        return Array((map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").utf8)
    }()

    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let digits = String(hundredths % 100)
        return "\(hundredths / 100)." + (digits.count < 2 ? "0" : "") + digits
    }
}
