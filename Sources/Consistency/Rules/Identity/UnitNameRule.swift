import Disclosures
import FinalAccounts
import Platform

/// The body's own name wherever it stands.
enum UnitNameRule: ConsistencyRule {
    static let about = RuleDescription(
        "unit-name", .identity, .error, title: Bilingual("单位名称", "The body's own name"),
        compares: Bilingual("标题、表头、说明中的单位名称与本单位名称", "the name in titles, tables and text with the body's own"),
        tolerance: Bilingual(
            "省略所在地的简称不计；个别字不同为警告", "a name without its city in front is the same; a character or two is a warning"),
        example: "上海市规划和自然资源局2024年度部门决算表（上海市普陀区规划和自然资源局）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let unit = context.disclosure.unit, unit.name.count >= 4 else { return [] }
        // What was read as the name with a year in it is no name to hold others against.
        guard !unit.name.holds("年") else { return [] }
        let name = OwnName(unit.name)
        let year = context.disclosure.fiscalYear.map { String($0.number) } ?? ""
        var found: [RuleFinding] = []
        for signal in signals(year: year) {
            for range in context.text.ranges(of: signal) {
                let words = nameRange(before: range.lowerBound, context.text)
                guard words.count >= 3 else { continue }
                if let finding = finding(words, name: name, unit: unit, context) { found.append(finding) }
            }
        }
        return found
    }

    /// Words that the body's name stands before.
    private static func signals(year: String) -> [String] {
        ["本年度没有", "所属各预算单位", "部门(单位)共有", "概况", "本级决算", "部门决算由"]
            + [year + "年度", year + "年整体", "20XX年度"].filter { $0.count > 3 }
    }

    /// The stretch in front of a signal back to the end of the clause, the heading's number or the line's beginning.
    private static func nameRange(before end: Int, _ text: TextIndex) -> Range<Int> {
        var start = end
        let stops: Set<Unicode.Scalar> = ["。", "，", ",", "；", ":", "、", "(", ")", "\"", "》", "《", " ", "%", "\u{2026}"]
        let lowest = max(0, end - 40)
        // A heading's own words stand between the parts.
        let span = text.document.span(at: max(0, end - 1)).flatMap { $0.range.lowerBound < end ? $0 : nil }
        let marked = text.document.marks.last { $0.range.upperBound <= end }?.range.upperBound ?? 0
        while start > max(lowest, marked, span?.range.lowerBound ?? 0), !stops.contains(text[start - 1]) { start -= 1 }
        return start..<end
    }

    private static func finding(
        _ range: Range<Int>, name: OwnName, unit: BudgetUnit, _ context: CheckContext
    ) -> RuleFinding? {
        let words = Array(context.text.document.folded[range])
        // 单位:某街道2021年度, 决算为所本级: more words than a name.
        guard !words.contains(where: { ["为", "是", "由"].contains($0) || ("0"..."9").contains($0) }) else { return nil }
        let stated = context.text.document.quote(range)
        switch name.match(words) {
        case .own, .none: return nil
        case .misspelt:
            return RuleFinding(
                about, severity: .warning,
                message: Bilingual("单位名称“\(stated)”与“\(unit.name)”个别字不同。", "“\(stated)” is not quite “\(unit.name)”."),
                in: context.text, at: range, stated: stated, computed: unit.name,
                suggestion: Bilingual("改为“\(unit.name)”。", "Change it to “\(unit.name)”."), cause: stated)
        case .other:
            return RuleFinding(
                about, severity: context.facts.isWhole ? nil : .warning,
                message: Bilingual(
                    "此处的单位名称“\(stated)”不是“\(unit.name)”。", "“\(stated)” is another body than “\(unit.name)”."),
                in: context.text, at: range, stated: stated, computed: unit.name,
                suggestion: Bilingual("改为“\(unit.name)”。", "Change it to “\(unit.name)”."), cause: stated)
        }
    }
}
