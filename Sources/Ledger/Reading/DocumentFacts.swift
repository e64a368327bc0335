import GRDB

/// Reads what stands beside a document's lines.
enum DocumentFacts {
    static func figures(of document: Int64, in database: Database) throws -> [FigureRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT measure, qualifier, value, unit, page, quote FROM figure WHERE document_id = ? ORDER BY position
                """, arguments: [document]
        ).map {
            FigureRecord(
                measure: $0[0], qualifier: $0[1], value: $0[2], unit: $0[3], page: $0[4], quote: $0[5])
        }
    }

    static func evaluations(of document: Int64, in database: Database) throws -> [EvaluationRecord] {
        try Row.fetchAll(
            database, sql: "SELECT name, content, page FROM evaluation WHERE document_id = ? ORDER BY position",
            arguments: [document]
        ).map { EvaluationRecord(name: $0[0], content: $0[1], page: $0[2]) }
    }

    static func diagnostics(of document: Int64, in database: Database) throws -> [DiagnosticRecord] {
        try Row.fetchAll(
            database, sql: "SELECT page, quote, message FROM diagnostic WHERE document_id = ? ORDER BY position",
            arguments: [document]
        ).map { DiagnosticRecord(page: $0[0], quote: $0[1], message: $0[2]) }
    }
}
