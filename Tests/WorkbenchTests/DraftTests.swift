import FinalAccounts
import Foundation
import Platform
import Reporting
import Testing

@testable import Workbench

@Suite("Drafts")
struct DraftTests {
    private let folder: TemporaryFolder
    private let drafting = Drafting(SpendingForecast(context: AnalysisContext(language: .en)))
    private let time = Date(timeIntervalSince1970: 0)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func ledger() async throws -> DraftKeeping {
        let path = folder.file("a.sqlite")
        _ = try await LedgerImport(
            DocumentLoader(reader: .init(), latestYear: FiscalYear(2024)), into: path, command: "import",
            program: "test", now: { Date(timeIntervalSince1970: 0) }
        ).run([try folder.write(Sample.csv(), to: "a.csv")])
        return DraftKeeping(ledger: path, program: "test 1")
    }

    @Test("A draft is of the year after the latest actuals, of one body")
    func basis() throws {
        let basis = try drafting.basis(in: Sample.lines)
        #expect(basis.unit == Sample.unit && basis.year == FiscalYear(2024))
        let draft = try drafting.workbook(from: basis).workbook.draft
        #expect(draft.year == FiscalYear(2024) && draft.unit == Sample.unit)
    }

    @Test(
        "A workbook that is stored has the program's suggestion as the version before it; stored again it is the same")
    func versions() async throws {
        let keeping = try await ledger()
        let path = folder.file("draft.xlsx")
        try drafting.workbook(from: drafting.basis(in: Sample.lines)).workbook.write(to: path)
        let first = try keeping.store(path, author: "王芳", reason: "压减", at: time)
        #expect(first.before.author == "test 1")
        let again = try keeping.store(path, author: "王芳", reason: "压减", at: time)
        #expect(!again.isNew && again.after.version == first.after.version)
        let drafts = try keeping.drafts(of: Sample.unit, for: FiscalYear(2024))
        #expect(try drafts.versions().first?.version == 1)
        let applied = try drafting.applying(
            1, of: drafts, to: drafting.workbook(from: drafting.basis(in: Sample.lines)).workbook)
        #expect(applied.unknown.isEmpty && applied.workbook.stamp != nil)
    }

    @Test("A version that is not there is an error that names those there are")
    func noVersion() async throws {
        let drafts = try await ledger().drafts(of: Sample.unit, for: FiscalYear(2024))
        let error = #expect(throws: WorkbenchError.self) { try drafts.version(3) }
        #expect(error?.action == .storeDraft)
    }
}
