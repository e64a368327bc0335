import Synchronization

/// Keeps what tasks tell it.
final class Recorder: Sendable {
    private let kept = Mutex<[[String]]>([])

    /// What was told, in order.
    var notes: [[String]] { kept.withLock { $0 } }

    @Sendable func note(_ names: [String]) { kept.withLock { $0.append(names) } }
}
