import OfficialForm

/// Whose self-evaluation a sentence speaks of.
struct EvaluationSubject: Hashable, Sendable {
    var kind: Evaluation.Kind
    /// The project, or the body; empty for 部门整体 without a name.
    var name: String
    /// Whether the sentence announces a mark of its own (自评得分, 自评综述).
    var announcesScore: Bool

    /// Finds the subject of a sentence; `nil` when it names none.
    ///
    /// - Parameter current: the project spoken of last, for sentences that say 本项目.
    static func find(in text: FoldedText, _ range: Range<Int>, current: EvaluationSubject?) -> EvaluationSubject? {
        for sign in signs {
            guard let position = text.firstIndex(of: sign.scalars, in: range) else { continue }
            if sign.isOverall { return EvaluationSubject(kind: .overall, name: "", announcesScore: true) }
            let words = words(before: position, in: text, from: range.lowerBound)
            if let (kind, name) = EvaluationName.named(words) {
                return EvaluationSubject(kind: kind, name: name, announcesScore: sign.announcesScore)
            }
        }
        // “湿地补水”项目全年预算数120万元，执行数118万元，自评得分97分
        if let budget = budgets.lazy.compactMap({ text.firstIndex(of: $0, in: range) }).first,
            text.firstIndex(of: executed, in: range) != nil,
            let (kind, name) = EvaluationName.named(words(before: budget, in: text, from: range.lowerBound)),
            kind == .project
        {
            return EvaluationSubject(
                kind: kind, name: name, announcesScore: text.firstIndex(of: score, in: range) != nil)
        }
        if let current, text.firstIndex(of: thisProject, in: range) != nil { return current }
        return nil
    }

    private struct Sign: Sendable {
        var scalars: [Unicode.Scalar]
        var announcesScore = false
        var isOverall = false
    }

    private static let budgets = ["全年预算", "年初预算", "预算数"].map { Array($0.unicodeScalars) }
    private static let executed = Array("执行数".unicodeScalars)
    private static let score = Array("自评得分".unicodeScalars)
    private static let thisProject = Array("本项目".unicodeScalars)

    private static let signs: [Sign] =
        ["绩效自评综述", "自评综述", "绩效自评得分", "自评得分"].map { Sign(scalars: Array($0.unicodeScalars), announcesScore: true) }
        + ["预算资金", "绩效评价共设置"].map { Sign(scalars: Array($0.unicodeScalars)) }
        + ["部门整体", "整体支出绩效", "部门支出预算", "部门预算执行率"].map { Sign(scalars: Array($0.unicodeScalars), isOverall: true) }

    private static func words(before position: Int, in text: FoldedText, from lowest: Int) -> String {
        var start = position
        let lowest = max(lowest, text.marks.last(before: position)?.end ?? lowest)
        while start > lowest {
            switch text.scalars[start - 1] {
            case "。", "；", "，", ",", ":": return text.quote(start..<position)
            default: start -= 1
            }
        }
        return text.quote(start..<position)
    }
}
