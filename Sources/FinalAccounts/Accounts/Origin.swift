/// Where figures come from.
public enum Origin: String, Hashable, Sendable, Codable {
    /// Published by the unit.
    case published
    /// Generated for demonstration or testing; every report that uses such figures says so.
    case synthetic
}
