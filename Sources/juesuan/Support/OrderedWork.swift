import Foundation

/// Takes the results of work that runs in parallel, one after the other in the order of the items.
protocol OrderedConsumer<Item, Product> {
    associatedtype Item: Sendable
    associatedtype Product: Sendable

    /// Takes the result for one item.
    mutating func consume(_ item: Item, _ product: Product) throws
}

/// Works on many items in parallel and hands the results over in the items' order.
enum OrderedWork {
    /// How many items are worked on before their results are taken: enough that cores rarely wait for the last one.
    private static var window: Int { ProcessInfo.processInfo.activeProcessorCount * 8 }

    /// Runs `work` on every item; `consumer` takes each result, in order.
    ///
    /// No more than a window of results is held, so memory does not grow with the number of items.
    static func run<Consumer: OrderedConsumer>(
        _ items: [Consumer.Item], into consumer: inout Consumer,
        _ work: @escaping @Sendable (Consumer.Item) -> Consumer.Product
    ) async throws {
        var next = 0
        while next < items.count {
            let products = await window(of: items, from: next, work)
            for product in products {
                try consumer.consume(items[next], product)
                next += 1
            }
        }
    }

    private static func window<Item: Sendable, Product: Sendable>(
        of items: [Item], from start: Int, _ work: @escaping @Sendable (Item) -> Product
    ) async -> [Product] {
        let indices = start..<min(items.count, start + window)
        return await withTaskGroup(of: (Int, Product).self, returning: [Product].self) { group in
            for index in indices {
                let item = items[index]
                group.addTask { (index, work(item)) }
            }
            var products: [(Int, Product)] = []
            for await product in group { products.append(product) }
            return products.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
