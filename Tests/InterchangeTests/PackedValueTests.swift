import SeededNumbers
import Testing

@testable import Interchange

@Suite("Values as bytes")
struct PackedValueTests {
    private enum Choice: Hashable, Codable {
        case none
        case number(Int64)
        case both(Int, counter: String)
    }

    private struct Part: Hashable, Codable {
        var place: Int?
        var words: String?
        var flag: Bool?
        var share: Double?
    }

    private struct Whole: Hashable, Codable {
        var name: String
        var choice: Choice
        var other: Choice?
        var range: Range<Int>?
        var parts: [Part]
        var lists: [[UInt8]]
    }

    private func whole(_ random: inout SeededGenerator) -> Whole {
        func optional<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
        let words = ["", "支出", "a\u{0}\u{301}", "👍🏽", String(repeating: "长", count: 200)]
        let choices = [Choice.none, .number(.min), .number(.max), .both(-1, counter: "辆")]
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        return Whole(
            name: pick(words), choice: pick(choices), other: optional(pick(choices)), range: optional(3..<9),
            parts: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                Part(
                    place: optional(pick([.min, -1, 0, 127, 128, .max])), words: optional(pick(words)),
                    flag: optional(pick([true, false])), share: optional(pick([-0.1, 0, .infinity, 1e-300])))
            }, lists: pick([[], [[]], [[1, 255], [0]]]))
    }

    @Test("Whatever is packed comes out the same, absent values among present ones too")
    func comesBack() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let value = whole(&random)
            #expect(try PackedValue.value(Whole.self, in: PackedValue.bytes(of: value)) == value)
        }
    }

    @Test("Bytes that end early, go on or say nothing sensible are an error and never a crash")
    func broken() throws {
        var random = SeededGenerator(seed: 6)
        let bytes = try PackedValue.bytes(of: whole(&random))
        #expect(throws: DecodingError.self) { try PackedValue.value(Whole.self, in: bytes.dropLast()) }
        #expect(throws: DecodingError.self) { try PackedValue.value(Whole.self, in: bytes + [0]) }
        for _ in 0..<500 {
            let noise = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try? PackedValue.value(Whole.self, in: noise)
        }
    }
}
