import Interchange
import Reporting

/// What comes of one record: one or more lines of the answer.
package struct StreamAnswer: Sendable {
    /// What is written.
    package enum Content: Sendable {
        /// Objects, one a line; for NDJSON.
        case objects([[String: JSONValue]])
        /// The rows of a table.
        case rows(ReportTable, AmountStyle)
    }

    /// What is written.
    package let content: Content
    /// Whether something at error level was found in it.
    package let hasErrors: Bool

    package init(_ content: Content, hasErrors: Bool = false) {
        self.content = content
        self.hasErrors = hasErrors
    }
}

/// How the answers of a stream are written: one JSON object a line, or CSV with the columns `key`, those of the command, and
/// `error_kind,error`.
package enum StreamFormat: Hashable, Sendable {
    case ndjson
    /// CSV whose columns are those of a table.
    case csv([ReportColumn])

    /// The row of headings; empty where there is none.
    package var header: String {
        guard case .csv(let columns) = self else { return "" }
        return Self.record(["key"] + Self.shown(columns) + ["error_kind", "error"])
    }

    /// The lines for a record. A record with no row has one with its key alone.
    func text(_ key: String, _ answer: StreamAnswer) -> String {
        switch self {
        case .ndjson:
            let objects =
                switch answer.content {
                case .objects(let objects): objects
                case .rows(let table, let amounts): TableRenderer(language: .en, amounts: amounts).objects(of: table)
                }
            return (objects.isEmpty ? [[:]] : objects).map { Self.line($0, key: key) }.joined()
        case .csv(let columns):
            guard case .rows(let table, let amounts) = answer.content, !table.rows.isEmpty else {
                return Self.record([key] + Self.shown(columns).map { _ in "" } + ["", ""])
            }
            let renderer = TableRenderer(language: .en, amounts: amounts)
            let places = Self.shown(columns).map { key in table.columns.firstIndex { $0.key == key } }
            return table.rows.map { row in
                Self.record([key] + places.map { $0.map { renderer.machineText(row[$0]) } ?? "" } + ["", ""])
            }.joined()
        }
    }

    /// The line for a record that failed.
    func text(_ key: String, kind: String, problem: String) -> String {
        switch self {
        case .ndjson:
            Self.line(["error": .object(["kind": .string(kind), "message": .string(problem)])], key: key)
        case .csv(let columns): Self.record([key] + Self.shown(columns).map { _ in "" } + [kind, problem])
        }
    }

    private static func shown(_ columns: [ReportColumn]) -> [String] {
        columns.filter { $0.isShown(in: .csv) }.map(\.key)
    }

    private static func line(_ members: [String: JSONValue], key: String) -> String {
        JSONValue.object(members.merging(["key": .string(key)]) { $1 }).text() + "\n"
    }

    /// A record on one line, whatever its cells hold: a stream is cut at ends of lines.
    private static func record(_ cells: [String]) -> String {
        var writer = CSVWriter()
        writer.write(cells.map { $0.contains { $0.isNewline } ? $0.split { $0.isNewline }.joined(separator: " ") : $0 })
        return writer.text
    }
}
