/// Reads the terms that a document explains: 名词解释, 一、财政拨款收入：指…
enum GlossaryReader {
    /// The terms of every part or chapter on terms, one for each number of its list.
    static func terms(in text: FoldedText) -> [GlossaryTerm] {
        var terms: [GlossaryTerm] = []
        for (index, mark) in text.marks.enumerated() where mark.level <= 1 && isTitle(mark, in: text) {
            let items = text.marks[(index + 1)...].prefix { $0.level > mark.level }
            let end = text.marks[(index + 1)...].dropFirst(items.count).first?.start ?? text.scalars.count
            let ends = items.dropFirst().map(\.start) + [end]
            terms += zip(items, ends).compactMap { term(in: text, $0.end..<max($0.end, $1)) }
        }
        return terms
    }

    private static let title = Array("名词解释".unicodeScalars)

    private static func isTitle(_ mark: OutlineMark, in text: FoldedText) -> Bool {
        text.firstIndex(of: title, in: mark.end..<min(mark.end + 12, text.scalars.count)) != nil
    }

    /// The words before the first colon, and those behind it; `nil` where no colon stands near the beginning.
    private static func term(in text: FoldedText, _ range: Range<Int>) -> GlossaryTerm? {
        guard let colon = text.scalars[range].prefix(60).firstIndex(of: ":"), colon > range.lowerBound,
            !text.scalars[range.lowerBound..<colon].contains("。")
        else { return nil }
        let definition = Sentence.words(colon + 1..<range.upperBound, in: text)
        guard !definition.isEmpty else { return nil }
        return GlossaryTerm(
            term: Sentence.words(range.lowerBound..<colon, in: text), definition: definition,
            page: text.page(at: range.lowerBound))
    }
}
