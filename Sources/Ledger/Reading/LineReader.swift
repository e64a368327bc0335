import FinalAccounts
import GRDB

/// Reads line rows block by block.
struct LineReader {
    private let database: Database
    private let statement: RawStatement
    private let findSubject: Statement
    private var subjects: [Int64: Subject] = [:]

    init(_ database: Database) throws {
        self.database = database
        statement = try RawStatement(
            database,
            sql: """
                SELECT subject_id, \(LineRow.columns) FROM account_line
                WHERE id BETWEEN ? AND ? AND block_id = ? ORDER BY id
                """)
        findSubject = try database.makeStatement(sql: "SELECT code, names, depth FROM subject WHERE id = ?")
    }

    /// Calls a closure with every row of a block and its subject.
    mutating func forEach(
        in block: StoredBlock, _ body: (_ row: LineRow, _ subjectID: Int64, _ subject: Subject) throws -> Void
    ) throws {
        statement.bind(block.firstLine, at: 1)
        statement.bind(block.firstLine + block.lineCount - 1, at: 2)
        statement.bind(block.id, at: 3)
        defer { statement.reset() }
        while try statement.step() {
            let id = statement.integer(0)
            try body(LineRow(statement, from: 1), id, try subject(id))
        }
    }

    /// Adds the lines of a block to `lines`.
    mutating func append(_ block: StoredBlock, to lines: inout [AccountLine]) throws {
        try forEach(in: block) { row, _, subject in lines.append(row.line(in: block, subject: subject)) }
    }

    private mutating func subject(_ id: Int64) throws -> Subject {
        if let known = subjects[id] { return known }
        guard let row = try Row.fetchOne(findSubject, arguments: [id]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "subject \(id) is missing")
        }
        let subject = Subject(
            code: row[0], names: SubjectNames.names(in: row[1]), level: SubjectLevel(depth: row[2]))
        subjects[id] = subject
        return subject
    }
}
