import FinalAccounts

/// The line over the two sides of a main table: 收入 | 预算数 | 支出 | 预算数.
enum MainTableHead {
    /// Whether words without blanks head income and expenditure, each with one column of amounts, and nothing else.
    static func isHead(_ words: String) -> Bool {
        guard words.unicodeScalars.count >= 8,
            aspects.contains(where: { words.components(separatedBy: $0).count == 3 })
        else { return false }
        let rest = aspects.reduce(words) { $0.without($1) }
        let isOfSides = rest.holds("收") && rest.holds("支") || rest.components(separatedBy: "项目").count == 3
        return isOfSides && rest.unicodeScalars.allSatisfy { letters.contains($0) }
    }

    private static let aspects = ["预算数", "决算数", "预算", "决算", "金额"]
    private static let letters: Set<Unicode.Scalar> = Set("收支项入出目栏次年度本当上()万元:0123456789 ".unicodeScalars)
}
