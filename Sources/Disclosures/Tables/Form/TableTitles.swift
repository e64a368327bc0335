import OfficialForm

/// The titles of the nine tables and their local variants.
enum TableTitles {
    /// The table a title names; `nil` for anything else.
    static func kind(_ folded: String) -> TableKind? {
        guard let title = title(folded), title.holds("决算") || title.holds("支出表") else { return nil }
        return TableKind(titleWith: title)
    }

    /// The words of a title without number, year, body and remarks; `nil` for a line that is no title.
    private static func title(_ folded: String) -> Substring? {
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
        guard title.closes(with: "表"), !title.closes(with: "报表"), !title.closes(with: "部门决算表") else { return nil }
        return title
    }
}
