import FinalAccounts
import GRDB

/// Gives units and subjects their row ids during one transaction, adding those that are new.
struct Interner {
    private let database: Database
    private var units: [NameIdentity: Int64] = [:]

    init(_ database: Database) {
        self.database = database
    }

    /// The row id of a unit.
    mutating func id(of unit: BudgetUnit) throws -> Int64 {
        let key = NameIdentity(name: unit.name)
        if let known = units[key] { return known }
        let find = try database.cachedStatement(sql: "SELECT id FROM unit WHERE name = ?")
        let id: Int64
        if let found = try Int64.fetchOne(find, arguments: [unit.name]) {
            id = found
        } else {
            try database.cachedStatement(sql: "INSERT INTO unit (name, body) VALUES (?1, ?1)")
                .execute(arguments: [unit.name])
            id = database.lastInsertedRowID
        }
        units[key] = id
        return id
    }

    /// The row id of a subject.
    func id(of subject: Subject) throws -> Int64 {
        let names = SubjectNames.text(of: subject.names)
        let find = try database.cachedStatement(
            sql: """
                SELECT id FROM subject
                WHERE names = ? AND ifnull(code, '') = ifnull(?2, '') AND depth = ?3 AND (code IS NULL) = (?2 IS NULL)
                """)
        let arguments: StatementArguments = [names, subject.code, subject.level.depth]
        if let found = try Int64.fetchOne(find, arguments: arguments) { return found }
        try database.cachedStatement(sql: "INSERT INTO subject (names, code, depth) VALUES (?, ?, ?)")
            .execute(arguments: arguments)
        return database.lastInsertedRowID
    }
}
