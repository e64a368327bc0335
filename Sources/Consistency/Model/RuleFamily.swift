import FinalAccounts
import Platform

/// The families that rules are listed under.
public enum RuleFamily: String, Hashable, Sendable, Codable, CaseIterable {
    /// Rates, shares, changes and totals recomputed.
    case arithmetic
    /// The same figure said twice.
    case repetition
    /// Words against figures.
    case wording
    /// The nine tables: within, among, and against the text.
    case tables
    /// Body, year, names, titles.
    case identity
    /// Lists, and what is left over of the form.
    case lists
    /// Last year's figures then and now.
    case years
    /// Performance self-evaluation.
    case evaluation

    /// The name as a heading.
    public func name(in language: Language) -> String {
        let name: Bilingual =
            switch self {
            case .arithmetic: Bilingual("计算", "Arithmetic")
            case .repetition: Bilingual("同一数据前后一致", "Same figure said twice")
            case .wording: Bilingual("表述与数据", "Wording")
            case .tables: Bilingual("表间表内勾稽", "Tables")
            case .identity: Bilingual("单位、年度与名称", "Identity and time")
            case .lists: Bilingual("列举与模板残留", "Lists and residue")
            case .years: Bilingual("跨年度", "Across years")
            case .evaluation: Bilingual("绩效自评", "Evaluation")
            }
        return name.text(in: language)
    }
}
