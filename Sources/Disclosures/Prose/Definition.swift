/// Clauses that say what a measure is, behind the figure: ，为事业单位在业务活动之外取得的收入.
enum Definition {
    /// Whether words at the beginning of a clause open a definition.
    static func begins(_ text: FoldedText, _ tokens: [ProseToken], at index: Int) -> Bool {
        let range = tokens[index].range
        guard index > 0, tokens[index - 1].kind == .comma, let first = text.scalars[range].first else { return false }
        guard first == "指" || first == "为" else { return false }
        if range.count >= 3 { return true }
        guard index + 1 < tokens.count else { return false }
        if case .number = tokens[index + 1].kind { return false }
        return true
    }
}
