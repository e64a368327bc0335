import Testing

@testable import Reporting

@Suite("CSV")
struct CSVWriterTests {
    /// An independent reader of RFC 4180 for the round trip.
    private static func read(_ text: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = ""
        var quoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, quoted) {
            case ("\"", true) where scalars.first == "\"":
                field += "\""
                scalars.removeFirst()
            case ("\"", _): quoted.toggle()
            case (",", false):
                records[records.count - 1].append(field)
                field = ""
            case ("\r", false): continue
            case ("\n", false):
                records[records.count - 1].append(field)
                field = ""
                records.append([])
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records.dropLast()
    }

    @Test("Random fields of awkward characters read back the same")
    func roundTrip() {
        var generator = SeededGenerator(seed: 20)
        let alphabet = ["a", "决", ",", "\"", "\n", "\r\n", " ", "é", "", "1"]
        for _ in 0..<500 {
            let record = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator))
                    .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }.joined()
            }
            var writer = CSVWriter()
            writer.write(record)
            #expect(Self.read(writer.text) == [record])
        }
    }

    @Test("A byte order mark is written only when asked for")
    func byteOrderMark() {
        #expect(CSVWriter().text.isEmpty)
        #expect(CSVWriter(withByteOrderMark: true).text == "\u{FEFF}")
    }
}
