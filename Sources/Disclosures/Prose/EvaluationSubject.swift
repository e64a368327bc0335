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
        if let current, text.firstIndex(of: thisProject, in: range) != nil { return current }
        return nil
    }

    private struct Sign: Sendable {
        var scalars: [Unicode.Scalar]
        var announcesScore = false
        var isOverall = false
    }

    private static let thisProject = Array("本项目".unicodeScalars)

    private static let signs: [Sign] =
        ["绩效自评综述", "自评综述", "绩效自评得分", "自评得分"].map { Sign(scalars: Array($0.unicodeScalars), announcesScore: true) }
        + ["预算资金", "绩效评价共设置"].map { Sign(scalars: Array($0.unicodeScalars)) }
        + ["部门整体", "部门支出预算", "部门预算执行率"].map { Sign(scalars: Array($0.unicodeScalars), isOverall: true) }

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
