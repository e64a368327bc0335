import OfficialForm

/// The titles of the nine tables of final accounts and of budgets, and their local variants.
enum TableTitles {
    /// The table a title names; `nil` for anything else.
    static func kind(_ folded: String) -> TableKind? {
        guard folded.holds("表"), let title = title(HeaderWords.withoutUnit(folded)),
            [
                "决算", "支出表", "预算总表", "预算表", "收支总表", "收入总表", "支出总表", "总体情况表", "支出情况表",
                "收入情况表", "收支情况表",
            ].contains(where: { title.holds($0) })
        else { return nil }
        return TableKind(titleWith: title)
    }

    /// Whether a title says that its table is one of a budget; `nil` for one that leaves it to the document.
    static func isBudget(_ printed: String) -> Bool? {
        let folded = TableText.folded(printed.unicodeScalars)
        if folded.holds("决算") { return false }
        return ["预算总表", "预算表", "预算明细表"].contains { folded.holds($0) } ? true : nil
    }

    /// 表7：“三公”经费预算表 without its number.
    private static func withoutOrdinal(_ folded: String) -> String {
        guard let colon = folded.firstIndex(of: ":") else { return withoutBareOrdinal(folded) }
        let number = folded[..<colon].drop { "附公开".contains($0) }
        guard number.first == "表", number.count <= 5,
            number.dropFirst().allSatisfy({ $0.isNumber || "一二三四五六七八九十-—".contains($0) })
        else { return folded }
        return String(folded[folded.index(after: colon)...])
    }

    /// 附表6“三公”经费预算表: the number without a sign behind it.
    private static func withoutBareOrdinal(_ folded: String) -> String {
        guard folded.first == "附" || folded.first == "表" else { return folded }
        let words = folded.drop { $0 == "附" }
        guard words.first == "表" || words.first == "件" else { return folded }
        let digits = words.dropFirst().prefix { $0.isASCII && $0.isNumber }
        // 表一 一般公共预算支出表: the second 一 is the name's.
        let number = digits.isEmpty ? words.dropFirst().prefix(1).filter { "一二三四五六七八九十".contains($0) } : String(digits)
        let rest = words.dropFirst(number.count + 1).drop { "-—、.".contains($0) }
        return (1...2).contains(number.count) && rest.first != "年" && !rest.isEmpty ? String(rest) : folded
    }

    /// The words of a title without number, year, body and remarks; `nil` for a line that is no title.
    private static func title(_ printed: String) -> Substring? {
        let folded = withoutOrdinal(printed)
        guard folded.holds("表"), folded.unicodeScalars.count <= 50, !folded.holds("说明"), !folded.holds("。"),
            !folded.holds(":")
        else { return nil }
        var title = Substring(folded)
        // 公开05表 stands beside the title in some forms.
        if let mark = folded.range(of: "公开"), folded[mark.upperBound...].prefix(3).contains(where: \.isNumber) {
            title = folded[..<mark.lowerBound]
            if title.isEmpty { return nil }
        }
        for suffix in ["(续)", "(续表)", "续表"] where title.closes(with: suffix) { title = title.dropLast(suffix.count) }
        // 支出决算表(按功能分类)
        if title.closes(with: ")"), let open = title.lastIndex(of: "("), title[..<open].closes(with: "表") {
            title = title[..<open]
        }
        guard title.closes(with: "表"), !title.closes(with: "报表"),
            !["部门决算表", "部门预算表", "单位预算表", "预算公开表"].contains(where: { title.closes(with: $0) })
        else { return nil }
        return title
    }
}
