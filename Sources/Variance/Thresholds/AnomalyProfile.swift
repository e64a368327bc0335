/// Who reads the list, and therefore how much of it is wanted.
package enum AnomalyProfile: String, Hashable, Sendable, Codable, CaseIterable {
    /// 审计: the strict profile of an auditor or a finance bureau; lower thresholds, a longer list.
    case audit
    /// 预算编制: the profile for drafting a budget; only what changes a draft or has to be explained in it.
    case draft
}
