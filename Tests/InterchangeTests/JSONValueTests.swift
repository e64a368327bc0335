import Foundation
import Testing

@testable import Interchange

@Suite("JSON")
struct JSONValueTests {
    private static let awkward = JSONValue.object([
        "z": .array([.null, .boolean(true), .integer(-3), .number(0.1), .number(1e300), .number(2)]),
        "a\"\\": .string("决算\u{0}\n\u{2028}\u{1F}👍/"), "": .object([:]), "é": .array([]),
    ])

    @Test(
        "What is written reads back the same through another parser",
        arguments: [JSONValue.Layout.compact, .indented, .spaced])
    func readsBack(layout: JSONValue.Layout) throws {
        let data = Data(Self.awkward.text(layout).utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
        let expected: NSDictionary = [
            "z": [NSNull(), true, -3, 0.1, 1e300, 2], "a\"\\": "决算\u{0}\n\u{2028}\u{1F}👍/",
            "": [String: Int](), "é": [Int](),
        ]
        #expect(object == expected)
    }

    @Test("Keys stand in order of their code points")
    func keysAreSorted() {
        let value = JSONValue.object(["b": .integer(1), "a": .integer(2), "B": .integer(3), "年": .integer(4)])
        #expect(value.text() == #"{"B":3,"a":2,"b":1,"年":4}"#)
    }

    @Test("Numbers that JSON does not have become null")
    func nonFinite() {
        #expect(JSONValue.array([.number(.nan), .number(.infinity)]).text() == "[null,null]")
    }
}
