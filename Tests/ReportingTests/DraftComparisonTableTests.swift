import CSVReading
import FinalAccounts
import Platform
import Testing

@testable import Reporting

@Suite("Versions of a draft")
struct DraftComparisonTableTests {
    private static func entry(_ code: String, _ suggested: Int64?, _ adjustment: Int64? = nil) -> DraftEntry {
        DraftEntry(
            subject: Subject(code: code, names: ["甲", "乙", "科目\(code)"]),
            suggested: suggested.map { Amount(minorUnits: $0) }, adjustment: adjustment.map { Amount(minorUnits: $0) })
    }

    @Test("Only subjects that differ are listed, and the difference of the totals is the sum of the differences")
    func listsDifferences() throws {
        let before = [Self.entry("2010101", 1_000), Self.entry("2010102", 2_000), Self.entry("2010103", 500)]
        let after = [Self.entry("2010101", 1_000), Self.entry("2010102", 2_000, -300), Self.entry("2010104", nil, 70)]
        let table = try DraftComparisonTable(before: before, after: after, scheme: .china, language: .en).table()
        let records = CSVReading.records(TableRenderer(language: .en).render(table, as: .csv))
        #expect(records.dropFirst().map { $0[0] } == ["2010102", "2010103", "2010104", ""])
        #expect(records.dropFirst().map { $0[3] } == ["changed", "removed", "added", "total"])
        let differences = try records.dropFirst().map { try Amount(parsing: $0[6], unit: .yuan) }
        #expect(differences == [-300, -500, 70, -730].map { Amount(minorUnits: $0) })
        #expect(records[1][7] == "-15.00")
    }

    @Test("A suggestion that moved into the adjustment is no change of the budget")
    func sameFinalIsNoChange() throws {
        let table = try DraftComparisonTable(
            before: [Self.entry("2010101", 1_000)], after: [Self.entry("2010101", 900, 100)], scheme: .china,
            language: .zhHans
        ).table()
        #expect(table.rows.count == 1)
    }

    @Test("The list of versions says who, when and why")
    func versions() {
        let stamp = DraftStamp(version: 2, author: "王", reason: "压减", createdAt: "2024-10-01T08:00:00Z")
        let table = DraftVersionTable([(stamp, Amount(minorUnits: 100))], language: .en).table
        let records = CSVReading.records(TableRenderer(language: .en).render(table, as: .csv))
        #expect(records[1] == ["2", "2024-10-01T08:00:00Z", "王", "压减", "1"])
    }
}
