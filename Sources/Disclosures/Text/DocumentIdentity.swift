import FinalAccounts

/// Whose accounts a document holds, of which year, and whether anyone has filled it in.
struct DocumentIdentity: Hashable, Sendable {
    var unit: BudgetUnit?
    var fiscalYear: FiscalYear?
    /// The year of a text that names none, by the day it was put out.
    var assumedYear: FiscalYear?
    var isBlankForm: Bool

    init(_ text: FoldedText, titles: DocumentTitles, outline: Outline) {
        fiscalYear = Self.year(text, titles: titles)
        assumedYear = fiscalYear == nil ? AssumedYear(text).year : nil
        unit = BodyNames(text, titles: titles, outline: outline, year: fiscalYear?.number).name.map { BudgetUnit($0) }
        isBlankForm = Self.looksBlank(text)
    }

    /// The body that the words of a title name.
    static func unit(ofTitle words: String) -> BudgetUnit? {
        let text = FoldedText(words), outline = Outline(text)
        return DocumentIdentity(text, titles: DocumentTitles(text, outline: outline), outline: outline).unit
    }

    // MARK: Year

    /// The year that the words of a title name.
    static func year(ofTitle words: String) -> FiscalYear? {
        let text = FoldedText(words)
        return year(text, titles: DocumentTitles(text, outline: Outline(text)))
    }

    /// The year that most often stands before 年度, and five times as much before 决算 or in the title.
    private static func year(_ text: FoldedText, titles: DocumentTitles) -> FiscalYear? {
        var weights: [Int: Int] = [:]
        let scalars = text.scalars
        var position = 0
        let report =
            text.firstIndex(of: Array("现将".unicodeScalars), in: 0..<min(scalars.count, 600))
            .map { $0..<min(scalars.count, $0 + 30) } ?? 0..<0
        while position + 5 < scalars.count {
            guard scalars[position] == "2" || scalars[position] == "1",
                let year = number(scalars, position), FiscalYear.plausible.contains(year),
                scalars[position + 4] == "年" || Self.titles(scalars, at: position + 4),
                position == 0 || !ScalarFolding.isAlphanumeric(scalars[position - 1])
                    || text.lineStarts.first(after: position - 1) == position
            else {
                position += 1
                continue
            }
            let after = scalars[position + 4] == "年" ? position + 5 : position + 4
            var weight = scalars[after] == "度" ? 4 : 1
            let next = String(String.UnicodeScalarView(scalars[after..<min(after + 8, scalars.count)]))
            if !statesAmount(text, behind: after) {
                if next.holds("决算") { weight += 20 }
                // 部门预算 of a year is its name; a budget of the year before is mostly held against.
                if next.holds("部门预算") || next.holds("单位预算") { weight += 8 }
            }
            // 现将2022年上半年预算执行情况和2021年决算报告如下: the part of a year that is told of, and first.
            if next.opens(with: "上半年") || next.opens(with: "前三季度") {
                weight += report.contains(position) ? 32 : 12
            }
            if text.marks.last(before: position + 1).map({ $0.level == 0 && position - $0.end <= 4 }) ?? false {
                weight += 50
            }
            if let title = titles.lines.first, title.contains(position) { weight += 30 }
            // A day says when, not of which year.
            if isDay(scalars, behind: after) { weight = 0 }
            let before = position > 0 ? scalars[position - 1] : "。"
            if before == "比" || before == "与" || before == "较" { weight = 0 }
            weights[year, default: 0] += weight
            position = after
        }
        let best = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let best, best.value > 0 else { return nil }
        return FiscalYear(best.key)
    }

    /// Whether the words behind a year without its sign are those of a title: 2023部门决算, 2023决算公开.
    private static func titles(_ scalars: [Unicode.Scalar], at position: Int) -> Bool {
        let next = String(String.UnicodeScalarView(scalars[position..<min(position + 4, scalars.count)]))
        return ["部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算", "度决算", "度部门"].contains { next.opens(with: $0) }
    }

    /// Whether month and day follow: 2017年8月28日.
    private static func isDay(_ scalars: [Unicode.Scalar], behind position: Int) -> Bool {
        let month = scalars[position...].prefix(3).prefix(while: ScalarFolding.isDigit)
        guard !month.isEmpty, month.endIndex < scalars.count, scalars[month.endIndex] == "月" else { return false }
        let day = scalars[(month.endIndex + 1)...].prefix(3).prefix(while: ScalarFolding.isDigit)
        return !day.isEmpty && day.endIndex < scalars.count && scalars[day.endIndex] == "日"
    }

    /// Whether an amount follows in the same clause: 2022年支出决算为10万元 is about another year as often as not.
    private static func statesAmount(_ text: FoldedText, behind position: Int) -> Bool {
        let line = text.lineStarts.first(after: position) ?? text.scalars.count
        let end = max(position, min(position + 16, line))
        let words = String(String.UnicodeScalarView(text.scalars[position..<end].prefix { $0 != "。" && $0 != "，" }))
        // Half of the next year is no amount: 2020年决算情况和2021年上半年执行情况.
        return words.replacing(/20[0-9]{2}年(?:上半|上$|$)/, with: "").unicodeScalars.contains(where: ScalarFolding.isDigit)
    }

    private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var result = 0
        for scalar in scalars[start..<start + 4] {
            guard ScalarFolding.isDigit(scalar) else { return nil }
            result = result * 10 + Int(scalar.value - 0x30)
        }
        return result
    }

    // MARK: Blank form

    /// Whether amounts are placeholders: XXX万元.
    private static func looksBlank(_ text: FoldedText) -> Bool {
        var placeholders = 0
        let pattern = Array("X万元".unicodeScalars)
        var position = 0
        while let found = text.firstIndex(of: pattern, in: position..<text.scalars.count) {
            placeholders += 1
            position = found + pattern.count
        }
        return placeholders >= 5
    }
}
