import Disclosures
import Platform

/// A page of a document that is kept, with the words that are looked for: the picture of a PDF's page, the text of all else.
package enum DocumentPage: Sendable {
    /// The size of the page's picture, and where the words stand.
    case picture(width: Int, height: Int, [PageView.Box])
    /// The text around the words: before, the words, behind; no words where they are not found.
    case text(before: String, words: String, behind: String)

    /// Whether a document is a PDF, whose pages can be drawn.
    package static func isPDF(_ file: SourceFile) -> Bool { file.bytes.starts(with: Array("%PDF-".utf8)) }

    /// - Parameters:
    ///   - page: the page of a PDF, counted from 1.
    ///   - read: reads a document that is no PDF.
    package init(
        of file: SourceFile, page: Int, quote: String?, read: (SourceFile) throws -> Disclosure
    ) throws {
        if Self.isPDF(file) {
            let drawn = try PageView(page: page, of: file.bytes, file: file.path)
            let boxes = try quote.map { quote throws(ReadError) in
                try PageView.boxes(of: quote, on: page, of: file.bytes, file: file.path)
            }
            self = .picture(width: drawn.width, height: drawn.height, boxes ?? [])
            return
        }
        self = Self.passage(of: quote ?? "", in: try read(file).text.printed)
    }

    /// The picture of a PDF's page as PNG.
    ///
    /// - Throws: `ReadError` where there is no such page.
    package static func picture(of file: SourceFile, page: Int) throws(ReadError) -> [UInt8] {
        try PageView(page: page, of: file.bytes, file: file.path).png
    }

    /// So many letters stand before and behind.
    private static let around = 400

    private static func passage(of quote: String, in text: [Unicode.Scalar]) -> DocumentPage {
        let wanted = quote.unicodeScalars.filter { !$0.properties.isWhitespace }
        let places = text.indices.filter { !text[$0].properties.isWhitespace }
        let letters = places.map { text[$0] }
        func string(_ range: Range<Int>) -> String {
            var string = String.UnicodeScalarView()
            string.append(contentsOf: text[range])
            return String(string)
        }
        guard !wanted.isEmpty, let found = letters.firstRange(of: Array(wanted)), !found.isEmpty else {
            return .text(before: string(0..<min(text.count, 4 * around)), words: "", behind: "")
        }
        let (first, end) = (places[found.lowerBound], places[found.upperBound - 1] + 1)
        return .text(
            before: string(max(0, first - around)..<first), words: string(first..<end),
            behind: string(end..<min(text.count, end + around)))
    }
}
