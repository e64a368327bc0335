import FinalAccounts
import GRDB
import Platform
import SeededNumbers
import Testing

@testable import Ledger

@Suite("One truth a year")
struct EditionTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private static let body = BudgetUnit("临江市河湖管理局")

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
    }

    private struct Row {
        var code: String
        var actual: Int64?
        var budget: Int64?
        var reason: String?
        var name = "事项"
    }

    private func document(
        _ name: String, _ rows: [Row], year: Int = 2023, unit: BudgetUnit = body, kind: DocumentKind = .accounts,
        figures: [FigureRecord] = []
    ) -> LedgerDocument {
        LedgerDocument(
            fileName: name, contentHash: ContentHash(of: "\(name) \(rows) \(year) \(unit.name)".utf8), unit: unit,
            fiscalYear: FiscalYear(year), kind: kind, lines: rows.map { line($0, year: year, unit: unit) },
            figures: figures)
    }

    private func line(_ row: Row, year: Int, unit: BudgetUnit = body) -> AccountLine {
        AccountLine(
            unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: row.code, names: [row.name], level: .item),
            initialBudget: row.budget.map { .stated(Amount(minorUnits: $0)) } ?? .notStated,
            actual: row.actual.map(Amount.init(minorUnits:)), reason: row.reason)
    }

    private func actuals(_ ledger: Ledger) throws -> [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: try ledger.lines().map {
                ("\($0.fiscalYear) \($0.subject.code ?? "")", $0.actual?.minorUnits ?? -1)
            })
    }

    private func refusal(_ document: LedgerDocument, terms: ImportTerms = ImportTerms()) -> LedgerError? {
        do {
            try ledger.importDocument(document, terms: terms)
            return nil
        } catch {
            return error
        }
    }

    private let first = [Row(code: "2130301", actual: 900_00), Row(code: "2130305", actual: 600_00)]
    private let corrected = [Row(code: "2130301", actual: 950_00), Row(code: "2130305", actual: 600_00)]

    @Test("The same figures in another file change nothing")
    func sameFigures() throws {
        try ledger.importDocument(document("a.pdf", first))
        let before = try ledger.factsHash()
        let outcome = try ledger.importDocument(document("again.docx", first))
        #expect(outcome.status == .unchanged)
        #expect(outcome.document.fileName == "a.pdf")
        #expect(try ledger.factsHash() == before)
    }

    @Test("Other figures of the same year are refused with both quoted, and the ledger is left as it is")
    func contradiction() throws {
        try ledger.importDocument(document("a.pdf", first))
        let error = try #require(refusal(document("b.pdf", corrected)))
        #expect(error.reason == .contradiction)
        for words in ["b.pdf", "a.pdf", "2130301", "950", "900", "--edition", "--supplement", "--keep"] {
            #expect(error.description.contains(words))
        }
        #expect(try ledger.documents(includingSuperseded: true).count == 1)
    }

    @Test("A person decides: an edition replaces, a supplement fills gaps, keeping leaves all as it was")
    func decisions() throws {
        let more = corrected + [Row(code: "2130399", actual: 7_00)]
        for decision in ImportTerms.Decision.allCases {
            let ledger = try Ledger.create(at: folder.file("\(decision).sqlite"))
            try ledger.importDocument(document("a.pdf", first))
            let outcome = try ledger.importDocument(document("b.pdf", more), terms: ImportTerms(decision: decision))
            let found = try actuals(ledger)
            switch decision {
            case .edition:
                #expect(outcome.status == .replaced)
                #expect(found == ["2023 2130301": 950_00, "2023 2130305": 600_00, "2023 2130399": 7_00])
            case .supplement:
                #expect(outcome.status == .supplemented)
                #expect(found == ["2023 2130301": 900_00, "2023 2130305": 600_00, "2023 2130399": 7_00])
                #expect(outcome.differences.map(\.stated) == ["950"])
            case .keep:
                #expect(outcome.status == .kept)
                #expect(found == ["2023 2130301": 900_00, "2023 2130305": 600_00])
                #expect(try ledger.importDocument(document("b.pdf", more)).status == .history)
            }
            #expect(try ledger.verify().problems == [])
        }
    }

    @Test("A document that says of itself that it corrects an earlier one replaces it")
    func saysItCorrects() throws {
        try ledger.importDocument(document("a.pdf", first))
        var second = document("b.pdf", corrected)
        second.isCorrection = true
        #expect(try ledger.importDocument(second).status == .replaced)
        #expect(try actuals(ledger)["2023 2130301"] == 950_00)
    }

    @Test("An edition leaves the other bodies and years of what it replaces as they are")
    func otherYearsStay() throws {
        let both = LedgerDocument(
            fileName: "all.csv", contentHash: ContentHash(of: "all".utf8),
            lines: first.map { line($0, year: 2022) } + first.map { line($0, year: 2023) })
        try ledger.importDocument(both, terms: ImportTerms(isConfirmed: true))
        var shorter = both
        shorter.contentHash = ContentHash(of: "shorter".utf8)
        shorter.lines = corrected.map { line($0, year: 2023) }
        #expect(try ledger.importDocument(shorter).status == .replaced)
        #expect(
            try actuals(ledger) == [
                "2022 2130301": 900_00, "2022 2130305": 600_00, "2023 2130301": 950_00, "2023 2130305": 600_00,
            ])
    }

    @Test("Tables tell the actuals, the text budgets and reasons: one line has both, whichever came first")
    func supplement() throws {
        let tables = document("tables.xlsx", first)
        let text = document(
            "text.docx", [Row(code: "2130301", actual: 900_00, budget: 1_000_00, reason: "人员减少")])
        let other = try Ledger.create(at: folder.file("b.sqlite"))
        for document in [tables, text] { try ledger.importDocument(document) }
        for document in [text, tables] { try other.importDocument(document) }
        #expect(try ledger.factsHash() == other.factsHash())
        let line = try #require(try ledger.lines().first { $0.subject.code == "2130301" })
        #expect(line.actual?.minorUnits == 900_00)
        #expect(line.initialBudget.amount?.minorUnits == 1_000_00)
        #expect(line.reason == "人员减少")
        #expect(try ledger.lines().count == 2)
    }

    @Test("Lines of subjects that the other document knows nothing of are not added up")
    func disjoint() throws {
        try ledger.importDocument(document("a.csv", first))
        #expect(refusal(document("b.csv", [Row(code: "2010301", actual: 5_00)]))?.reason == .contradiction)
        #expect(
            try ledger.importDocument(
                document("b.csv", [Row(code: "2010301", actual: 5_00)]), terms: ImportTerms(decision: .supplement)
            ).status == .supplemented)
        #expect(try ledger.lines().count == 3)
    }

    @Test("What one document prints in yuan and another in 万元 is one figure, the finer")
    func precision() throws {
        let fine = (0..<8).map { Row(code: "213030\($0)", actual: 12_345_67 + Int64($0) * 1_111_111) }
        let coarse = fine.map { row in
            Row(code: row.code, actual: row.actual.map { ($0 + 5_000) / 10_000 * 10_000 }, budget: 70_000_00)
        }
        let other = try Ledger.create(at: folder.file("b.sqlite"))
        try ledger.importDocument(document("yuan.xlsx", fine))
        try ledger.importDocument(document("wan.docx", coarse))
        try other.importDocument(document("wan.docx", coarse))
        try other.importDocument(document("yuan.xlsx", fine))
        #expect(try ledger.factsHash() == other.factsHash())
        #expect(try ledger.lines().map { $0.actual?.minorUnits } == fine.map(\.actual))
        #expect(try ledger.lines().allSatisfy { $0.initialBudget.amount?.minorUnits == 70_000_00 })
    }

    @Test("A plan is no actual: it stands alone until accounts come, then it only tells budgets they are silent of")
    func plan() throws {
        let plan = document(
            "budget.pdf", [Row(code: "2130301", budget: 800_00), Row(code: "2130306", budget: 5_00)], kind: .plan)
        try ledger.importDocument(plan)
        #expect(try ledger.lines().allSatisfy { $0.actual == nil })
        try ledger.importDocument(document("tables.xlsx", first))
        let lines = try ledger.lines()
        #expect(lines.compactMap(\.actual?.minorUnits).reduce(0, +) == 1_500_00)
        #expect(lines.compactMap(\.initialBudget.amount?.minorUnits).reduce(0, +) == 800_00)
        try ledger.importDocument(document("text.docx", [Row(code: "2130301", actual: 900_00, budget: 790_00)]))
        #expect(try ledger.lines().compactMap(\.initialBudget.amount?.minorUnits) == [790_00])
    }

    @Test("A body is one however its name is spelled")
    func spelling() throws {
        try ledger.importDocument(document("a.pdf", first, unit: BudgetUnit("临江市 河湖管理局(机关)")))
        let second = document("b.pdf", corrected, unit: BudgetUnit("临江市河湖管理局（机关）"))
        #expect(refusal(second)?.reason == .contradiction)
        #expect(try ledger.units().map(\.name) == ["临江市河湖管理局（机关）"])
    }

    @Test("A year that is a copy of the one before, or in another unit, is asked about")
    func doubtfulYears() throws {
        let rows = (0..<9).map { Row(code: "213030\($0)", actual: 31_415_92 + Int64($0) * 271_828) }
        try ledger.importDocument(document("2022.csv", rows, year: 2022))
        let copy = document("2023.csv", rows)
        #expect(refusal(copy)?.description.contains("was the file of 2022 taken?") == true)
        let inThousands = document("2023.csv", rows.map { Row(code: $0.code, actual: ($0.actual ?? 0) / 9_876) })
        #expect(refusal(inThousands)?.description.contains("another unit") == true)
        #expect(refusal(inThousands)?.reason == .doubtful)
        let outcome = try ledger.importDocument(copy, terms: ImportTerms(isConfirmed: true))
        #expect(outcome.status == .imported)
        #expect(outcome.remarks.count == 1)
    }

    @Test("A file whose rows all stand twice is refused; one subject in two rows is said")
    func doubledRows() throws {
        #expect(refusal(document("a.csv", first + first))?.reason == .doubtful)
        let outcome = try ledger.importDocument(document("b.csv", first + [Row(code: "2130301", actual: 3_00)]))
        #expect(outcome.remarks.first?.en.contains("2130301") == true)
        #expect(try ledger.lines().count == 3)
    }

    @Test("Taking a document out gives back what it had replaced; putting it back undoes that")
    func removal() throws {
        try ledger.importDocument(document("a.pdf", first))
        let original = try ledger.factsHash()
        let edition = try ledger.importDocument(document("a.pdf", corrected)).document
        let replaced = try ledger.factsHash()
        let event = try #require(try ledger.remove(document: edition.id, who: "李某", why: "误传"))
        #expect(event.changes.map { [$0.before?.minorUnits, $0.after?.minorUnits] } == [[950_00, 900_00]])
        #expect(try ledger.factsHash() == original)
        #expect(try ledger.remove(document: edition.id, who: "李某", why: "误传") == nil)
        #expect(try ledger.importDocument(document("a.pdf", corrected)).status == .history)
        try ledger.reinstate(document: edition.id, who: "李某", why: "无误")
        #expect(try ledger.factsHash() == replaced)
        #expect(try ledger.history().map(\.action) == [.reinstated, .removed, .imported, .imported])
        #expect(try ledger.history().first?.who == "李某")
        #expect(try ledger.verify().problems == [])
    }

    @Test("The past can be read as of a day")
    func asOf() throws {
        for (day, rows) in [(0, first), (10, corrected)] {
            let run = try ledger.beginRun(
                command: "import", program: "juesuan", at: .init(timeIntervalSince1970: Double(day) * 86_400))
            try ledger.importDocument(document("a.pdf", rows), run: run)
        }
        #expect(try actuals(ledger.asOf("1970-01-05"))["2023 2130301"] == 900_00)
        #expect(try actuals(ledger.asOf("1970-01-11"))["2023 2130301"] == 950_00)
        #expect(try ledger.asOf("1969-12-31").lines().isEmpty)
        #expect(throws: LedgerError.self) { try ledger.asOf("last spring") }
    }

    @Test("A figure beside the lines that differs is a finding for a supplement and a contradiction for the same lines")
    func figures() throws {
        let total = { (value: String) in FigureRecord(measure: "支出合计", value: value, unit: "yuan") }
        try ledger.importDocument(document("a.pdf", first, figures: [total("1500.00")]))
        #expect(refusal(document("b.pdf", first, figures: [total("1501.00")]))?.reason == .contradiction)
        let text = document(
            "c.docx", [Row(code: "2130301", actual: 900_00, budget: 1_000_00)], figures: [total("1501.00")])
        #expect(try ledger.importDocument(text).differences.map(\.known.en) == ["1500.00"])
    }
}
