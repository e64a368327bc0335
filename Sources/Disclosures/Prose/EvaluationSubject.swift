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

/// What a whole document evaluates.
extension EvaluationSubject {
    /// The subject that the title of a report on performance names: 丙县水务局2021年度整体支出绩效自评报告, 堤防维修项目支出绩效评价报告.
    static func titled(in text: FoldedText) -> EvaluationSubject? {
        let head = 0..<min(text.scalars.count, furthestTitle)
        for report in reports {
            guard let found = text.firstIndex(of: report, in: head) else { continue }
            let start = max(0, found - longestTitle)
            // What stands before the last stop is no part of the title.
            let before = text.scalars[start..<found].lastIndex { $0 == "。" || $0 == "《" }.map { $0 + 1 } ?? start
            let words = text.words(before..<found)
            if ["整体支出", "部门整体", "单位整体"].contains(where: words.holds) {
                return EvaluationSubject(kind: .overall, name: "", announcesScore: true)
            }
            guard let name = project(before: found, from: before, in: text) else { continue }
            return EvaluationSubject(kind: .project, name: name, announcesScore: true)
        }
        return nil
    }

    /// The project that the words before 绩效自评报告 end with, on their own line or, where nothing else stands there, the one over it.
    private static func project(before end: Int, from lowest: Int, in text: FoldedText) -> String? {
        let next = text.lineStarts.partitioningIndex { $0 > end }
        let line = next > 0 ? text.lineStarts[next - 1] : 0
        let start = max(lowest, line == end && next > 1 ? text.lineStarts[next - 2] : line)
        guard start < end else { return nil }
        var words = text.words(start..<end)
        for ending in ["支出", "资金"] where words.closes(with: "项目" + ending) { words.removeLast(ending.count) }
        if let year = words.ranges(of: /20[0-9]{2}(?:年度|年)/).last { words = String(words[year.upperBound...]) }
        return EvaluationName.projectName(words)
    }

    private static let furthestTitle = 400
    private static let longestTitle = 60
    private static let reports = ["绩效评价自评报告", "绩效自评报告", "绩效评价报告"].map { Array($0.unicodeScalars) }

    /// Whether a sentence of the document that evaluates this is about it: one that states its mark, or, where it is a project, its
    /// budget or what was paid, and names nothing of the form.
    func isSpokenOf(in text: FoldedText, _ range: Range<Int>, _ tokens: [ProseToken]) -> Bool {
        var statesMoney = false
        for token in tokens {
            switch token.kind {
            case .number(let number) where number.unit == .counter("分"):
                if Self.isMark(before: number.range.lowerBound, in: text, ofDocument: true) { return true }
            case .cue(.topic), .category: return false
            case .cue(.rate), .cue(.aspect): statesMoney = true
            default: break
            }
        }
        return statesMoney && kind == .project
    }

    /// Whether the mark of the whole stands behind some words: 自评得分, and in a report on one evaluation 总分, 合计 as well.
    static func isMark(before position: Int, in text: FoldedText, ofDocument: Bool) -> Bool {
        let words = String(String.UnicodeScalarView(text.scalars[max(0, position - 8)..<position]))
        let ends = ["", "为", ":"]
        if !ofDocument { return ends.contains { words.closes(with: "得分" + $0) } }
        return marks.contains { mark in ends.contains { words.closes(with: mark + $0) } }
    }

    private static let marks = ["自评得分", "综合得分", "评价得分", "总得分", "总分", "最终得分", "自评总分", "自评分"]
}
