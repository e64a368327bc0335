import Disclosures
import FinalAccounts
import OfficialForm
import Platform

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
        guard let year = context.disclosure.fiscalYear?.number, ![.regional, .other].contains(context.disclosure.kind)
        else { return [] }
        let years = years(in: context.text)
        let counts = Dictionary(grouping: years) { $0.year }.mapValues(\.count)
        return years.compactMap {
            finding($0, fiscalYear: year, counts: counts, context) ?? earlier($0, fiscalYear: year, counts, context)
        }
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

    private static func finding(
        _ mention: Mention, fiscalYear: Int, counts: [Int: Int], _ context: CheckContext
    ) -> RuleFinding? {
        let text = context.text
        let section = text.document.section(at: mention.range.lowerBound)
        let isPlan = context.disclosure.kind == .budget
        guard
            let (expected, isCertain) = expected(
                mention, section: section, fiscalYear: fiscalYear, counts: counts, isPlan: isPlan, text),
            mention.year != expected
        else { return nil }
        // The slip is the rare one: a year that is named as often as the document's own is meant.
        let own = counts[fiscalYear] ?? 0
        let isRare = (counts[mention.year] ?? 0) * 2 <= own || mention.year == fiscalYear && own > 3
        let stated = text.document.quote(mention.range)
        let (kind, document) = isPlan ? ("预算", "plan is that") : ("决算", "accounts are those")
        return RuleFinding(
            about, severity: isCertain && isRare ? nil : .warning,
            message: Bilingual(
                "此处应为\(expected)年，表述为\(mention.year)年（\(kind)年度为\(fiscalYear)年）。",
                "The year here should be \(expected) and is \(mention.year); the \(document) of \(fiscalYear)."),
            in: text,
            at: mention.range, stated: stated, computed: "\(expected)年" + (mention.isFiscal ? "度" : ""),
            suggestion: Bilingual("改为\(expected)年。", "Change it to \(expected)."),
            cause: "\(mention.year)|\(expected)|\(text.quote(around: mention.range))")
    }

    /// 2014年“三公”经费支出21万元，比上年减少…, in the accounts of 2015: a sentence that tells of an earlier year alone as of
    /// the document's own.
    private static func earlier(
        _ mention: Mention, fiscalYear: Int, _ counts: [Int: Int], _ context: CheckContext
    ) -> RuleFinding? {
        let text = context.text
        let sentence = text.document.sentence(around: mention.range)
        let words = text.folded(mention.range.upperBound..<sentence.upperBound)
        // Why last year's costs fell is told in last year's document.
        let isReason = words.holds("原因") && !words.unicodeScalars.contains { ("0"..."9").contains($0) }
        guard mention.year == fiscalYear - 1, (counts[mention.year] ?? 0) <= 2 || isReason,
            (counts[fiscalYear] ?? 0) > 0, opensSentence(mention, text), sentence.count < 240
        else { return nil }
        guard ["支出", "经费", "收入", "预算", "决算"].contains(where: { words.contains($0) }),
            [
                "比上年", "较上年", "与上年", "比去年", "较去年", "与去年", "同比", "比\(mention.year)年", "较\(mention.year)年",
                "与\(mention.year)年",
            ]
            .contains(where: { words.contains($0) }),
            !words.contains("\(fiscalYear)年"), !isExplained(mention, text)
        else { return nil }
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "此处为\(mention.year)年，又与上年相比；本文件为\(fiscalYear)年的，疑应为\(fiscalYear)年。",
                "It says \(mention.year) and compares with the year before; the document is that of \(fiscalYear)."),
            in: text, at: mention.range, stated: text.document.quote(mention.range), computed: "\(fiscalYear)年",
            suggestion: Bilingual("核对年份。", "Check the year."), cause: "earlier|\(mention.year)")
    }

    private static func opensSentence(_ mention: Mention, _ text: TextIndex) -> Bool {
        let start = mention.range.lowerBound
        return start - text.document.sentence(around: mention.range).lowerBound <= 1
            || start == text.line(at: start).lowerBound || text[start - 1] == "。"
    }

    /// The year that has to stand at a place, and whether no other can be meant; `nil` where any may.
    private static func expected(
        _ mention: Mention, section: Section, fiscalYear: Int, counts: [Int: Int], isPlan: Bool, _ text: TextIndex
    ) -> (year: Int, isCertain: Bool)? {
        if isExplained(mention, text) { return nil }
        let figures = figureSections.contains(section)
        // 比2026年预算增加, in the plan of 2026: a plan is held against the one before.
        if isPlan, mention.year == fiscalYear, isCompared(mention, text), isPlanItself(mention, text) {
            return (fiscalYear - 1, true)
        }
        if figures, isCompared(mention, text) {
            // Against the budget of the year itself, or in a plan against what is expected of this year.
            if isPlan || isOfBudget(mention, text) { return nil }
            if mention.year == fiscalYear { return (fiscalYear - 1, true) }
            // Accounts may be held against more years than the last: one that is named once beside many is none of those.
            let isAlone = counts[mention.year] == 1 && (counts[fiscalYear - 1] ?? 0) >= 2
            return mention.year < fiscalYear - 1 && isAlone ? (fiscalYear - 1, false) : nil
        }
        // A budget tells of the stock at the end of the year before.
        if isClosingDate(mention, text), figures { return isPlan ? nil : (fiscalYear, true) }
        if isPlan, mention.year == fiscalYear - 1, let isCertain = isLeft(mention, fiscalYear: fiscalYear, text) {
            return (fiscalYear, isCertain)
        }
        guard mention.isFiscal, !(isPlan && mention.year == fiscalYear - 1) else { return nil }
        if isTitle(mention, text) { return (fiscalYear, true) }
        return figures && namesFigures(mention, text) && !sharesSentence(mention, with: fiscalYear, text)
            ? (fiscalYear, mention.year > fiscalYear) : nil
    }

    /// Whether a plan is compared with the plan of its own year, and none that was made or changed since.
    private static func isPlanItself(_ mention: Mention, _ text: TextIndex) -> Bool {
        let words = text.folded(mention.after..<min(text.count, mention.after + 8))
        let sentence = text.folded(text.document.sentence(around: mention.range))
        return ["预算增", "预算减", "预算持平", "预算数增", "预算数减", "部门预算增", "部门预算减", "预算下降"].contains { words.opens(with: $0) }
            && !["调整", "变更", "追加", "执行"].contains { sentence.contains($0) }
    }

    /// Whether what is compared with is a budget: 比2023年“三公”经费年初预算.
    private static func isOfBudget(_ mention: Mention, _ text: TextIndex) -> Bool {
        var end = mention.after
        let stops: Set<Unicode.Scalar> = ["，", ",", "。", "；", ";"]
        while end < text.count, end - mention.after < 30, !stops.contains(text[end]), !("0"..."9").contains(text[end]) {
            end += 1
        }
        let words = text.folded(mention.after..<end)
        return words.holds("预算") || words.holds("计划") || words.holds("预计")
    }

    /// Whether the sentence names the document's own year too: it tells of both.
    private static func sharesSentence(_ mention: Mention, with year: Int, _ text: TextIndex) -> Bool {
        text.folded(text.document.sentence(around: mention.range)).contains("\(year)年")
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
        let start = mention.range.lowerBound
        // （二）与上年比较: a heading that ends in the word is no comparison with what its part begins with.
        guard start != text.line(at: start).lowerBound else { return false }
        let before = text[start - 1]
        if before == "比" || before == "较" { return true }
        guard before == "与" || before == "同" else { return false }
        let after = text.folded(mention.after..<mention.after + 8)
        return after.holds("相比") || after.holds("比") || after.holds("持平")
    }

    /// 截至2023年12月31日.
    private static func isClosingDate(_ mention: Mention, _ text: TextIndex) -> Bool {
        guard text.hasPrefix("12月31日", at: mention.range.upperBound) else { return false }
        let before = text.folded(max(0, mention.range.lowerBound - 2)..<mention.range.lowerBound)
        return before == "截至" || before == "截止"
    }

    /// 2023年度部门决算.
    /// 三、关于2023年部门支出总体情况的说明 among headings of 2024: a year that was left standing when last year's plan was written
    /// over. `true` in a heading, `false` at the head of a paragraph, `nil` where the year before may be meant.
    private static func isLeft(_ mention: Mention, fiscalYear: Int, _ text: TextIndex) -> Bool? {
        let own = "\(fiscalYear)年"
        let titles = text.document.marks.filter { $0.level <= 1 }.compactMap { mark in
            mark.titleEnd.map { mark.range.lowerBound..<max($0, mark.range.lowerBound) }
        }
        if let title = titles.first(where: { $0.contains(mention.range.lowerBound) }) {
            let words = text.folded(title)
            guard !["执行", "决算", "完成", "上年", own].contains(where: words.contains) else { return nil }
            return titles.count { text.folded($0).contains(own) } >= 2 ? true : nil
        }
        // 2021年本部门收入预算…, where other paragraphs begin with the plan's own year.
        let starts = text.document.lineStarts
        guard starts.contains(mention.range.lowerBound) else { return nil }
        let limit = min(text.count, mention.after + 120)
        let end = text.document.folded[mention.after..<limit].firstIndex(of: "。") ?? limit
        let sentence = text.folded(mention.after..<end)
        guard sentence.prefix(16).holds("预算"),
            !["比上", "比20", "较上", "较20", "同比", own, "执行", "决算"].contains(where: sentence.contains)
        else { return nil }
        return starts.count { text.hasPrefix(own, at: $0) } >= 2 ? false : nil
    }

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
