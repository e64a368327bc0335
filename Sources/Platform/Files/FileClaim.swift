import Glibc

/// A hold on a file or folder that is gone with the process that has it, however that ends: whether somebody still works on
/// something is seen by it and not guessed from names.
package struct FileClaim: Hashable, Sendable {
    private let descriptor: Int32

    /// Takes hold of what stands at a path; a link is not followed.
    ///
    /// - Returns: `nil` where another process, or another part of this one, has it, or nothing is there.
    package init?(on path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    /// Lets go of it.
    package func release() { close(descriptor) }

    /// Whether nobody has hold of what stands at a path.
    static func isFree(_ path: String) -> Bool {
        guard let claim = FileClaim(on: path) else { return false }
        claim.release()
        return true
    }
}
