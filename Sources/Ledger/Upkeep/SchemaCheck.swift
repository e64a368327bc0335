import GRDB
import Platform

/// Holds the tables, indices, views and triggers of a ledger against those that this program makes.
struct SchemaCheck {
    /// What is other than it should be, as place and message.
    static func problems(in database: Database) throws -> [Verification.Problem] {
        let wanted = try DatabaseQueue()
        try LedgerSchema.migrate(wanted)
        let expected = try wanted.read { try objects(in: $0) }
        let found = try objects(in: database)
        var problems: [Verification.Problem] = []
        for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
            let message =
                if found[name] == nil {
                    Bilingual("缺失", "it is missing")
                } else if expected[name] == nil {
                    Bilingual("不是本程序所建", "this program did not make it")
                } else {
                    Bilingual("与本程序所建的不同", "it is not as this program makes it")
                }
            problems.append(Verification.Problem(check: .schema, place: Bilingual(verbatim: name), message: message))
        }
        return problems
    }

    /// Everything that a schema holds by kind and name, blanks in one form.
    private static func objects(in database: Database) throws -> [String: String] {
        var objects: [String: String] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_master
                WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations'
                """)
        {
            guard let name = String.fromDatabaseValue(row[0]), let sql = String.fromDatabaseValue(row[1]) else {
                continue
            }
            objects[name] = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return objects
    }
}
