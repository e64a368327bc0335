/// A table of typed cells that is written in any ``OutputFormat``.
///
/// ```swift
/// let table = ReportTable(
///     name: "comparison", title: "2023 对 2022", columns: [
///         ReportColumn("subject_name", title: "科目"), ReportColumn("actual", title: "决算", kind: .amount),
///     ],
///     rows: [[.text("教育支出"), .amount(actual)]])
/// print(TableRenderer(language: .zhHans).render(table, as: .table))
/// ```
package struct ReportTable: Hashable, Sendable {
    /// What the rows are, as the key of the JSON object that holds them.
    package let name: String
    /// The heading for people.
    package let title: String
    /// The columns, in order.
    package let columns: [ReportColumn]
    /// The rows, each with one cell for every column.
    package let rows: [[ReportCell]]
    /// What a reader has to know, one sentence each: synthetic figures, years left out, rows not shown.
    package let notes: [String]
    /// What stands below each row of a table on a terminal, one paragraph each; empty where nothing does.
    package var details: [[String]] = []

    /// Creates a table; a row shorter than `columns` is filled with empty cells, a longer one cut.
    package init(name: String, title: String, columns: [ReportColumn], rows: [[ReportCell]], notes: [String] = []) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows.map { row in
            row.count == columns.count
                ? row
                : Array(row.prefix(columns.count))
                    + Array(repeating: .empty, count: max(0, columns.count - row.count))
        }
        self.notes = notes
    }

    /// The table with only its first rows.
    package func prefix(_ count: Int) -> ReportTable {
        var table = ReportTable(
            name: name, title: title, columns: columns, rows: Array(rows.prefix(count)), notes: notes)
        table.details = Array(details.prefix(count))
        return table
    }

    /// The table with further notes behind its own.
    package func adding(notes more: [String]) -> ReportTable {
        var table = ReportTable(name: name, title: title, columns: columns, rows: rows, notes: notes + more)
        table.details = details
        return table
    }

    /// The rows of several tables that have the same columns, under the headings of the first; `nil` without a table.
    package init?(joining tables: [ReportTable], title: String? = nil) {
        guard let first = tables.first else { return nil }
        self.init(
            name: first.name, title: title ?? first.title, columns: first.columns, rows: tables.flatMap(\.rows),
            notes: tables.flatMap(\.notes))
    }

    /// The positions of the columns that a format shows.
    func columnIndices(in format: OutputFormat) -> [Int] {
        columns.indices.filter { columns[$0].isShown(in: format) }
    }
}
