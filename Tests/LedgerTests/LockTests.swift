import Foundation
import Ledger
import Platform
import Testing

@Suite("Locks of a ledger")
struct LockTests {
    /// The locks that this process holds on a file, as the kernel lists them.
    private static func locks(on path: String) throws -> [Substring] {
        let identity = try #require(FileEntry.identity(of: path))
        return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").filter { line in
            let fields = line.split(separator: " ")
            return fields.count > 5 && fields[4] == "\(getpid())" && fields[5].hasSuffix(":\(identity[1])")
        }
    }

    @Test(
        "Opening a ledger that this process has open already takes no lock away: another process would remove the log under it"
    )
    func locksAreKept() throws {
        let path = NSTemporaryDirectory() + "locks-\(UUID().uuidString).sqlite"
        defer { for name in [path, path + "-wal", path + "-shm"] { FileEntry.remove(name) } }
        let ledger = try Ledger.create(at: path)
        _ = try ledger.version()
        let before = try Self.locks(on: path)
        try #require(!before.isEmpty, "a ledger in use holds a lock on its file")
        for isReadOnly in [true, false] { _ = try Ledger.open(at: path, readOnly: isReadOnly).version() }
        #expect(try Self.locks(on: path).count >= before.count)
        try ledger.close()
    }
}
