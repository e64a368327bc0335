/// Words that stand on one line of a page, from left to right.
struct VisualLine: Sendable {
    var words: [WordBox]
    var page: Int

    var xMin: Float { words.first?.xMin ?? 0 }
    var xMax: Float { words.map(\.xMax).max() ?? 0 }
    var centerY: Float { words.reduce(0) { $0 + $1.centerY } / Float(max(1, words.count)) }
    var height: Float { words.map(\.height).max() ?? 0 }

    /// The words joined; a blank where there was a gap.
    var scalars: [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for word in words {
            if !result.isEmpty { result.append(" ") }
            result += word.scalars
        }
        return result
    }

    /// The words joined without blanks, in folded form.
    var folded: String { TableText.folded(words.flatMap(\.scalars)) }

    /// The lines of a page from top to bottom.
    ///
    /// Words of different fonts on one line differ in height by a little; half the height of the smaller
    /// one is the tolerance.
    static func lines(of page: PDFPage) -> [VisualLine] {
        var lines: [VisualLine] = []
        var center: Float = 0
        for word in page.words.sorted(by: { $0.centerY < $1.centerY }) {
            if var last = lines.last, abs(word.centerY - center) < 0.45 * min(word.height, last.words[0].height) {
                last.words.append(word)
                lines[lines.count - 1] = last
            } else {
                lines.append(VisualLine(words: [word], page: page.number))
                center = word.centerY
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.xMin < $1.xMin } }
        return lines
    }
}
