import OfficialForm

/// Categories (类) that are named without their sign: 教育支出10万元, 占…%.
struct CategoryNames {
    /// The names of categories over the years, as far as prose names them, with and without the closing 支出.
    private static let names: [[Unicode.Scalar]] = FormCategory.all.filter(\.isNamedInText).flatMap(\.names).flatMap {
        name in
        // 社会保障与就业支出 is written as often as with 和.
        [name, name.replacing("和", with: "与")].filter { $0 == name || name.holds("和") }
    }.flatMap { name in
        name.closes(with: "支出") ? [name, String(name.dropLast(2))] : [name]
    }.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

    private static let ending: [Unicode.Scalar] = ["支", "出"]

    /// The categories of a stretch that a figure follows at once, in order.
    static func mentions(in text: FoldedText, _ range: Range<Int>) -> [SubjectMention] {
        var result: [SubjectMention] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if let mention = mention(in: text, at: position, range)
                ?? other(in: text, at: position, range, behind: result.last)
            {
                result.append(mention)
                position = mention.range.upperBound
            } else {
                position += 1
            }
        }
        return result
    }

    /// The category that a stretch is the name of, `nil` for any other words.
    static func name(in text: FoldedText, _ range: Range<Int>) -> String? {
        for name in names where text.hasPrefix(name, at: range.lowerBound) {
            let rest = range.lowerBound + name.count
            guard rest == range.upperBound, name.suffix(2) == ending[...] else { continue }
            return String(String.UnicodeScalarView(name))
        }
        return nil
    }

    /// Where the name of a category with its closing 支出 ends that stands at a position; `nil` where none does.
    static func opening(in text: FoldedText, at start: Int, limit: Int) -> Int? {
        names.first { $0.suffix(2) == ending[...] && start + $0.count <= limit && text.hasPrefix($0, at: start) }
            .map { start + $0.count }
    }

    private static let rest = Array("其他支出".unicodeScalars)

    /// 其他支出 behind another category of a list; alone it is any other expenditure.
    private static func other(
        in text: FoldedText, at start: Int, _ range: Range<Int>, behind last: SubjectMention?
    ) -> SubjectMention? {
        guard text.scalars[start] == "其", let last, start - last.range.upperBound <= 40,
            text.hasPrefix(rest, at: start) || start > 0 && text.hasPrefix(["\""] + rest, at: start - 1),
            begins(text, at: start, from: range.lowerBound),
            !text.scalars[last.range.upperBound..<start].contains("。"), !follows(text, start)
        else { return nil }
        let end = start + rest.count
        guard statesFigure(text, from: end, limit: range.upperBound) else { return nil }
        return SubjectMention(category: "其他支出", section: nil, item: nil, code: nil, range: start..<end)
    }

    /// Whether 其中 stands right before: a part of something else.
    private static func follows(_ text: FoldedText, _ start: Int) -> Bool {
        text.hasPrefix(["其", "中"], at: start - 2) || text.hasPrefix(["其", "中", ":"], at: start - 3)
    }

    private static func mention(in text: FoldedText, at start: Int, _ range: Range<Int>) -> SubjectMention? {
        guard begins(text, at: start, from: range.lowerBound),
            let name = names.first(where: { text.hasPrefix($0, at: start) })
        else { return nil }
        let end = start + name.count
        // 教育10万元 is told as a category only where the amount follows at once.
        let isWhole = name.suffix(2) == ending[...]
        if !isWhole, end >= range.upperBound || !ScalarFolding.isDigit(text.scalars[end]) { return nil }
        guard end < range.upperBound, statesFigure(text, from: end, limit: range.upperBound) else { return nil }
        return SubjectMention(
            category: String(String.UnicodeScalarView(isWhole ? name : name + ending)), section: nil, item: nil,
            code: nil,
            range: start..<end)
    }

    /// Whether a name may begin here: behind a stop, a number of the outline, a quotation mark, a code.
    private static func begins(_ text: FoldedText, at position: Int, from lowest: Int) -> Bool {
        guard position > lowest else { return true }
        switch text.scalars[position - 1] {
        case "，", ",", "。", "；", ";", ":", "、", "\"", ")", ".", "0"..."9", "括", "含", "于": return true
        // 本年支出中教育支出90万元
        case "中":
            return position >= 2 && (text.scalars[position - 2] == "其" || text.hasPrefix(ending, at: position - 3))
        default:
            guard let mark = text.marks.last(before: position) else { return false }
            return mark.end == position || mark.titleEnd == position
        }
    }

    private static let classWords = ["类级", "类", "科目"].map { Array($0.unicodeScalars) }

    /// Whether an amount follows, or the words that announce one.
    private static func statesFigure(_ text: FoldedText, from start: Int, limit: Int) -> Bool {
        var position = start
        while position < limit, text.scalars[position] == "\"" || text.scalars[position] == "为" { position += 1 }
        for word in classWords where text.hasPrefix(word, at: position) { position += word.count }
        guard position < limit else { return false }
        if ScalarFolding.isDigit(text.scalars[position]) { return true }
        return if case .aspect = Lexicon.match(text, at: position, end: limit)?.cue { true } else { false }
    }
}
