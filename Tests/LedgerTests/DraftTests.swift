import FinalAccounts
import Foundation
import Testing

@testable import Ledger

@Suite("Draft versions")
struct DraftTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let year = FiscalYear(2024)

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
    }

    private func line(_ code: String, final: Int64, adjustment: Int64? = nil, note: String? = nil) -> DraftLine {
        DraftLine(
            fund: .generalPublicBudget, subject: Subject(code: code, names: ["项\(code)"], level: .item),
            suggested: Amount(minorUnits: 100), adjustment: adjustment.map(Amount.init(minorUnits:)),
            final: Amount(minorUnits: final), note: note)
    }

    private func save(_ lines: [DraftLine], by author: String = "王", at seconds: Double = 0) throws -> DraftVersion {
        try ledger.saveDraft(
            lines, of: SampleDocuments.unit, for: year, author: author, reason: "意见",
            at: Date(timeIntervalSince1970: seconds))
    }

    @Test("A version keeps its lines, who made it, when and why")
    func roundTrip() throws {
        let lines = [line("2010301", final: 110, adjustment: 10, note: "加人"), line("2010302", final: 100)]
        let version = try save(lines)
        #expect(version.version == 1)
        #expect(version.author == "王")
        #expect(version.reason == "意见")
        #expect(version.createdAt == "1970-01-01T00:00:00Z")
        #expect(try ledger.lines(of: version) == lines)
        #expect(try ledger.drafts(of: SampleDocuments.unit, for: year) == [version])
    }

    @Test("Lines that are the same as in the latest version make no new one")
    func unchanged() throws {
        let first = try save([line("1", final: 1)])
        #expect(try save([line("1", final: 1)], by: "李", at: 60) == first)
        #expect(try save([line("1", final: 2)]).version == 2)
        #expect(try save([line("1", final: 1)]).version == 3)
    }

    @Test("Two versions are compared by subject: changed, taken out, added")
    func changes() throws {
        let first = try save([line("1", final: 100), line("2", final: 200), line("3", final: 300)])
        let second = try save([line("2", final: 250), line("3", final: 300), line("4", final: 50)])
        let changes = try ledger.changes(from: first, to: second)
        #expect(changes.map { $0.before?.subject.code } == ["1", "2", nil])
        #expect(changes.map { $0.after?.subject.code } == [nil, "2", "4"])
        #expect(try changes.map { try $0.difference().minorUnits } == [-100, 50, 50])
    }

    @Test("A draft without an author is refused")
    func author() {
        #expect(throws: LedgerError.self) { try save([], by: "") }
    }

    @Test("A draft changed behind the ledger's back is found")
    func tampering() throws {
        _ = try save([line("1", final: 100)])
        #expect(try ledger.verify().isSound)
        try ledger.write { try $0.execute(sql: "UPDATE draft_line SET final = 101") }
        #expect(try ledger.verify().problems.map(\.place.en) == ["draft 1"])
    }
}
