import Platform
import Synchronization
import Workbench

/// The overview of all bodies, which is worked out once for a state of the ledger and shown page by page.
final class KeptOverview: Sendable {
    private struct State {
        var version: ContentHash?
        var overviews: [String: BodyOverview] = [:]
    }

    private let state = Mutex(State())

    /// The overview of a kind of reader.
    ///
    /// Who asks while it is worked out waits for it.
    ///
    /// - Parameters:
    ///   - reader: what it hangs on beside the ledger: whose bodies are seen, and in which language.
    ///   - work: works it out.
    func overview(
        for reader: String, in version: ContentHash, _ work: () throws -> BodyOverview
    ) throws -> BodyOverview {
        try state.withLock { state in
            if state.version != version { state = State(version: version) }
            if let known = state.overviews[reader] { return known }
            let overview = try work()
            // Members with bodies of their own may be many.
            if state.overviews.count >= Self.most { state.overviews.removeAll() }
            state.overviews[reader] = overview
            return overview
        }
    }

    private static let most = 16
}
