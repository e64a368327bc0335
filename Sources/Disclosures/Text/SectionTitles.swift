import OfficialForm

/// The headings of the official form and their local variants.
enum SectionTitles {
    /// The part of the form a heading opens; `nil` when it is none of them.
    static func section(for title: String) -> Section? {
        for (words, section) in table where words.contains(where: { title.contains($0) }) { return section }
        let bothSides = ["收入支出", "收、支", "收支"].contains { title.contains($0) }
        if title.contains("财政拨款") {
            return bothSides || title.contains("收入") ? .fiscalTotals : .generalPublicBudget
        }
        if bothSides { return .totals }
        if title.contains("收入决算") || title.contains("收入情况") { return .income }
        if title.contains("支出决算") || title.contains("支出情况") { return .expenditure }
        return nil
    }

    /// The narrower title comes first: 一般公共预算财政拨款基本支出 is not 一般公共预算财政拨款支出.
    private static let table: [(words: [String], section: Section)] = [
        (["名词解释"], .glossary),
        (["三公"], .threePublic),
        (["会议费", "培训费"], .other),
        (["机关运行"], .agencyOperating),
        (["政府采购"], .procurement),
        (["国有资产", "资产占"], .assets),
        (["绩效"], .performance),
        (["政府性基金"], .governmentFund),
        (["国有资本经营"], .stateCapital),
        (["基本支出"], .basicExpenditure),
        (["一般公共预算"], .generalPublicBudget),
    ]
}
