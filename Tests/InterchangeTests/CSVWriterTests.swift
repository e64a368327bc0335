import CSVReading
import SeededNumbers
import Testing

@testable import Interchange

@Suite("CSV")
struct CSVWriterTests {
    @Test("Random fields of awkward characters read back the same")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 20)
        let alphabet = ["a", "决", ",", "\"", "\n", "\r\n", " ", "\t", "\u{3000}", "\u{301}", "é", "", "1"]
        for _ in 0..<500 {
            let record = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator))
                    .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }.joined()
            }
            var writer = CSVWriter()
            writer.write(record)
            #expect(CSVReading.records(writer.text) == [record])
            if record.contains(where: { !$0.isEmpty }) {
                var scanner = CSVScanner(Array(writer.text.utf8))
                #expect(try scanner.nextTexts(file: "") == record)
            }
        }
    }

    @Test("A byte order mark is written only when asked for")
    func byteOrderMark() {
        #expect(CSVWriter().text.isEmpty)
        #expect(CSVWriter(withByteOrderMark: true).text == "\u{FEFF}")
    }
}
