import SeededNumbers
import Testing

@testable import FinalAccounts

@Suite("Words looked for byte by byte")
struct WordSearchTests {
    private let alphabet = Array("支出決决算表a1。")

    private func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
        String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }

    @Test("are found where a search character by character finds them", arguments: 1...20)
    func agreement(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let whole = text(Int.random(in: 0...12, using: &generator), &generator)
            let word = text(Int.random(in: 0...3, using: &generator), &generator)
            let characters = Array(whole)
            let places = 0...max(0, characters.count - word.count)
            let stands = word.isEmpty || places.contains { characters[$0...].starts(with: Array(word)) }
            #expect(whole.holds(word) == stands)
            #expect(whole[...].holds(word) == stands)
            #expect(whole.opens(with: word) == characters.starts(with: Array(word)))
            #expect(whole.closes(with: word) == characters.reversed().starts(with: Array(word).reversed()))
        }
    }

    @Test("are found in a part of a text within its bounds")
    func part() {
        let text = "一般公共预算"
        #expect(text.dropFirst(2).holds("公共"))
        #expect(!text.dropLast(2).holds("预算"))
        #expect(text.dropLast(2).closes(with: "公共"))
    }
}
