/// How the explanatory text is worded; both are in use and say the same.
package enum NarrativeStyle: String, Hashable, Sendable, Codable, CaseIterable {
    /// Items with `1. `, categories as a list, 该科目未申请年初财政拨款预算, 支出决算数大于年初预算数的主要原因是.
    case itemized
    /// Items with `1、`, categories in one sentence, 年初无预算, 决算数大于预算数的主要原因, 主要用于.
    case running
}
