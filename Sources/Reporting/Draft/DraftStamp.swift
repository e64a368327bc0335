/// Which version of a draft a workbook was made from: who stored it, when and why.
package struct DraftStamp: Hashable, Sendable {
    /// The reason of a version that is what was suggested, as stored.
    package static let suggested = "suggested"

    /// The version, counted from 1.
    package let version: Int
    /// Who made it.
    package let author: String
    /// Why it was made.
    package let reason: String
    /// When it was stored, ISO 8601.
    package let createdAt: String

    package init(version: Int, author: String, reason: String, createdAt: String) {
        self.version = version
        self.author = author
        self.reason = reason
        self.createdAt = createdAt
    }
}
