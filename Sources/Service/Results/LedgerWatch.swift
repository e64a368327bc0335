import Ledger
import Platform
import Synchronization

/// Knows which state the ledger is in, cheaply enough to ask before every answer.
///
/// The file is looked at through one connection that stays open, and through another as soon as another file has its name: a
/// backup that was put in its place is seen at once.
final class LedgerWatch: Sendable {
    private let path: String
    private let held = Mutex<(identity: [UInt64], ledger: Ledger)?>(nil)

    init(_ path: String) { self.path = path }

    /// The state.
    ///
    /// - Throws: `LedgerError` for a ledger that cannot be read now.
    func version() throws -> ContentHash {
        try held.withLock { held in
            let identity = FileEntry.identity(of: path)
            if let known = held, known.identity == identity { return try known.ledger.version() }
            held = nil
            let ledger = try Ledger.open(at: path, readOnly: true)
            if let identity { held = (identity, ledger) }
            return try ledger.version()
        }
    }
}
