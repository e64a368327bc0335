import OfficialForm

/// The titles of the nine tables and their local variants.
enum TableTitles {
    /// The table a title names; `nil` for anything else.
    static func kind(_ folded: String) -> TableKind? {
        guard let title = title(folded), title.contains("决算") || title.contains("支出表") else { return nil }
        return TableKind(titleWith: title)
    }

    /// The words of a title without number, year, body and remarks; `nil` for a line that is no title.
    private static func title(_ folded: String) -> Substring? {
        guard folded.contains("表"), folded.unicodeScalars.count <= 50, !folded.contains("说明"), !folded.contains("。"),
            !folded.contains(":")
        else { return nil }
        var title = Substring(folded)
        // 公开05表 stands beside the title in some forms.
        if let mark = folded.range(of: "公开"), folded[mark.upperBound...].prefix(3).contains(where: \.isNumber) {
            title = folded[..<mark.lowerBound]
            if title.isEmpty { return nil }
        }
        for suffix in ["(续)", "(续表)", "续表"] where title.hasSuffix(suffix) { title = title.dropLast(suffix.count) }
        // 支出决算表(按功能分类)
        if title.hasSuffix(")"), let open = title.lastIndex(of: "("), title[..<open].hasSuffix("表") {
            title = title[..<open]
        }
        guard title.hasSuffix("表"), !title.hasSuffix("报表"), !title.hasSuffix("部门决算表") else { return nil }
        return title
    }
}
