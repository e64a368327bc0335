import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// Fork and join over the cores, for work whose parts do not depend on one another.
///
/// Parts are numbered and each computes its own result, so that results do not depend on the number of threads. A
/// blocking fork-join instead of a task group: forecasting is called from synchronous code, and nothing in it waits.
struct Parallel: Sendable {
    /// The number of threads, at least one.
    let threads: Int

    /// - Parameter threads: `nil` for one per core.
    init(threads: Int?) {
        self.threads = max(threads ?? Self.cores, 1)
    }

    private static var cores: Int {
        Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// Calls `body` once for every number below `count`.
    func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
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
    func map<R: Sendable>(_ count: Int, _ body: @Sendable (Int) throws(ForecastError) -> R) throws(ForecastError) -> [R]
    {
        var slots = [Result<R, ForecastError>?](repeating: nil, count: count)
        slots.withUnsafeMutableBufferPointer { slots in
            // Each part writes its own slot only.
            nonisolated(unsafe) let slots = slots
            forEach(count) { part in
                do throws(ForecastError) {
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
}
