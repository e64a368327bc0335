/// What sort of document was read.
public enum DisclosureKind: String, Hashable, Sendable, Codable {
    /// The final accounts of a body for one year (部门决算公开).
    case finalAccounts = "final_accounts"
    /// The budget of a body for the year ahead (部门预算公开).
    case budget
    /// A statement of the “三公” costs alone, of one body or of many.
    case threePublic = "three_public"
    /// The accounts or the budget of a region (财政决算, 预算执行情况的报告).
    case regional
    /// A report on something else: the execution of a month, an audit, a review. Its figures go by their own words.
    case other
    /// The form before anyone has filled it in: headings and placeholders (`XX 万元`), no figures.
    case blankForm = "blank_form"
    /// Account lines as CSV, the exchange format of this project.
    case accountLines = "account_lines"
}
