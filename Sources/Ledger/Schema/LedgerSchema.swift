import GRDB

/// The versions of the store's schema, each a named migration that is never changed once released.
enum LedgerSchema {
    /// What stands in a ledger's `application_id`: the letters JSLG.
    static let applicationID: Int32 = 0x4A53_4C47

    /// All migrations, oldest first.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 documents") { database in
            try database.execute(sql: DocumentTables.sql)
        }
        migrator.registerMigration("2 drafts") { database in
            try database.execute(sql: DraftTables.sql)
        }
        migrator.registerMigration("3 journal") { database in
            try database.execute(sql: JournalTables.sql)
        }
        migrator.registerMigration("4 editions") { database in
            try EditionTables.migrate(database)
        }
        migrator.registerMigration("5 chain") { database in
            try database.execute(sql: ChainTable.sql)
            try EventChain(database).addAll()
        }
        migrator.registerMigration("6 work on drafts") { database in
            try database.execute(sql: DraftWorkTables.sql)
        }
        migrator.registerMigration("7 findings") { database in
            try database.execute(sql: FindingTables.sql)
        }
        return migrator
    }

    /// Brings a database to this version.
    static func migrate(_ writer: any DatabaseWriter) throws {
        let migrator = migrator
        try migrator.migrate(writer)
        try writer.write { database in
            try database.execute(
                sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrator.migrations.count)")
        }
    }

    /// How a database's schema stands to this program's.
    enum Standing {
        case current, older, newer
    }

    static func standing(of database: Database) throws -> Standing {
        let migrator = migrator
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if try migrator.hasBeenSuperseded(database) || version > migrator.migrations.count { return .newer }
        return try migrator.hasCompletedMigrations(database) && version == migrator.migrations.count
            ? .current : .older
    }
}
