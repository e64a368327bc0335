import Glibc
import Platform

/// What a command took.
enum Expense {
    /// Time since a moment and the most memory this process held, in words.
    static func sentence(since start: ContinuousClock.Instant) -> Bilingual {
        let (seconds, fraction) = (ContinuousClock.now - start).components
        let tenths = Int(fraction / 100_000_000_000_000_000)
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let memory = usage.ru_maxrss / 1024
        return Bilingual(
            "用时 \(seconds).\(tenths) 秒，内存最多 \(memory) MB", "took \(seconds).\(tenths) s and at most \(memory) MB")
    }
}
