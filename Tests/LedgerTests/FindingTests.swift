import FinalAccounts
import Foundation
import GRDB
import Platform
import Testing

@testable import Ledger

@Suite("Findings that are kept")
struct FindingTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let time = Date(timeIntervalSince1970: 0)

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
        _ = try ledger.importDocument(
            LedgerDocument(
                fileName: "a.txt", contentHash: ContentHash(of: "a".utf8), unit: BudgetUnit("甲街道办事处"),
                fiscalYear: FiscalYear(2023),
                figures: [
                    FigureRecord(
                        measure: "expenditure.actual", qualifier: "", value: "1", unit: "yuan", page: 1, quote: "1元")
                ]))
    }

    private func keep(_ rules: [String]) throws {
        try ledger.keepFindings(
            rules.map { FindingRecord(rule: $0, quote: "占30%", zhHans: "{}", en: "{}") }, of: 1, program: "test",
            at: time)
    }

    private func settle(_ action: FindingEvent.Action) throws {
        try ledger.settleFinding("share", "占30%", of: 1, action, who: "李", why: "已核实", at: time)
    }

    @Test("A check that is made again replaces what the one before found, and every one changes the ledger's version")
    func checks() throws {
        #expect(try ledger.findings()[1] == nil)
        var versions = [try ledger.version()]
        for rules in [["share", "total"], [], ["share"]] {
            try keep(rules)
            #expect(try ledger.findings()[1]?.map(\.rule) == rules)
            versions.append(try ledger.version())
        }
        #expect(Set(versions).count == 4)
        #expect(try ledger.verify().isSound)
    }

    @Test("A decision is made once, is undone by its opposite, and is never changed or taken away")
    func decisions() throws {
        try keep(["share"])
        #expect(throws: LedgerError.self) { try settle(.reopen) }
        try settle(.accept)
        let error = #expect(throws: LedgerError.self) { try settle(.accept) }
        #expect(error?.reason == .conflict)
        try settle(.reopen)
        try settle(.accept)
        #expect(try ledger.findingEvents().map(\.action) == [.accept, .reopen, .accept])
        for sql in ["DELETE FROM finding_event", "UPDATE finding_event SET who = ''"] {
            #expect(throws: LedgerError.self, "\(sql)") { try ledger.write { try $0.execute(sql: sql) } }
        }
    }
}
