/// What sort of document was read.
public enum DisclosureKind: String, Hashable, Sendable, Codable {
    /// The final accounts of a body for one year (部门决算公开).
    case finalAccounts = "final_accounts"
    /// The form before anyone has filled it in: headings and placeholders (`XX 万元`), no figures.
    case blankForm = "blank_form"
    /// Account lines as CSV, the exchange format of this project.
    case accountLines = "account_lines"
}
