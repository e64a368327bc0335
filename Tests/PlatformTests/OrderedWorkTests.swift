import Testing

@testable import Platform

@Suite("Parallel work in order")
struct OrderedWorkTests {
    private struct Collector: OrderedConsumer {
        struct Stop: Error {}
        var taken: [Int] = []
        var stopAt: Int?

        mutating func consume(_ item: Int, _ product: String) throws {
            if item == stopAt { throw Stop() }
            #expect(product == "result \(item)")
            taken.append(item)
        }
    }

    @Test("Results are taken in the order of the items, whichever is through first", arguments: [1, 2, 5, 100])
    func order(width: Int) async throws {
        var collector = Collector()
        try await OrderedWork(width: width, budget: 1000).run(
            Array(0..<300), into: &collector, estimate: { $0 % 7 * 100 }
        ) { item in
            var waste = 0
            for step in 0..<((item * 7919) % 1000) { waste &+= step }
            return waste == -1 ? "" : "result \(item)"
        }
        #expect(collector.taken == Array(0..<300))
    }

    @Test("The first error of the consumer ends the run")
    func error() async {
        var collector = Collector(stopAt: 20)
        await #expect(throws: Collector.Stop.self) {
            try await OrderedWork(width: 4, budget: 10).run(
                Array(0..<100), into: &collector, estimate: { _ in 1 }, { "result \($0)" })
        }
        #expect(collector.taken == Array(0..<20))
    }

    @Test("Items wait while the budget is held by earlier ones, and one is always under way")
    func budget() {
        var queue = OrderedQueue(estimates: [60, 60, 500, 10], width: 4, budget: 100)
        #expect(queue.begin() == 0)
        #expect(queue.begin() == nil)
        queue.finish()
        #expect(queue.begin() == nil)
        queue.take()
        #expect(queue.begin() == 1)
        queue.finish()
        queue.take()
        #expect(queue.begin() == 2)
        #expect(queue.begin() == nil)
        queue.finish()
        queue.take()
        #expect(queue.begin() == 3)
    }

    @Test("No more items are under way than the width allows")
    func width() {
        var queue = OrderedQueue(estimates: Array(repeating: 1, count: 10), width: 3, budget: 100)
        #expect([queue.begin(), queue.begin(), queue.begin(), queue.begin()] == [0, 1, 2, nil])
        queue.finish()
        #expect(queue.begin() == 3)
    }

    @Test("Without a budget no more results wait to be taken than eight for each item under way")
    func unbounded() {
        var queue = OrderedQueue(estimates: Array(repeating: 0, count: 100), width: 2, budget: .max)
        for index in 0..<16 {
            #expect(queue.begin() == index)
            queue.finish()
        }
        #expect(queue.begin() == nil)
        queue.take()
        #expect(queue.begin() == 16)
    }
}
