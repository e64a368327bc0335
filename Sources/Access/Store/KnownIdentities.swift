import Platform
import Synchronization

/// Who was let in this very second, so that a page of many requests is not looked up many times.
///
/// What is written through the store ends all of it at once; what another process writes is seen within a second.
final class KnownIdentities: Sendable {
    private struct State {
        var identities: [ContentHash: Identity] = [:]
        var moment: AccessStore.Moment = 0
        /// How often something was written.
        var writes = 0
    }

    private let state = Mutex(State())
    /// So many are kept at once.
    private static let most = 1000

    /// Forgets all: something was written.
    func forget() {
        state.withLock { state in
            state.identities.removeAll(keepingCapacity: true)
            state.writes += 1
        }
    }

    /// Who shows a secret, looked up where that was not done this second.
    func identity(
        of digest: ContentHash, at now: AccessStore.Moment, _ look: () throws(AccessError) -> Identity?
    ) throws(AccessError) -> Identity? {
        let (known, writes) = state.withLock { state in
            (state.moment == now ? state.identities[digest] : nil, state.writes)
        }
        if let known { return known }
        let found = try look()
        guard let found else { return nil }
        state.withLock { state in
            // What was looked up before a write may hold no more after it.
            guard state.writes == writes else { return }
            if state.moment != now || state.identities.count >= Self.most {
                state.identities.removeAll(keepingCapacity: true)
                state.moment = now
            }
            state.identities[digest] = found
        }
        return found
    }
}
