import Platform
import Testing

@testable import Service

@Suite("What was worked out and is kept")
struct ResultCacheTests {
    private static let states = ["one", "two"].map { ContentHash(of: $0.utf8) }

    private func entry(_ letter: UInt8, bytes: Int = 100) -> ResultCache.Entry {
        ResultCache.Entry(bytes: [UInt8](repeating: letter, count: bytes), headers: HeaderFields())
    }

    @Test("What is asked for again is not worked out again")
    func again() async throws {
        let cache = ResultCache(mostBytes: 1 << 20)
        for letter in [1, 2] as [UInt8] {
            let found = try await cache.entry("a", of: Self.states[0]) { entry(letter) }
            #expect(found.bytes.first == 1)
        }
        #expect(cache.counts.hits == 1 && cache.counts.misses == 1)
    }

    @Test("What was worked out for an earlier state of the ledger is let go when the next is asked for")
    func nextState() async throws {
        let cache = ResultCache(mostBytes: 1 << 20)
        for name in ["a", "b", "c"] { _ = try await cache.entry(name, of: Self.states[0]) { entry(1) } }
        _ = try await cache.entry("d", of: Self.states[1]) { entry(1) }
        #expect(cache.counts.entries == 1)
        #expect(cache.known("a") == nil && cache.known("d") != nil)
    }

    @Test("What is finished for an earlier state, when the next was asked for already, is answered and not kept")
    func late() async throws {
        let cache = ResultCache(mostBytes: 1 << 20)
        let late = try await cache.entry("a", of: Self.states[0]) {
            _ = try await cache.entry("b", of: Self.states[1]) { entry(2) }
            return entry(1)
        }
        #expect(late.bytes.first == 1)
        #expect(cache.known("a") == nil && cache.known("b") != nil)
    }

    @Test("Within the bound of bytes what was not asked for longest goes first")
    func bound() async throws {
        // No entry may take more than a quarter of the room.
        let cache = ResultCache(mostBytes: 50_000)
        for letter in UInt8(0)..<12 {
            var bytes = SystemRandomNumberGenerator()
            let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &bytes) }
            _ = try await cache.entry("\(letter)", of: Self.states[0]) {
                ResultCache.Entry(bytes: noise, headers: HeaderFields())
            }
        }
        #expect(cache.counts.bytes <= 50_000)
        #expect(cache.known("11") != nil && cache.known("1") == nil)
    }
}
