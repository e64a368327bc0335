import FinalAccounts
import Foundation
import Testing

@testable import Workbench

@Suite("Where account lines come from")
struct LineSourceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func source(_ place: LineSource.Place, unit: BudgetUnit? = nil) -> LineSource {
        LineSource(place, unit: unit, latestYear: FiscalYear(2024))
    }

    @Test("Files are read one after the other; columns that are not known are told of")
    func files() throws {
        let first = try folder.write(Sample.csv(years: 2018...2020), to: "a.csv")
        let second = try folder.write(
            "unit,fiscal_year,subject_code,actual,colour\n甲局,2021,2010301,5,red\n", to: "b.csv")
        let read = try source(.files([first, second])).read()
        #expect(read.lines.count == 7)
        #expect(read.warnings.count == 1 && read.warnings[0].en.hasPrefix(second))
    }

    @Test("A file without lines of the body that is wanted is an error that names both")
    func nothing() throws {
        let file = try folder.write(Sample.csv(), to: "a.csv")
        let error = #expect(throws: WorkbenchError.self) {
            try source(.files([file]), unit: BudgetUnit("丙局")).read()
        }
        #expect(error?.description.contains("a.csv: no account lines of '丙局'") == true)
    }

    @Test("An import stores each document once and in order, and its lines come back from the ledger")
    func importing() async throws {
        let good = try folder.write(Sample.csv(), to: "a.csv")
        let bad = try folder.write("nothing\n", to: "b.csv")
        let ledger = folder.file("a.sqlite")
        let importing = LedgerImport(
            DocumentLoader(reader: .init(), latestYear: FiscalYear(2024)), into: ledger, command: "import",
            program: "test", now: { Date(timeIntervalSince1970: 0) })
        var steps: [String] = []
        let rows = try await importing.run([good, bad]) { steps.append("\($0.done)/\($0.total)") }
        #expect(steps == ["1/2", "2/2"])
        #expect(rows.map(\.path) == [good, bad])
        #expect(rows[0].status == .imported && rows[0].lines == 12)
        #expect(rows[1].status == nil && rows[1].failure != nil)
        #expect(try source(.ledger(ledger)).read().lines.count == 12)
        #expect(try await importing.run([good])[0].status == .unchanged)
        #expect(try LedgerUpkeep(ledger).verify().isSound)
    }

    @Test("Where nothing can be read no ledger is made")
    func noLedger() async throws {
        let bad = try folder.write("nothing\n", to: "b.csv")
        let importing = LedgerImport(
            DocumentLoader(reader: .init(), latestYear: FiscalYear(2024)), into: folder.file("a.sqlite"),
            command: "import", program: "test", now: { Date(timeIntervalSince1970: 0) })
        #expect(try await importing.run([bad])[0].failure != nil)
        #expect(!FileManager.default.fileExists(atPath: folder.file("a.sqlite")))
    }
}
