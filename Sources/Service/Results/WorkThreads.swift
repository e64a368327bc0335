import Foundation

/// Threads for what computes or waits for a disk, so that the few that take requests in and hand answers out never do.
struct WorkThreads: Sendable {
    private let queue: OperationQueue

    /// - Parameter count: how much is worked on at once; the rest waits in order.
    init(count: Int) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = count
    }

    /// Runs a piece of work to its end.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}
