/// What a document is, told by its bytes; names are not trusted.
enum DocumentFormat: Hashable, Sendable {
    case pdf
    /// A ZIP container: XLSX, DOCX or something else packed.
    case container
    /// An old office file: `.doc`, `.xls`, `.wps`.
    case compound
    /// Another form that an office program can turn into one of ours.
    case foreign(name: String, ending: String, target: OfficeConversion.Target)
    case html
    case text
    /// A picture or an archive, by its name.
    case picture(String)
    case archive(String)

    /// The format of some bytes.
    static func detect(_ bytes: [UInt8]) -> DocumentFormat {
        for (mark, format) in marks where bytes.starts(with: mark) { return format }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return .picture("WebP")
        }
        if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return .pdf }
        return markup(bytes) ?? .text
    }

    private static let marks: [([UInt8], DocumentFormat)] = [
        ([0x50, 0x4B, 0x03, 0x04], .container), ([0x50, 0x4B, 0x05, 0x06], .container),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
        (Array("{\\rtf".utf8), .foreign(name: "RTF", ending: "rtf", target: .document)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture("PNG")), ([0xFF, 0xD8, 0xFF], .picture("JPEG")),
        (Array("GIF8".utf8), .picture("GIF")), ([0x49, 0x49, 0x2A, 0x00], .picture("TIFF")),
        ([0x4D, 0x4D, 0x00, 0x2A], .picture("TIFF")), ([0x42, 0x4D], .picture("BMP")),
        (Array("Rar!".utf8), .archive("RAR")), ([0x1F, 0x8B], .archive("gzip")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7-Zip")),
    ]

    /// HTML, or another form of markup.
    private static func markup(_ bytes: [UInt8]) -> DocumentFormat? {
        // In UTF-16 every other byte of a tag is zero.
        let start = Charset.marked(bytes)?.length ?? 0
        let head = bytes.dropFirst(start).prefix(4096).filter { $0 != 0 }
        let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        let words = text.drop { "? \t\r\n".contains($0) }
        if words.opens(with: "mime-version:"), text.holds("text/html") {
            return .foreign(name: "MHTML", ending: "mht", target: .document)
        }
        guard words.opens(with: "<") else {
            // A title and a date may stand before what was copied out of a page.
            let ends = ["</p>", "</div>", "</span>", "</td>", "</tr>"]
            return ends.reduce(0) { $0 + text.split(separator: $1).count - 1 } >= 3 ? .html : nil
        }
        if text.holds("urn:schemas-microsoft-com:office:spreadsheet"), !text.holds("<html") {
            return .foreign(name: "Excel 2003 XML", ending: "xml", target: .workbook)
        }
        if text.holds("schemas.microsoft.com/office/word/2003"), !text.holds("<html") {
            return .foreign(name: "Word 2003 XML", ending: "xml", target: .document)
        }
        let tags = [
            "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<p>", "<p ", "<h1", "<!--",
        ]
        return tags.contains { text.holds($0) } ? .html : nil
    }
}

extension Collection<UInt8> {
    /// Where some bytes stand.
    func firstRange(of pattern: [UInt8]) -> Range<Index>? {
        guard let first = pattern.first else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start] == first, self[start...].starts(with: pattern) {
                return start..<index(start, offsetBy: pattern.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
