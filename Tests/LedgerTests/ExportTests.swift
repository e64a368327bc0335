import FinalAccounts
import Foundation
import Platform
import SeededNumbers
import Testing

@testable import Ledger

@Suite("Exporting")
struct ExportTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
    }

    private func export(_ format: ExportFormat, unit: BudgetUnit? = nil) throws -> String {
        var bytes: [UInt8] = []
        try ledger.export(format, of: unit) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("CSV keeps silence, zero and unbudgeted apart and shows every 分")
    func csv() throws {
        let unit = BudgetUnit("甲,局")
        func line(_ code: String?, _ names: [String], _ budget: BudgetState, _ actual: Int64?) -> AccountLine {
            AccountLine(
                unit: unit, fiscalYear: FiscalYear(2023), subject: Subject(code: code, names: names),
                initialBudget: budget, actual: actual.map(Amount.init(minorUnits:)), reason: "说\"明\"\n二")
        }
        let lines = [
            line("201", ["一般公共服务支出"], .notStated, nil), line(nil, ["类", "款"], .unbudgeted, -5),
            line("203", ["国防支出"], .stated(.zero), 123_450),
        ]
        try ledger.importDocument(
            LedgerDocument(fileName: "a.csv", contentHash: ContentHash(of: [1]), origin: .synthetic, lines: lines))
        #expect(
            try export(.csv) == """
                unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason,origin
                "甲,局",2023,general_public_budget,201,一般公共服务支出,,,,,,"说""明""
                二",published
                "甲,局",2023,general_public_budget,,类/款,unbudgeted,,-0.05,,,"说""明""
                二",published
                "甲,局",2023,general_public_budget,203,国防支出,0,,1234.5,,,"说""明""
                二",published

                """)
    }

    @Test("JSON is well formed and has every line, figure, evaluation and diagnostic", arguments: 0..<5)
    func json(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var document = SampleDocuments.random(lines: 100, using: &generator)
        document.diagnostics.append(DiagnosticRecord(page: 4, quote: "a\u{1}\"\\\n", message: "控制"))
        try ledger.importDocument(document)
        let value = try JSONSerialization.jsonObject(with: Data(export(.json).utf8)) as? [String: [[String: Any]]]
        let stored = try #require(value?["documents"]?.first)
        #expect((stored["lines"] as? [Any])?.count == 100)
        #expect((stored["figures"] as? [[String: Any]])?.first?["value"] as? String == "1.20")
        #expect((stored["evaluations"] as? [[String: Any]])?.first?["score"] as? String == "95.5")
        #expect((stored["diagnostics"] as? [[String: Any]])?.last?["quote"] as? String == "a\u{1}\"\\\n")
        #expect(stored["contentHash"] as? String == document.contentHash.description)
    }

    @Test("What is exported does not depend on the order of import")
    func order() throws {
        let documents = (2018...2023).flatMap { year in
            ["甲局", "乙局"].map { SampleDocuments.disclosure(unit: BudgetUnit($0), year: year) }
        }
        let other = try Ledger.create(at: folder.file("b.sqlite"))
        for document in documents { try ledger.importDocument(document) }
        for document in documents.reversed() { try other.importDocument(document) }
        var reversed: [UInt8] = []
        try other.export(.json) { reversed += $0 }
        #expect(try export(.json) == String(decoding: reversed, as: UTF8.self))
    }

    @Test("One unit's export has no other's lines")
    func oneUnit() throws {
        try ledger.importDocument(SampleDocuments.disclosure())
        try ledger.importDocument(SampleDocuments.disclosure(unit: BudgetUnit("规划局")))
        #expect(try export(.csv, unit: BudgetUnit("规划局")).split(separator: "\n").count == 2)
        #expect(try !export(.json, unit: BudgetUnit("规划局")).contains("青菱"))
    }

    @Test("What the receiver of the pieces throws comes out unchanged")
    func receiverFails() throws {
        struct Closed: Error {}
        try ledger.importDocument(SampleDocuments.disclosure())
        #expect(throws: Closed.self) { try ledger.export(.csv) { _ in throw Closed() } }
    }
}
