import CSVReading
import SeededNumbers
import Testing

@testable import Interchange

@Suite("CSV")
struct CSVWriterTests {
    @Test("Random fields of awkward characters read back the same")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 20)
        let alphabet = [
            "a", "决", ",", "\"", "\n", "\r\n", " ", "\t", "\u{3000}", "\u{301}", "é", "", "1", "=", "+", "-", "@", "'",
        ]
        for _ in 0..<500 {
            let record = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator))
                    .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }.joined()
            }
            var writer = CSVWriter()
            writer.write(record)
            #expect(CSVReading.records(writer.text).map { $0.map(Self.armed) } == [record])
            if record.contains(where: { !$0.isEmpty }) {
                var scanner = CSVScanner(Array(writer.text.utf8))
                #expect(try scanner.nextTexts(file: "") == record)
            }
        }
    }

    /// The text behind the one apostrophe that kept it from being run.
    private static func armed(_ field: String) -> String {
        let risky: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t"]
        guard field.unicodeScalars.first == "'", let sign = field.unicodeScalars.first(where: { $0 != "'" }),
            risky.contains(sign)
        else { return field }
        return String(String.UnicodeScalarView(field.unicodeScalars.dropFirst()))
    }

    @Test(
        "A text that a spreadsheet would run is kept from it and reads back",
        arguments: [
            "=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "'=1", "''=1", "-甲", "+86 10", "=",
            "@", "'-5", "-5;1",
        ])
    func formulas(text: String) throws {
        var writer = CSVWriter()
        writer.write([text])
        let written = try #require(CSVReading.records(writer.text).first?.first)
        #expect(written == "'" + text)
        var scanner = CSVScanner(Array(writer.text.utf8))
        #expect(try scanner.nextTexts(file: "") == [text])
    }

    @Test(
        "Numbers, dashes and texts that are no formula are written as they are",
        arguments: [
            "-5", "-1234.56", "-1,234.56", "+3.2%", "-", "--", "12", "甲=乙", "'甲'", "'", "O'Neill", "2010301", "",
        ])
    func plain(text: String) throws {
        var writer = CSVWriter()
        writer.write(["a", text])
        #expect(CSVReading.records(writer.text) == [["a", text]])
        var scanner = CSVScanner(Array(writer.text.utf8))
        #expect(try scanner.nextTexts(file: "") == ["a", text])
    }

    @Test("A byte order mark is written only when asked for")
    func byteOrderMark() {
        #expect(CSVWriter().text.isEmpty)
        #expect(CSVWriter(withByteOrderMark: true).text == "\u{FEFF}")
    }
}
