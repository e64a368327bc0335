import FinalAccounts
import GRDB
import SeededNumbers
import Testing

@testable import Ledger

@Suite("Importing documents")
struct ImportTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
    }

    private func rows(_ table: String) throws -> Int {
        try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    @Test("Lines come back exactly, in every state of budget and amount", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let document = SampleDocuments.random(lines: 200, using: &generator)
        let stored = try ledger.importDocument(document).document
        let expected = LineLayout(document.lines)
        let lines = try ledger.lines(of: stored)
        #expect(lines.count == document.lines.count)
        for (position, line) in lines.enumerated() {
            let original = document.lines[expected.index(at: position)]
            #expect(line == original)
            #expect(line.subject.names.map { Array($0.utf8) } == original.subject.names.map { Array($0.utf8) })
        }
        #expect(try ledger.figures(of: stored) == document.figures)
        #expect(try ledger.evaluations(of: stored) == document.evaluations)
        #expect(try ledger.diagnostics(of: stored) == document.diagnostics)
    }

    @Test("Importing the same document twice changes nothing")
    func idempotent() throws {
        let document = SampleDocuments.disclosure(actuals: [1, 2, 3])
        #expect(try ledger.importDocument(document).status == .imported)
        let lines = try ledger.lines()
        #expect(try ledger.importDocument(document).status == .unchanged)
        #expect(try ledger.lines() == lines)
        #expect(try rows("account_line") == 3)
    }

    @Test("The same bytes under another name are not counted twice")
    func sameBytesOtherName() throws {
        try ledger.importDocument(SampleDocuments.disclosure("a.txt", bytes: "same"))
        let outcome = try ledger.importDocument(SampleDocuments.disclosure("b.txt", bytes: "same"))
        #expect(outcome.status == .unchanged)
        #expect(outcome.document.fileName == "a.txt")
    }

    @Test("A changed document takes the place of the earlier one, which stays as history")
    func supersedes() throws {
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [100, 200]))
        let outcome = try ledger.importDocument(SampleDocuments.disclosure(actuals: [101]))
        #expect(outcome.status == .replaced)
        #expect(outcome.superseded.count == 1)
        #expect(try ledger.lines().map(\.actual) == [Amount(minorUnits: 101)])
        #expect(try ledger.documents().count == 1)
        let history = try ledger.documents(includingSuperseded: true)
        #expect(history.map(\.supersededBy) == [outcome.document.id, nil])
        #expect(try ledger.lines(of: history[0]).map(\.actual?.minorUnits) == [100, 200])
    }

    @Test("The same bytes read in another way replace the first reading")
    func otherReading() throws {
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [100], bytes: "same"))
        let outcome = try ledger.importDocument(SampleDocuments.disclosure(actuals: [100_0000], bytes: "same"))
        #expect(outcome.status == .replaced)
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [100_0000])
    }

    @Test("A document that comes back after a correction counts again and is not stored twice")
    func reinstated() throws {
        let first = SampleDocuments.disclosure(actuals: [100])
        try ledger.importDocument(first)
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [101]))
        #expect(try ledger.importDocument(first).status == .reinstated)
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [100])
        #expect(try ledger.documents(includingSuperseded: true).count == 2)
    }

    @Test("Other years and other units under the same file name count side by side")
    func sameNameElsewhere() throws {
        try ledger.importDocument(SampleDocuments.disclosure("决算.pdf", year: 2022))
        try ledger.importDocument(SampleDocuments.disclosure("决算.pdf", year: 2023))
        try ledger.importDocument(SampleDocuments.disclosure("决算.pdf", unit: BudgetUnit("规划局"), year: 2023))
        #expect(try ledger.lines().count == 3)
        #expect(try ledger.years().map(\.number) == [2022, 2023])
        #expect(try ledger.years(of: BudgetUnit("规划局")).map(\.number) == [2023])
        #expect(try ledger.units().map(\.name) == ["规划局", "青菱街道办事处"])
    }

    @Test("A second document for the same unit and year with other figures is refused; nothing adds up")
    func overlap() throws {
        try ledger.importDocument(SampleDocuments.disclosure("text.txt", actuals: [1]))
        do {
            try ledger.importDocument(SampleDocuments.disclosure("tables.xlsx", actuals: [2]))
            Issue.record("two truths for one year")
        } catch {
            #expect(error.reason == .contradiction)
        }
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [1])
    }

    @Test("A document that breaks a rule leaves no trace")
    func rollback() throws {
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [100]))
        var broken = SampleDocuments.disclosure(actuals: [101, 102])
        broken.evaluations = [EvaluationRecord(name: "x", content: "{not json")]
        do {
            try ledger.importDocument(broken)
            Issue.record("an evaluation that is no JSON was stored")
        } catch {
            #expect(error.reason == .invalidData)
        }
        #expect(try rows("document") == 1)
        #expect(try rows("account_line") == 1)
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [100])
    }

    @Test("A year out of range and a nameless unit are refused with the document's name")
    func invalid() throws {
        for document in [
            SampleDocuments.disclosure("odd.csv", year: 20231),
            SampleDocuments.disclosure("odd.csv", unit: BudgetUnit(" ")),
        ] {
            do {
                try ledger.importDocument(document)
                Issue.record("stored")
            } catch {
                #expect(error.reason == .invalidData)
                #expect(error.description.hasPrefix("odd.csv: "))
            }
        }
    }

    @Test("Lines come in the same order whatever was imported first")
    func orderOfImport() throws {
        let documents = [2023, 2021, 2022].flatMap { year in
            ["乙局", "甲局"].map { SampleDocuments.disclosure(unit: BudgetUnit($0), year: year, actuals: [3, 1, 2]) }
        }
        let other = try Ledger.create(at: folder.file("b.sqlite"))
        for document in documents { try ledger.importDocument(document) }
        for document in documents.reversed() { try other.importDocument(document) }
        #expect(try ledger.lines() == other.lines())
        #expect(try ledger.lines().prefix(3).map(\.actual?.minorUnits) == [3, 1, 2])
    }

    @Test("Lines can be asked for by unit and years")
    func selection() throws {
        for year in 2019...2023 {
            try ledger.importDocument(SampleDocuments.disclosure(year: year))
            try ledger.importDocument(SampleDocuments.disclosure(unit: BudgetUnit("规划局"), year: year))
        }
        let lines = try ledger.lines(of: SampleDocuments.unit, years: FiscalYear(2020)...FiscalYear(2022))
        #expect(lines.map(\.fiscalYear.number) == [2020, 2021, 2022])
        #expect(lines.allSatisfy { $0.unit == SampleDocuments.unit })
        #expect(try ledger.lines(of: BudgetUnit("无")).isEmpty)
    }

    @Test("A run is on record with its documents")
    func runs() throws {
        let run = try ledger.beginRun(
            command: "import a.txt", program: "juesuan 1", at: .init(timeIntervalSince1970: 0))
        #expect(try ledger.importDocument(SampleDocuments.disclosure(), run: run).document.run == run)
        #expect(try ledger.runs().first?.finishedAt == nil)
        try ledger.finishRun(run, outcome: "1 imported", at: .init(timeIntervalSince1970: 60))
        #expect(try ledger.runs().first?.startedAt == "1970-01-01T00:00:00Z")
        #expect(try ledger.runs().first?.finishedAt == "1970-01-01T00:01:00Z")
    }

    @Test("The view for people shows the lines that count")
    func view() throws {
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [100]))
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [101]))
        let actuals = try ledger.read { try Int64.fetchAll($0, sql: "SELECT actual FROM current_line") }
        #expect(actuals == [101])
    }
}
