import Platform
import Synchronization

/// Makes guessing of passwords slow: after some failures for one name, or from one address, nobody is let try for a while.
///
/// It is kept in memory: who has the service started again forgets it, which takes more than a guess.
final class LoginThrottle: Sendable {
    private struct Failures {
        var count = 0
        var last = 0
    }

    /// So many failures are free, for a name and from an address; then every further one doubles the wait.
    private static let (freeOfName, freeOfPeer) = (5, 20)
    /// The longest wait, and after how long a failure is forgotten, in seconds.
    private static let (longest, memory) = (900, 3600)
    /// More names than this are not kept: the oldest are forgotten.
    private static let most = 10_000

    private let failures = Mutex<[String: Failures]>([:])

    /// Sees whether a try is let through.
    ///
    /// - Throws: ``Problem`` that says how long to wait.
    func check(name: String, peer: String, at now: Int) throws(Problem) {
        let wait = failures.withLock { failures in
            max(
                Self.wait(failures["n " + name.lowercased()], free: Self.freeOfName, at: now),
                Self.wait(failures["p " + peer], free: Self.freeOfPeer, at: now))
        }
        guard wait > 0 else { return }
        throw Problem(
            .tooMany, Bilingual("登录失败次数过多", "too many logins failed"),
            Bilingual("请在 \(wait) 秒后重试", "try again in \(wait) seconds"), retryAfter: wait)
    }

    /// Notes how a try went.
    func note(name: String, peer: String, succeeded: Bool, at now: Int) {
        failures.withLock { failures in
            if succeeded {
                failures["n " + name.lowercased()] = nil
                return
            }
            if failures.count > Self.most { failures = failures.filter { now - $0.value.last < Self.longest } }
            for key in ["n " + name.lowercased(), "p " + peer] {
                var known = failures[key] ?? Failures()
                if now - known.last > Self.memory { known.count = 0 }
                known.count += 1
                known.last = now
                failures[key] = known
            }
        }
    }

    private static func wait(_ failures: Failures?, free: Int, at now: Int) -> Int {
        guard let failures, failures.count >= free else { return 0 }
        let wait = min(longest, 1 << min(10, failures.count - free + 2))
        return max(0, failures.last + wait - now)
    }
}
