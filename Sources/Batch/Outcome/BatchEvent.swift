import Ledger
import Platform

/// Something that happened in a batch, in the order in which it is reported.
package enum BatchEvent: Sendable {
    /// The run has begun or was taken up again.
    case started(BatchRun, documents: Int)
    /// Something a person should know.
    case warning(Bilingual)
    /// A document is through.
    case document(BatchDocumentReport)
    /// All documents are through; so many units follow.
    case unitsFound(Int)
    /// A unit is through.
    case unit(BatchUnitReport)
    /// Somebody was told of the end, or could not be.
    case notified(String, failure: Bilingual?)

    /// Whether it tells of something that failed.
    package var isFailure: Bool {
        switch self {
        case .document(let report): report.status == .failed
        case .unit(let report): report.status == .failed
        case .notified(_, let failure): failure != nil
        case .started, .warning, .unitsFound: false
        }
    }
}
