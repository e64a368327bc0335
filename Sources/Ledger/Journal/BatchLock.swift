import Glibc
import Platform

/// Keeps two batches from one ledger: a lock of the operating system on a file beside it, gone with the process that
/// holds it, however that ends.
///
/// ```swift
/// let lock = try BatchLock(ledger: "juesuan.sqlite")   // throws while another batch runs; let go of at the scope's end
/// ```
package struct BatchLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Takes the lock of a ledger. The file `LEDGER.lock` stays behind, empty but for the holder's process id.
    ///
    /// - Throws: ``LedgerError`` of kind `busy` while another process holds it, `cannotCreate` where the file cannot be
    ///   made.
    package init(ledger path: String) throws(LedgerError) {
        let file = path + ".lock"
        // The property is set last: an initializer that throws with it set closes the file in `deinit` as well.
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LedgerError(OutputError(.cannotCreate, file, code: errno))
        }
        guard Self.take(descriptor) else {
            let holder = Self.holder(of: descriptor)
            close(descriptor)
            throw LedgerError(
                .busy, file: path,
                problem: Bilingual("另一批处理正在使用此账本", "another batch is running on this ledger") + holder,
                remedy: Bilingual(
                    "请待其完成；“juesuan batch status”可查看进度",
                    "wait until it has finished; 'juesuan batch status' shows how far it is"))
        }
        let text = "\(getpid())\n"
        // What the file says is a help to people; the lock is what counts.
        _ = ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Whether a process holds the lock of a ledger now.
    ///
    /// - Returns: `false` also where nothing can be found out.
    package static func isHeld(ledger path: String) -> Bool {
        let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Takes the lock; tries for a moment, because ``isHeld(ledger:)`` takes it for an instant.
    private static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<5 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(10_000)
        }
        return false
    }

    private static func holder(of descriptor: Int32) -> Bilingual {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0, let id = Int(String(decoding: bytes.prefix(count - 1), as: UTF8.self)) else {
            return Bilingual(verbatim: "")
        }
        return Bilingual("（进程 \(id)）", " (process \(id))")
    }
}
