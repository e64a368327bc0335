/// Which version of a draft a workbook was made from: who stored it, when and why.
public struct DraftStamp: Hashable, Sendable {
    /// The version, counted from 1.
    public let version: Int
    /// Who made it.
    public let author: String
    /// Why it was made.
    public let reason: String
    /// When it was stored, ISO 8601.
    public let createdAt: String

    /// Creates a stamp.
    public init(version: Int, author: String, reason: String, createdAt: String) {
        self.version = version
        self.author = author
        self.reason = reason
        self.createdAt = createdAt
    }
}
