import FinalAccounts
import OfficialForm

/// The yearly goals over the indicators of an evaluation: 年度目标1（30分）：推进法治建设.
enum YearlyGoal {
    /// The goals that the text over a table of indicators states, in order.
    static func all(in text: CellText, _ range: Range<Int>) -> [EvaluationPart] {
        var goals: [EvaluationPart] = []
        var start = range.lowerBound
        while let label = text.firstIndex(of: sign, in: start..<range.upperBound) {
            start = label + sign.count
            guard let (head, words) = head(text.folded(label..<range.upperBound)) else { continue }
            let from = label + words
            // A head that wraps stands beside its goal only up to the head itself.
            let end =
                closers.compactMap { text.firstIndex(of: $0, in: from..<range.upperBound) }.min() ?? range.upperBound
            guard from < end else { continue }
            goals.append(with(text.quote(from..<end), head))
            start = end
        }
        return goals
    }

    /// The goal that a cell states, with its words behind the colon or in the cell beside it.
    static func goal(_ cell: String, beside: String?) -> EvaluationPart? {
        let folded = TableText.folded(cell.unicodeScalars)
        guard folded.opens(with: sign), let (head, words) = head(folded) else { return nil }
        let own = TableText.compact(cell.unicodeScalars).dropFirst(words)
        if !own.isEmpty { return with(String(own), head) }
        guard let beside, !TableText.isNumber(Array(beside.unicodeScalars)), !beside.isEmpty else { return nil }
        return with(beside, head)
    }

    private static let sign = "年度目标"
    /// What opens the table under a goal.
    private static let closers = ["年度绩效指标", "绩效指标", "年度一级", "一级", "二级指标", "年度目标"]

    private static func with(_ words: String, _ head: EvaluationPart) -> EvaluationPart {
        var goal = head
        goal.words = words
        return goal
    }

    /// Number and points of a goal, and how many characters its head takes; `nil` where it has neither.
    private static func head(_ folded: String) -> (goal: EvaluationPart, length: Int)? {
        let scalars = Array(folded.unicodeScalars)
        var end = sign.unicodeScalars.count
        let numbered = end
        while end < scalars.count,
            ScalarFolding.isDigit(scalars[end]) || "一二三四五六七八九十".unicodeScalars.contains(scalars[end])
        {
            end += 1
        }
        let name = String(String.UnicodeScalarView(scalars[..<end]))
        var weight: DecimalText?
        if end < scalars.count, scalars[end] == "(", let close = scalars[end...].firstIndex(of: ")") {
            let points = String(String.UnicodeScalarView(scalars[end + 1..<close]))
            guard points.closes(with: "分"), let number = DecimalText(points.dropLast()) else { return nil }
            weight = number
            end = close + 1
        }
        guard weight != nil || end > numbered else { return nil }
        if end < scalars.count, scalars[end] == ":" { end += 1 }
        return (EvaluationPart(name: name, weight: weight), end)
    }
}
