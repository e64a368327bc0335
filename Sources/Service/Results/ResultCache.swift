import Platform
import Synchronization

/// Keeps what was worked out for a state of the ledger, within a bound of bytes; what was not asked for longest goes first.
///
/// What several ask for at once is worked out once. Of one state alone: nobody asks for what was worked out for an earlier one.
final class ResultCache: Sendable {
    /// What was worked out: bytes and the lines at their head.
    struct Entry: Sendable {
        /// For a page the content, which gets its frame for whom it is sent to.
        let bytes: [UInt8]
        let headers: HeaderFields
        /// The title of a page.
        let title: String?
        /// The bytes compressed, for all who take them so; `nil` where that is of no use.
        let deflated: DeflatedText?

        init(bytes: [UInt8], headers: HeaderFields, title: String? = nil) {
            self.bytes = bytes
            self.headers = headers
            self.title = title
            deflated = DeflatedText(bytes)
        }

        var size: Int { bytes.count + (deflated?.size ?? 0) }
    }

    private struct State {
        /// The state of the ledger that the entries are of.
        var version: ContentHash?
        var entries: [String: (entry: Entry, used: UInt64)] = [:]
        var pending: [String: Task<Entry, any Error>] = [:]
        var bytes = 0
        var clock: UInt64 = 0
        var (hits, misses) = (0, 0)
    }

    private let mostBytes: Int
    private let state = Mutex(State())

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    /// How often there was an entry and how often not, how many there are and how many bytes they have.
    var counts: (hits: Int, misses: Int, entries: Int, bytes: Int) {
        state.withLock { ($0.hits, $0.misses, $0.entries.count, $0.bytes) }
    }

    /// The entry of a key, worked out where there is none.
    ///
    /// - Parameter version: the state of the ledger that the key names.
    /// - Throws: what the work throws, which is not kept.
    func entry(
        _ key: String, of version: ContentHash, _ work: @escaping @Sendable () async throws -> Entry
    ) async throws -> Entry {
        let task: Task<Entry, any Error> = state.withLock { state in
            if state.version != version {
                state.version = version
                state.entries = [:]
                state.bytes = 0
            }
            state.clock += 1
            if let found = state.entries[key]?.entry {
                state.entries[key]?.used = state.clock
                state.hits += 1
                return Task { found }
            }
            state.misses += 1
            if let pending = state.pending[key] { return pending }
            let task = Task { try await work() }
            state.pending[key] = task
            return task
        }
        do {
            let entry = try await task.value
            keep(entry, under: key, of: version)
            return entry
        } catch {
            state.withLock { $0.pending[key] = nil }
            throw error
        }
    }

    /// The entry of a key that was worked out before.
    func known(_ key: String) -> Entry? {
        state.withLock { state in
            guard let found = state.entries[key]?.entry else { return nil }
            state.clock += 1
            state.entries[key]?.used = state.clock
            state.hits += 1
            return found
        }
    }

    private func keep(_ entry: Entry, under key: String, of version: ContentHash) {
        state.withLock { state in
            guard state.pending.removeValue(forKey: key) != nil, state.version == version, entry.size <= mostBytes / 4
            else { return }
            state.clock += 1
            state.entries[key] = (entry, state.clock)
            state.bytes += entry.size
            guard state.bytes > mostBytes else { return }
            // Room is made for more than the one, so that not every new entry looks through all.
            for (key, old) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
                guard state.bytes > mostBytes / 4 * 3 else { break }
                state.entries[key] = nil
                state.bytes -= old.entry.size
            }
        }
    }
}
