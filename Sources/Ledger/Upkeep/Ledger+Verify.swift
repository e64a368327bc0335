import FinalAccounts
import GRDB
import Platform

extension Ledger {
    /// Holds the whole ledger against itself, in one unchanging state of it while others may write.
    ///
    /// Tests SQLite's own integrity and foreign keys, that the schema is this program's, that the chain of events
    /// (``EventChain``) is what was written, that every line lies in exactly one block, and for every
    /// document, superseded ones included, that the digest recomputed from the stored rows is the one taken on import.
    /// The digest covers the content hash and everything read from the document (lines with their unit, year, fund,
    /// subject, amounts, reason, page and quote; figures; evaluations; diagnostics), so that a changed amount is found
    /// even though the file is whole for SQLite.
    ///
    /// ```swift
    /// let verification = try ledger.verify()
    /// if !verification.isSound { print(verification.problems) }
    /// ```
    ///
    /// - Throws: ``LedgerError`` where the file cannot be read at all. Damage met on the way is a problem, not an error.
    package func verify() throws(LedgerError) -> Verification {
        try read { try LedgerCheck(database: $0).run() }
    }
}

/// One verification.
private struct LedgerCheck {
    let database: Database
    private var problems: [Verification.Problem] = []
    private var documents = 0
    private var lines = 0

    init(database: Database) {
        self.database = database
    }

    consuming func run() throws -> Verification {
        // A page that cannot be read stops one check; the others still say what they can.
        try attempt(.integrity) { try $0.checkIntegrity() }
        try attempt(.foreignKeys) { try $0.checkForeignKeys() }
        try attempt(.blocks) { try $0.checkCounts() }
        try attempt(.schema) { try $0.checkSchema() }
        try attempt(.standing) { try $0.checkStanding() }
        try attempt(.chain) { try $0.checkChain() }
        try attempt(.contentHash) { try $0.checkDocuments() }
        try attempt(.contentHash) { try $0.checkDrafts() }
        return Verification(problems: problems, documents: documents, lines: lines)
    }

    private mutating func attempt(
        _ check: Verification.Problem.Check, _ body: (inout LedgerCheck) throws -> Void
    ) throws {
        do {
            try body(&self)
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
        {
            report(check, Self.file, Self.said(error.message))
        } catch let error as RowDecodingError {
            report(
                check, Self.file,
                Bilingual("某值的类型与列不符（“\(error)”）", "a value is not of the kind that its column has (\(error))"))
        }
    }

    private mutating func report(_ check: Verification.Problem.Check, _ place: Bilingual, _ message: Bilingual) {
        problems.append(Verification.Problem(check: check, place: place, message: message))
    }

    private static let file = Bilingual("整个文件", "file")

    /// What SQLite says of it.
    private static func said(_ message: String?) -> Bilingual {
        message.map { Bilingual("SQLite 报告“\($0)”", $0) } ?? Bilingual("文件已损坏", "the file is damaged")
    }

    private mutating func checkIntegrity() throws {
        for message in try String.fetchAll(database, sql: "PRAGMA integrity_check") where message != "ok" {
            report(.integrity, Self.file, Self.said(message))
        }
    }

    private mutating func checkForeignKeys() throws {
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
            let table = row["table"] as String
            let id = row["rowid"] as Int64?
            report(
                .foreignKeys,
                id.map { Bilingual("“\(table)”第 \($0) 行", "\(table) row \($0)") } ?? Bilingual(verbatim: table),
                Bilingual(
                    "引用了“\(row["parent"] as String)”中不存在的行",
                    "refers to a row of \(row["parent"] as String) that is not there"))
        }
    }

    private mutating func checkCounts() throws {
        let stored = try Int.fetchOne(database, sql: "SELECT count(*) FROM account_line") ?? 0
        let named = try Int.fetchOne(database, sql: "SELECT ifnull(sum(line_count), 0) FROM block") ?? 0
        if stored != named {
            report(
                .blocks, Bilingual(verbatim: "account_line"),
                Bilingual("存有 \(stored) 行，各块登记为 \(named) 行", "\(stored) lines are stored, the blocks name \(named)"))
        }
    }

    private mutating func checkStanding() throws {
        for row in try Row.fetchAll(database, sql: "SELECT id, name, body FROM unit")
        where BudgetUnit(row[1] as String).name != row[2] as String? {
            report(
                .standing, Bilingual("单位表第 \(row[0] as Int64) 行", "unit row \(row[0] as Int64)"),
                Bilingual("与“\(row[1] as String)”所指的单位不符", "the body is not the one that '\(row[1] as String)' names"))
        }
        let wrong = try Int64.fetchAll(
            database,
            sql: """
                SELECT block.id FROM block
                JOIN document ON document.id = block.document_id JOIN unit ON unit.id = block.unit_id
                WHERE block.counts <> (NOT document.removed AND NOT EXISTS (
                    SELECT 1 FROM replacement JOIN document later ON later.id = by_document_id AND NOT later.removed
                    WHERE replacement.document_id = document.id AND replacement.body = unit.body
                        AND replacement.fiscal_year = block.fiscal_year))
                """)
        for block in wrong {
            report(
                .standing, Bilingual("块 \(block)", "block \(block)"),
                Bilingual("是否生效与版本记录不符", "whether it counts is not what the editions say"))
        }
    }

    private mutating func checkSchema() throws { problems += try SchemaCheck.problems(in: database) }

    private mutating func checkChain() throws {
        var check = ChainCheck(database)
        try check.run()
        problems += check.problems
    }

    private mutating func checkDocuments() throws {
        var reader = try LineReader(database)
        for document in try DocumentQuery(database).documents() {
            documents += 1
            let place = Bilingual(
                "文件 \(document.id)（\(document.fileName)）", "document \(document.id) (\(document.fileName))")
            if try digest(of: document, place: place, reader: &reader) != document.factsHash {
                report(
                    .contentHash, place,
                    Bilingual(
                        "所存内容与导入时不同，请重新导入该文件", "what is stored is not what was imported; import the document again"))
            }
        }
    }

    private mutating func checkDrafts() throws {
        let drafts = try Row.fetchAll(database, sql: "SELECT id, lines_hash FROM draft ORDER BY id")
        for draft in drafts {
            let id: Int64 = draft["id"]
            if ContentHash(column: draft["lines_hash"]) != DraftDigest.hash(of: try DraftQuery(database).lines(of: id))
            {
                report(
                    .contentHash, Bilingual("草案 \(id)", "draft \(id)"),
                    Bilingual("所存内容与保存时不同", "what is stored is not what was saved"))
            }
        }
    }

    private mutating func digest(
        of document: StoredDocument, place: Bilingual, reader: inout LineReader
    ) throws -> ContentHash {
        var digest = FactsDigest(
            contentHash: document.contentHash, unit: document.givenName, fiscalYear: document.fiscalYear,
            origin: document.origin)
        var ordinals: [Int64: Int] = [:]
        for block in try BlockQuery(database).blocks(ofDocument: document.id) {
            digest.beginBlock(
                unit: block.givenName, fiscalYear: block.fiscalYear, fund: block.fund, origin: block.origin,
                lines: Int(block.lineCount))
            var found: Int64 = 0
            try reader.forEach(in: block) { row, subjectID, subject in
                found += 1
                let ordinal = ordinals[subjectID] ?? ordinals.count
                ordinals[subjectID] = ordinal
                digest.add(row, subjectOrdinal: ordinal) { subject }
            }
            lines += Int(found)
            if found != block.lineCount {
                report(
                    .blocks, place,
                    Bilingual(
                        "块 \(block.id) 登记 \(block.lineCount) 行，实有 \(found) 行",
                        "block \(block.id) names \(block.lineCount) lines, \(found) are its own"))
            }
        }
        digest.add(
            figures: try DocumentFacts.figures(of: document.id, in: database),
            evaluations: try DocumentFacts.evaluations(of: document.id, in: database),
            diagnostics: try DocumentFacts.diagnostics(of: document.id, in: database))
        return digest.finish()
    }
}
