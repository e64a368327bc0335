import FinalAccounts
import Platform
import SeededNumbers
import Testing

@testable import Ledger

/// Whatever a document is taken apart into, and in whatever order its parts come, a ledger knows one truth.
@Suite("The order of import makes no difference")
struct EditionPropertyTests {
    private struct Accounts {
        let unit: BudgetUnit
        let whole: [AccountLine]

        init(seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            unit = BudgetUnit("第\(seed)局")
            let count = Int.random(in: 1...30, using: &generator)
            var lines: [AccountLine] = []
            for number in 0..<count {
                let actual = Int64.random(in: -1_000...900_000_000, using: &generator)
                var line = AccountLine(
                    unit: unit, fiscalYear: FiscalYear(2023),
                    fund: number % 7 == 6 ? .governmentFund : .generalPublicBudget,
                    subject: Subject(code: "\(2_010_101 + number * 37)", names: ["类", "款", "项\(number)"]),
                    actual: Amount(minorUnits: actual))
                switch Int.random(in: 0...3, using: &generator) {
                case 0: line.initialBudget = .unbudgeted
                case 1: line.initialBudget = .notStated
                default:
                    line.initialBudget = .stated(Amount(minorUnits: Int64.random(in: 0...9_999_999, using: &generator)))
                }
                if Bool.random(using: &generator) { line.reason = "原因\(number)" }
                if Bool.random(using: &generator) { line.basic = line.actual }
                lines.append(line)
            }
            whole = lines
        }

        func document(_ name: String, _ lines: [AccountLine]) -> LedgerDocument {
            LedgerDocument(
                fileName: name, contentHash: ContentHash(of: "\(name) \(unit.name) \(lines)".utf8), unit: unit,
                fiscalYear: FiscalYear(2023), lines: lines)
        }

        /// The document, its copy under another name, its lines alone, its tables and its text.
        var parts: [LedgerDocument] {
            let tables = whole.map { line in
                var line = line
                (line.initialBudget, line.reason) = (.notStated, nil)
                line.subject = Subject(code: line.subject.code, names: [line.subject.name], level: .item)
                return line
            }
            let text = whole.map { line in
                var line = line
                line.basic = nil
                return line
            }
            return [
                document("a.pdf", whole), document("copy.pdf", whole), document("lines.csv", whole.reversed()),
                document("tables.xlsx", tables), document("text.docx", text),
            ]
        }
    }

    private func hash(_ documents: [LedgerDocument], in folder: TemporaryFolder, _ name: String) throws -> ContentHash {
        let ledger = try Ledger.create(at: folder.file(name))
        for document in documents { try ledger.importDocument(document) }
        return try ledger.factsHash()
    }

    @Test(
        "A text without codes, then tables with them: a third document with codes is known by those", arguments: 0..<20)
    func codesLearned(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let accounts = Accounts(seed: seed)
        let text = accounts.document(
            "text.docx",
            accounts.whole.map { line in
                var line = line
                (line.subject.code, line.basic) = (nil, nil)
                return line
            })
        let tables = accounts.parts[3]
        let again = accounts.document("saved-again.xlsx", Array(accounts.parts[3].lines.reversed()))
        let ledger = try Ledger.create(at: folder.file("a.sqlite"))
        for document in [text, tables] { try ledger.importDocument(document) }
        let before = try ledger.factsHash()
        #expect(try ledger.importDocument(again).status == .unchanged)
        #expect(try ledger.importDocument(accounts.parts[0]).status != .replaced)
        #expect(try ledger.factsHash() == before)
    }

    @Test(
        "A text as long as the document it is part of leaves the document's order as it is, though it came first",
        arguments: 1..<20)
    func orderOfLines(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let accounts = Accounts(seed: seed)
        let whole = accounts.parts[0]
        // A text tells subjects by name, in an order of its own.
        let text = accounts.document(
            "text.docx",
            accounts.whole.reversed().map { line in
                var line = line
                (line.subject.code, line.basic) = (nil, nil)
                return line
            })
        func codes(_ documents: [LedgerDocument], _ name: String) throws -> [String?] {
            let ledger = try Ledger.create(at: folder.file(name))
            for document in documents { try ledger.importDocument(document) }
            return try ledger.lines().map(\.subject.code)
        }
        #expect(try codes([text, whole], "text-first.sqlite") == codes([whole], "whole.sqlite"))
    }

    @Test(
        "The document, its copy, its lines, its tables and its text give one content in any order", arguments: 0..<40)
    func order(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: seed &+ 1_000)
        let accounts = Accounts(seed: seed)
        let expected = try hash([accounts.parts[0]], in: folder, "whole.sqlite")
        #expect(try hash(accounts.parts.shuffled(using: &generator), in: folder, "parts.sqlite") == expected)
        let apart = Array(accounts.parts.suffix(2))
        #expect(try hash(apart, in: folder, "apart.sqlite") == expected)
        #expect(try hash(apart.reversed(), in: folder, "reversed.sqlite") == expected)
    }

    @Test("A corrected edition gives exactly the corrected figures; out and back in are inverse", arguments: 0..<40)
    func correction(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: seed &+ 2_000)
        let accounts = Accounts(seed: seed)
        var lines = accounts.whole
        let place = Int.random(in: 0..<lines.count, using: &generator)
        lines[place].actual = Amount(
            minorUnits: (lines[place].actual?.minorUnits ?? 0) + [1, -1, 100, 10_000][Int(seed % 4)])
        if seed % 3 == 0 { lines.append(contentsOf: [lines[place]].map { $0.moved(to: "2299901") }) }
        let corrected = accounts.document("corrected.pdf", lines)
        let expected = try hash([corrected], in: folder, "expected.sqlite")

        let ledger = try Ledger.create(at: folder.file("a.sqlite"))
        for part in accounts.parts.shuffled(using: &generator) { try ledger.importDocument(part) }
        let before = try ledger.factsHash()
        let edition = try ledger.importDocument(corrected, terms: ImportTerms(decision: .edition)).document
        #expect(try ledger.factsHash() == expected)
        try ledger.remove(document: edition.id, who: "", why: "")
        #expect(try ledger.factsHash() == before)
        try ledger.reinstate(document: edition.id, who: "", why: "")
        #expect(try ledger.factsHash() == expected)
        for document in try ledger.documents(includingSuperseded: true) where !document.isRemoved {
            let standing = try ledger.factsHash()
            try ledger.remove(document: document.id, who: "", why: "")
            try ledger.reinstate(document: document.id, who: "", why: "")
            #expect(try ledger.factsHash() == standing)
        }
        #expect(try ledger.verify().problems == [])
    }
}

extension AccountLine {
    fileprivate func moved(to code: String) -> AccountLine {
        var line = self
        line.subject = Subject(code: code, names: ["其他支出"], level: .item)
        return line
    }
}
