import Foundation

/// Works on many items in parallel and hands the results over in the items' order.
enum OrderedWork {
    /// How many items are under way at once, finished ones that wait for their turn included.
    private static var window: Int { ProcessInfo.processInfo.activeProcessorCount * 2 }

    /// Runs `work` on every item and calls `consume` with each result, in order.
    ///
    /// No more than a window of results is held, so memory does not grow with the number of items.
    static func run<Item: Sendable, Product: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Product,
        consume: (Item, Product) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Product).self) { group in
            var started = 0
            var waiting: [Int: Product] = [:]
            func startNext() {
                guard started < items.count else { return }
                let index = started
                let item = items[index]
                started += 1
                group.addTask { (index, work(item)) }
            }
            for _ in 0..<min(window, items.count) { startNext() }
            for next in items.indices {
                while waiting[next] == nil {
                    guard let (index, product) = try await group.next() else { return }
                    waiting[index] = product
                }
                if let product = waiting.removeValue(forKey: next) { try consume(items[next], product) }
                startNext()
            }
        }
    }
}
