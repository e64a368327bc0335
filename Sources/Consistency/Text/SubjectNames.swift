import FinalAccounts

/// How subject names are compared and printed.
enum SubjectNames {
    private static let levels = ["类", "款", "项"]

    /// 教育支出（类）普通教育（款）小学教育（项）.
    static func path(_ names: [String]) -> String {
        var result = ""
        for (index, name) in names.enumerated() {
            result += index < levels.count ? "\(name)（\(levels[index])）" : name
        }
        return result
    }

    /// The name with brackets and quotation marks in one form and blanks dropped.
    static func normalized(_ name: some StringProtocol) -> String {
        var result = ""
        for character in name {
            switch character {
            case "（": result.append("(")
            case "）": result.append(")")
            case "“", "”", "\"", " ", "\u{3000}", "、": continue
            default: result.append(character)
            }
        }
        return result
    }

    /// The normalized name without a closing 支出: categories are written with it and without.
    static func stem(_ name: some StringProtocol) -> String {
        let name = normalized(name)
        return name.closes(with: "支出") && name.count > 2 ? String(name.dropLast(2)) : name
    }
}
