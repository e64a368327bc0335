import Platform
import Synchronization
import Workbench

/// The overview of all bodies, which is worked out once for a state of the ledger and shown page by page.
final class KeptOverview: Sendable {
    private let overviews = Mutex<[String: (version: ContentHash, overview: BodyOverview)]>([:])

    /// The overview for a kind of reader.
    ///
    /// Who asks while it is worked out waits for it.
    ///
    /// - Parameters:
    ///   - reader: what it hangs on beside the ledger: whose bodies are seen, and in which language.
    ///   - work: works it out, with the help of that of an earlier state of the ledger.
    func overview(
        for reader: String, in version: ContentHash, _ work: (_ earlier: BodyOverview?) throws -> BodyOverview
    ) throws -> BodyOverview {
        try overviews.withLock { overviews in
            if let known = overviews[reader], known.version == version { return known.overview }
            let overview = try work(overviews[reader]?.overview)
            // Members with bodies of their own may be many.
            if overviews[reader] == nil, overviews.count >= Self.most { overviews.removeAll() }
            overviews[reader] = (version, overview)
            return overview
        }
    }

    private static let most = 16
}
