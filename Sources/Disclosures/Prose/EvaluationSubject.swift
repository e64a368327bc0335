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
            if let (kind, name) = named(words) {
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

    /// 2023年度城市管理项目 is the project 城市管理; …街道办事处2023年整体 is the whole of that body.
    private static func named(_ words: String) -> (Evaluation.Kind, String)? {
        var name = Substring(words)
        if let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }), name[open...].contains("简称") {
            name = name[..<open]
        }
        name = withoutLeadingYear(name)
        if name.hasSuffix("整体") { return (.overall, String(withoutTrailingYear(name.dropLast(2)))) }
        guard name.hasSuffix("项目") else { return nil }
        name = name.dropLast(2)
        let quotes: Set<Character> = ["“", "”", "\"", "、"]
        while let first = name.first, quotes.contains(first) { name = name.dropFirst() }
        while let last = name.last, quotes.contains(last) { name = name.dropLast() }
        return name.isEmpty || name == "本" || name == "部门" ? nil : (.project, String(name))
    }

    /// The project that the words before 自评表 name: 城市管理 in 2023年度城市管理项目; `nil` for forms' own words.
    static func projectName(_ words: String) -> String? {
        guard let (kind, name) = named(words), kind == .project, !["支出", "预算", "财政"].contains(name) else { return nil }
        return name
    }

    private static func withoutLeadingYear(_ words: Substring) -> Substring {
        guard words.prefix(while: \.isNumber).count == 4 else { return words }
        let rest = words.dropFirst(4)
        return rest.hasPrefix("年度") ? rest.dropFirst(2) : rest.hasPrefix("年") ? rest.dropFirst() : words
    }

    private static func withoutTrailingYear(_ words: Substring) -> Substring {
        var rest = words
        if rest.hasSuffix("度") { rest = rest.dropLast() }
        guard rest.hasSuffix("年") else { return words }
        rest = rest.dropLast()
        while let last = rest.last, last.isNumber || last == " " { rest = rest.dropLast() }
        return rest
    }
}
