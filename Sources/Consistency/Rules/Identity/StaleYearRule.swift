import Disclosures
import FinalAccounts
import OfficialForm

/// The fiscal year in headings, dates and comparisons.
enum StaleYearRule: ConsistencyRule {
    static let about = RuleDescription(
        "stale-year", .identity, .error, title: Bilingual("年度错误", "Wrong year"),
        compares: Bilingual(
            "标题、期末日期、数据所属年度与决算年度；比较年度与上一年度",
            "the year of headings, of dates and of figures with the fiscal year; the year of comparison with the one before"
        ),
        tolerance: Bilingual("原因说明中的其他年度不计", "other years inside explanations do not count"),
        example: "截至2022年12月31日，部门共有车辆3辆（2023年度决算）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let year = context.disclosure.fiscalYear?.number else { return [] }
        return years(in: context.text).compactMap { finding($0, fiscalYear: year, context) }
    }

    /// A four-digit year and what stands around it.
    private struct Mention {
        var year: Int
        var range: Range<Int>
        /// Where the words behind 年 or 年度 begin.
        var after: Int
        var isFiscal: Bool
    }

    private static func years(in text: TextIndex) -> [Mention] {
        text.ranges(of: "年").compactMap { mark in
            let start = mark.lowerBound - 4
            guard start >= 0, let (year, end) = text.integer(at: start), end == mark.lowerBound,
                FiscalYear.plausible.contains(year), !("0"..."9").contains(text[start - 1])
            else { return nil }
            let isFiscal = text[mark.upperBound] == "度"
            return Mention(
                year: year, range: start..<mark.upperBound + (isFiscal ? 1 : 0),
                after: mark.upperBound + (isFiscal ? 1 : 0), isFiscal: isFiscal)
        }
    }

    private static func finding(_ mention: Mention, fiscalYear: Int, _ context: CheckContext) -> RuleFinding? {
        let text = context.text
        let section = text.document.section(at: mention.range.lowerBound)
        guard let expected = expected(mention, section: section, fiscalYear: fiscalYear, text), mention.year != expected
        else { return nil }
        let stated = text.document.quote(mention.range)
        return RuleFinding(
            about,
            message: Bilingual(
                "此处应为\(expected)年，表述为\(mention.year)年（决算年度为\(fiscalYear)年）。",
                "The year here should be \(expected) and is \(mention.year); the accounts are those of \(fiscalYear)."),
            in: text,
            at: mention.range, stated: stated, computed: "\(expected)年" + (mention.isFiscal ? "度" : ""),
            suggestion: Bilingual("改为\(expected)年。", "Change it to \(expected)."),
            cause: "\(mention.year)|\(expected)|\(text.quote(around: mention.range))")
    }

    /// The year that has to stand at a place; `nil` where any may.
    private static func expected(_ mention: Mention, section: Section, fiscalYear: Int, _ text: TextIndex) -> Int? {
        if isExplained(mention, text) { return nil }
        let figures = figureSections.contains(section)
        if figures, isCompared(mention, text) { return fiscalYear - 1 }
        if isClosingDate(mention, text), figures { return fiscalYear }
        guard mention.isFiscal else { return nil }
        if isTitle(mention, text) { return fiscalYear }
        return figures && namesFigures(mention, text) ? fiscalYear : nil
    }

    private static let figureSections: Set<Section> = [
        .totals, .income, .expenditure, .fiscalTotals, .generalPublicBudget, .basicExpenditure, .threePublic,
        .governmentFund, .stateCapital, .agencyOperating, .procurement, .assets,
    ]

    /// Behind a reason any year may stand, and inside the words of an item.
    private static func isExplained(_ mention: Mention, _ text: TextIndex) -> Bool {
        let sentence = text.document.sentence(around: mention.range)
        let before = text.folded(sentence.lowerBound..<mention.range.lowerBound)
        return ["原因", "由于", "因为", "用于", "包括", "根据", "按照"].contains { before.contains($0) }
    }

    /// 与2022年度相比, 比2022年度决算数, 较2022年.
    private static func isCompared(_ mention: Mention, _ text: TextIndex) -> Bool {
        let before = text[mention.range.lowerBound - 1]
        if before == "比" || before == "较" { return true }
        guard before == "与" || before == "同" else { return false }
        let after = text.folded(mention.after..<mention.after + 8)
        return after.contains("相比") || after.contains("比") || after.contains("持平")
    }

    /// 截至2023年12月31日.
    private static func isClosingDate(_ mention: Mention, _ text: TextIndex) -> Bool {
        guard text.hasPrefix("12月31日", at: mention.range.upperBound) else { return false }
        let before = text.folded(max(0, mention.range.lowerBound - 2)..<mention.range.lowerBound)
        return before == "截至" || before == "截止"
    }

    /// 2023年度部门决算.
    private static func isTitle(_ mention: Mention, _ text: TextIndex) -> Bool {
        ["部门决算", "单位决算", "部门(单位)决算", "决算公开", "部门决算公开"].contains { text.hasPrefix($0, at: mention.after) }
    }

    /// 2023年度收入合计, 2023年度一般公共预算财政拨款…: the words a figure of the year begins with.
    private static func namesFigures(_ mention: Mention, _ text: TextIndex) -> Bool {
        [
            "收", "支出", "财政拨款", "一般公共预算", "政府性基金", "国有资本", "\"三公\"", "三公", "机关运行", "政府采购", "本部门", "基本支出",
            "项目支出", "无", "部门", "总",
        ].contains { text.hasPrefix($0, at: mention.after) }
    }
}
