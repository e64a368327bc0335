import FinalAccounts
import Platform
import Testing

@testable import Ledger

@Suite("A subject that a text calls otherwise than the table")
struct OtherNameTests {
    private let body = BudgetUnit("临江市河湖管理局")
    private let parents = ["农林水支出", "水利"]

    private func document(
        _ file: String, _ rows: [(code: String?, name: String, actual: Int64)], below parents: [String]? = nil
    ) -> LedgerDocument {
        LedgerDocument(
            fileName: file, contentHash: ContentHash(of: "\(file) \(rows)".utf8), unit: body,
            fiscalYear: FiscalYear(2023),
            lines: rows.map { row in
                AccountLine(
                    unit: body, fiscalYear: FiscalYear(2023),
                    subject: Subject(code: row.code, names: (parents ?? self.parents) + [row.name], level: .item),
                    initialBudget: row.code == nil ? .stated(Amount(minorUnits: row.actual)) : .notStated,
                    actual: Amount(minorUnits: row.actual))
            })
    }

    private var table: LedgerDocument {
        document("tables.pdf", [("2130301", "行政运行", 900_00), ("2130399", "其他水利支出", 44_00)])
    }

    private func ledger(_ documents: [LedgerDocument]) throws -> (ledger: Ledger, refused: Int) {
        let folder = try TemporaryFolder()
        let ledger = try Ledger.create(at: folder.file("a.sqlite"))
        var refused = 0
        for document in documents {
            do throws(LedgerError) { try ledger.importDocument(document) } catch { refused += 1 }
        }
        return (ledger, refused)
    }

    @Test(
        "It is one with it where nothing else there was spent so, whichever came first, and again",
        arguments: [false, true])
    func one(isTextFirst: Bool) throws {
        let text = document("text.pdf", [(nil, "行政运行", 900_00), (nil, "水利管护活动费", 44_00)])
        let (ledger, refused) = try ledger(isTextFirst ? [text, table, text, table] : [table, text, table, text])
        #expect(refused == 0)
        let lines = try ledger.lines()
        #expect(Set(lines.map(\.subject.code)) == ["2130301", "2130399"])
        #expect(lines.allSatisfy { $0.initialBudget.amount == $0.actual })
        #expect(lines.first { $0.subject.code == "2130399" }?.subject.name == "其他水利支出")
        #expect(try ledger.verify().problems.isEmpty)
    }

    @Test("It is one with it where the text puts it below another subject", arguments: [false, true])
    func elsewhere(isTextFirst: Bool) throws {
        let text = document(
            "text.pdf", [(nil, "行政运行", 900_00), (nil, "其他水利支出", 44_00)], below: ["农林水支出", "农林水支出"])
        let (ledger, refused) = try ledger(isTextFirst ? [text, table] : [table, text])
        #expect(refused == 0)
        #expect(Set(try ledger.lines().map { $0.subject.names.joined() }) == ["农林水支出水利行政运行", "农林水支出水利其他水利支出"])
    }

    @Test("Other amounts, two that might be meant, or two codes are a contradiction as before")
    func notOne() throws {
        let texts = [
            document("a.pdf", [(nil, "行政运行", 900_00), (nil, "水利管护活动费", 44_01)]),
            document("b.pdf", [("2130301", "行政运行", 900_00), ("2130398", "水利管护活动费", 44_00)]),
        ]
        for text in texts { #expect(try ledger([table, text]).refused == 1) }
        let twice = document(
            "tables.pdf",
            [("2130301", "行政运行", 900_00), ("2130398", "水利安全", 44_00), ("2130399", "其他水利支出", 44_00)])
        let text = document("text.pdf", [(nil, "行政运行", 900_00), (nil, "水利管护活动费", 44_00)])
        #expect(try ledger([twice, text]).refused == 1)
    }
}
