/// What a document is called by: the lines before its running text and its widest headings.
///
/// Its sort, its body and its year are all told from these, and held against the rest of the text.
struct DocumentTitles: Sendable {
    /// The lines before the first sentence, at most six.
    let lines: [Range<Int>]
    /// The titles of its parts and chapters.
    let headings: [String]
    /// The words of the beginning and of the headings, for those who look for a word among them.
    let words: String
    /// The words of the first line.
    let first: String

    init(_ text: FoldedText, outline: Outline) {
        let starts = text.lineStarts.prefix(7)
        let ends = starts.dropFirst() + [text.scalars.count]
        let all = zip(starts, ends).prefix(6).map { $0..<$1 }
        lines = Array(all.prefix { $0.count <= 60 && !text.scalars[$0].contains("。") })
        headings = outline.headings.filter { $0.level <= 1 }.prefix(12).map(\.title)
        let end = text.lineStarts.dropFirst(3).first ?? text.scalars.count
        words = Self.string(text, 0..<min(end, 120)) + headings.joined()
        first = all.first.map { Self.string(text, $0.lowerBound..<min($0.upperBound, $0.lowerBound + 80)) } ?? ""
    }

    private static func string(_ text: FoldedText, _ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text.scalars[range]))
    }
}
