import Dispatch
import Glibc

/// Fork and join over the cores, for work whose parts do not depend on one another.
///
/// Parts are numbered and each computes its own result, so that results do not depend on the number of threads. A
/// blocking fork-join instead of a task group: figures are worked out in synchronous code, and nothing in it waits.
package struct Parallel: Sendable {
    /// The number of threads, at least one.
    package let threads: Int

    /// - Parameter threads: `nil` for one per core.
    package init(threads: Int? = nil) {
        self.threads = max(threads ?? Self.cores, 1)
    }

    /// The processors that are there.
    package static var cores: Int {
        Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// Calls `body` once for every number below `count`.
    package func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        let workers = min(threads, count)
        guard workers > 1 else {
            for part in 0..<max(count, 0) { body(part) }
            return
        }
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for part in stride(from: worker, to: count, by: workers) { body(part) }
        }
    }

    /// The results of `body` for every number below `count`, in order; the first error in order is thrown.
    package func map<R: Sendable, E: Error>(
        _ count: Int, _ body: @Sendable (Int) throws(E) -> R
    ) throws(E) -> [R] {
        var slots = [Result<R, E>?](repeating: nil, count: count)
        slots.withUnsafeMutableBufferPointer { slots in
            // Each part writes its own slot only.
            nonisolated(unsafe) let slots = slots
            forEach(count) { part in
                do throws(E) {
                    slots[part] = .success(try body(part))
                } catch {
                    slots[part] = .failure(error)
                }
            }
        }
        var results: [R] = []
        results.reserveCapacity(count)
        for case .some(let slot) in slots { results.append(try slot.get()) }
        return results
    }

    /// The results of `body` for every number below `count`, in order, each written where it stays; for small parts that
    /// cannot fail.
    package func mapEach<R: Sendable>(_ count: Int, _ body: @Sendable (Int) -> R) -> [R] {
        let stretches = stretches(of: count)
        return [R](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each part writes its own entries only, and together they write all of them.
            nonisolated(unsafe) let buffer = buffer
            forEach(stretches.count) { part in
                for place in stretches[part] { buffer.initializeElement(at: place, to: body(place)) }
            }
            initialized = count
        }
    }

    /// Stretches of nearly equal length that together are `count` numbers: a few for every thread, so that none waits
    /// long for another.
    package func stretches(of count: Int) -> [Range<Int>] {
        let parts = min(threads * 8, count)
        return (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
    }
}
