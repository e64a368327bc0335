import Platform

/// The fund a line is paid from (财政拨款的预算类别).
///
/// The raw value is the spelling used in CSV, JSON and the ledger.
public enum Fund: String, Hashable, Sendable, Codable, CaseIterable {
    /// 一般公共预算.
    case generalPublicBudget = "general_public_budget"
    /// 政府性基金预算.
    case governmentFund = "government_fund"
    /// 国有资本经营预算.
    case stateCapital = "state_capital"

    /// What it is called in a sentence.
    package var name: Bilingual {
        switch self {
        case .generalPublicBudget: Bilingual("一般公共预算", "general public budget")
        case .governmentFund: Bilingual("政府性基金", "government fund")
        case .stateCapital: Bilingual("国有资本经营", "state capital")
        }
    }
}
