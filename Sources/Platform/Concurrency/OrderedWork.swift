/// Takes the results of parallel work, one after the other in the order of the items.
package protocol OrderedConsumer<Item, Product> {
    associatedtype Item: Sendable
    associatedtype Product: Sendable

    /// Takes the result for one item.
    mutating func consume(_ item: Item, _ product: Product) throws
}

/// Works on many items in parallel, within a memory budget where there is one, and hands the results over in the items'
/// order.
///
/// Items are begun in order, and an item whose estimate does not fit into what is left of the budget waits until
/// earlier ones have been taken. One item is always under way, however large it is. Results not yet taken are at most
/// eight for each item under way, so memory does not grow with the number of items.
package struct OrderedWork: Sendable {
    /// How many items are worked on at once.
    package let width: Int
    /// The bytes that items under way and results not yet taken may hold by estimate; `nil` for no bound.
    package let budget: Int?

    /// - Parameter width: `nil` for one item per core.
    package init(width: Int? = nil, budget: Int? = nil) {
        self.width = max(1, width ?? Parallel.cores)
        self.budget = budget
    }

    /// Runs `work` on every item; `consumer` takes each result in order. The first error it throws ends the run, after
    /// the items under way are through.
    package func run<Consumer: OrderedConsumer>(
        _ items: [Consumer.Item], into consumer: inout Consumer, estimate: (Consumer.Item) -> Int = { _ in 0 },
        _ work: @escaping @Sendable (Consumer.Item) -> Consumer.Product
    ) async throws {
        try await run(items, estimate: estimate, work) { try consumer.consume($0, $1) }
    }

    /// Runs `work` on every item; `take` gets each result in order. The first error it throws ends the run, after the
    /// items under way are through.
    package func run<Item: Sendable, Product: Sendable>(
        _ items: [Item], estimate: (Item) -> Int = { _ in 0 }, _ work: @escaping @Sendable (Item) -> Product,
        take: (Item, Product) throws -> Void
    ) async throws {
        var queue = OrderedQueue(estimates: items.map(estimate), width: width, budget: budget ?? .max)
        var failure: (any Error)?
        await withTaskGroup(of: (Int, Product).self) { group in
            var waiting: [Int: Product] = [:]
            while let index = queue.begin() {
                let item = items[index]
                group.addTask { (index, work(item)) }
            }
            while failure == nil, let (index, product) = await group.next() {
                queue.finish()
                waiting[index] = product
                while failure == nil, let next = waiting.removeValue(forKey: queue.taken) {
                    do { try take(items[queue.taken], next) } catch { failure = error }
                    queue.take()
                }
                while failure == nil, let index = queue.begin() {
                    let item = items[index]
                    group.addTask { (index, work(item)) }
                }
            }
        }
        if let failure { throw failure }
    }
}

/// Which items of ordered work are begun, finished and taken.
struct OrderedQueue {
    private let estimates: [Int]
    private let width: Int
    private let budget: Int
    private var begun = 0
    private var running = 0
    private var held = 0
    /// How many results were taken: the index of the next to be.
    private(set) var taken = 0

    init(estimates: [Int], width: Int, budget: Int) {
        self.estimates = estimates
        self.width = max(1, width)
        self.budget = budget
    }

    /// The index of an item that may be begun now; `nil` when all are or the next has to wait.
    mutating func begin() -> Int? {
        guard begun < estimates.count, running < width, begun - taken < width * 8 else { return nil }
        guard begun == taken || held + estimates[begun] <= budget else { return nil }
        held += estimates[begun]
        running += 1
        begun += 1
        return begun - 1
    }

    /// An item is through.
    mutating func finish() {
        running -= 1
    }

    /// The next result was taken.
    mutating func take() {
        held -= estimates[taken]
        taken += 1
    }
}
