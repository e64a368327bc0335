/// How grave a finding is.
public enum FindingSeverity: String, Hashable, Comparable, Sendable, Codable, CaseIterable {
    /// The document contradicts itself beyond doubt; `check` exits with 1.
    case error
    /// A reviewer would send it back, or has to look.
    case warning
    /// Rounding explains it, or the reviewer should only know.
    case note

    /// Orders the gravest first.
    public static func < (left: FindingSeverity, right: FindingSeverity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
