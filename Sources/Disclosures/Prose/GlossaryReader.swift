/// Reads the terms that a document explains: 一、财政拨款收入：指…
enum GlossaryReader {
    /// The terms of a stretch, one for each number of its list.
    static func terms(in text: FoldedText, _ range: Range<Int>) -> [GlossaryTerm] {
        let first = text.marks.index(atOrAfter: range.lowerBound)
        let marks = Array(text.marks[first...].prefix { $0.start < range.upperBound })
        return marks.indices.compactMap { index in
            let end = index + 1 < marks.count ? marks[index + 1].start : range.upperBound
            return term(in: text, marks[index].end..<max(marks[index].end, end))
        }
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
