import FinalAccounts
import SeededNumbers
import Testing

@testable import Interchange

@Suite("Account lines written and read back")
struct AccountLineRoundTripTests {
    /// What tells dialects apart: blanks of every width, quotation marks, separators, ends of lines, marks that join the
    /// character before them, backslashes.
    private static let pieces = [
        " ", "\t", "\u{3000}", "\u{A0}", "\u{FEFF}", "\"", "\"\"", "\u{301}", ",", ";", "，", "\n", "\r", "\r\n", "/",
        "\\",
        "'", "=1+1", "-", "—", "a", "决算", "追加经费", "👩‍💻", "unbudgeted", "0",
    ]

    private static func text(_ random: inout SeededGenerator, atLeast least: Int) -> String {
        (0..<Int.random(in: least...7, using: &random)).map { _ in random.pick(pieces) }.joined()
    }

    private static func amount(_ random: inout SeededGenerator) -> Amount? {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: nil
        case 1: .zero
        case 2: Amount(minorUnits: Int64.random(in: -99...99, using: &random))
        case 3: Amount(minorUnits: Int64.random(in: -Int64.max...Int64.max, using: &random))
        case 4: Amount(minorUnits: random.pick([Int64.max, -Int64.max]))
        default: Amount(minorUnits: Int64.random(in: 1...10_000_000, using: &random) * 100)
        }
    }

    private static func subject(_ random: inout SeededGenerator) -> Subject {
        let depth = Int.random(in: 1...3, using: &random)
        let level = SubjectLevel(depth: depth)
        let names = (0..<Int.random(in: 0...depth, using: &random)).map { _ in text(&random, atLeast: 1) }
        if names.isEmpty || random.happens(0.5) {
            let code = String(Int.random(in: 1_000_000...9_999_999, using: &random)).prefix(depth * 2 + 1)
            return Subject(code: String(code), names: names, level: level)
        }
        return Subject(code: nil, names: names, level: level)
    }

    private static func line(_ random: inout SeededGenerator) -> AccountLine {
        AccountLine(
            unit: BudgetUnit(text(&random, atLeast: 0)),
            fiscalYear: FiscalYear(Int.random(in: 1950...2099, using: &random)),
            fund: random.pick(Fund.allCases), subject: subject(&random),
            initialBudget: random.oneIn(4) ? .unbudgeted : amount(&random).map { .stated($0) } ?? .notStated,
            adjustedBudget: amount(&random), actual: amount(&random), basic: amount(&random), project: amount(&random),
            reason: random.oneIn(5) ? nil : text(&random, atLeast: 1), origin: random.pick([.published, .synthetic]))
    }

    private static func csv(_ lines: [AccountLine]) -> [UInt8] {
        var text = ByteText()
        AccountLineCSVWriter.writeHeader(to: &text)
        for line in lines { AccountLineCSVWriter.write(line, to: &text) }
        return Array(text.text.utf8)
    }

    /// The lines read back; where in the file each stood is no part of the comparison.
    private static func readBack(_ lines: [AccountLine]) throws -> [AccountLine] {
        try AccountLineCSVReader().read(utf8: csv(lines), file: "lines.csv").lines.map { line in
            var line = line
            line.source = nil
            return line
        }
    }

    @Test("Every field of random lines is the same again", arguments: 0..<40)
    func identity(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = (0..<50).map { _ in Self.line(&random) }
        let read = try Self.readBack(lines)
        #expect(read.count == lines.count)
        for (found, given) in zip(read, lines) where found != given || !Self.areSame(found.reason, given.reason) {
            Issue.record("seed \(seed): \(given) was read back as \(found)")
            return
        }
    }

    /// Whether two texts have the same characters, not only such as look alike.
    private static func areSame(_ left: String?, _ right: String?) -> Bool {
        left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
    }

    @Test(
        "Blanks at the edges of a reason stay",
        arguments: [
            " 追加", "追加 ", "\t追加\t", "\u{3000}追加\u{3000}", " ", "\"追加\"", ",追加,", "\n追加\n", " \"a\" ", "=1+1", "-追加",
            "'=追加", "\"\u{301}",
        ])
    func edges(reason: String) throws {
        let line = AccountLine(
            unit: BudgetUnit(" 某局 "), fiscalYear: FiscalYear(2023), subject: Subject(names: [" 教育支出"]),
            actual: Amount(minorUnits: 1), reason: reason)
        #expect(try Self.readBack([line]) == [line])
    }

    @Test("An empty reason is none: an empty cell is not stated, in quotation marks or not")
    func emptyReason() throws {
        let text = "fiscal_year,subject_name,actual,reason\n2023,a,1,\"\"\n2023,a,1,\n2023,a,1,  \n"
        let lines = try AccountLineCSVReader().read(utf8: Array(text.utf8), file: "a.csv").lines
        #expect(lines.map(\.reason) == [nil, nil, nil])
    }
}
