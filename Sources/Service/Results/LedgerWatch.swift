import Glibc
import Ledger
import Platform
import Synchronization

/// Knows which state the ledger is in, cheaply enough to ask before every answer.
///
/// The file is looked at through one connection that stays open, and through another as soon as another file has its name: a
/// backup that was put in its place is seen at once. While the ledger's files are as they were, its state is not asked for again,
/// but for the moment in which two writes may have the same time.
final class LedgerWatch: Sendable {
    private struct Held {
        let identity: [UInt64]
        let ledger: Ledger
        var stamp: [Int] = []
        var version: ContentHash?
        var looked = ContinuousClock.now
    }

    private let path: String
    private let held = Mutex<Held?>(nil)
    /// After so long the ledger is asked whatever its files look like.
    private static let longest = Duration.milliseconds(200)

    init(_ path: String) { self.path = path }

    /// The state.
    ///
    /// - Throws: `LedgerError` for a ledger that cannot be read now.
    func version() throws -> ContentHash {
        try held.withLock { held in
            let (identity, now) = (FileEntry.identity(of: path), ContinuousClock.now)
            // The files come first: what is written after that makes them other ones.
            let stamp = Self.stamp(of: path) + Self.stamp(of: path + "-wal")
            if var known = held, known.identity == identity {
                if let version = known.version, known.stamp == stamp, known.looked + Self.longest > now {
                    return version
                }
                let version = try known.ledger.version()
                (known.stamp, known.version, known.looked) = (stamp, version, now)
                held = known
                return version
            }
            held = nil
            let ledger = try Ledger.open(at: path, readOnly: true)
            if let identity { held = Held(identity: identity, ledger: ledger) }
            return try ledger.version()
        }
    }

    /// How large a file is and when it was last written to; nothing for one that is not there.
    private static func stamp(of path: String) -> [Int] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
}
