import FinalAccounts
import Interchange
import Platform

/// Writes a ``ReportTable`` in any format.
///
/// People get headings in their language, rounded money with its unit in the heading, and the notes below the table.
/// Programs get every column under its machine name and exact amounts: in CSV as plain fields, in JSON as one object
/// `{"<name>":[{…}],"notes":[…]}` with amounts and percentages as decimal strings, so that no digit is lost.
package struct TableRenderer: Sendable {
    /// The language of what the renderer itself says.
    package var language: Language
    /// How money is printed.
    package var amounts: AmountStyle
    /// Where the text goes: its width and whether it is coloured.
    package var terminal: Terminal
    /// Whether CSV has codes as `="2050202"`, so that no spreadsheet program takes them for numbers.
    package var writesCodesAsText = false

    /// Creates a renderer; without a terminal lines are as long as they need to be.
    package init(language: Language, amounts: AmountStyle = .chinese, terminal: Terminal = .none) {
        self.language = language
        self.amounts = amounts
        self.terminal = terminal
    }

    /// The table as text that ends with a line break.
    package func render(_ table: ReportTable, as format: OutputFormat) -> String {
        switch format {
        case .table: textTable(table)
        case .json: json(table).text(.indented) + "\n"
        case .csv: csv(table)
        case .markdown: markdown(table)
        }
    }

    /// Several tables as one text: one JSON object with a member each, otherwise one after the other.
    package func render(_ tables: [ReportTable], as format: OutputFormat) -> String {
        guard format == .json else {
            return tables.map { render($0, as: format) }.joined(separator: "\n")
        }
        var members: [String: JSONValue] = [:]
        for table in tables { members[table.name] = rowsAsJSON(table) }
        members["notes"] = Self.notesAsJSON(tables.flatMap(\.notes))
        return JSONValue.object(members).text(.indented) + "\n"
    }

    /// The table as a JSON value, for embedding in a larger document.
    package func json(_ table: ReportTable) -> JSONValue {
        .object([table.name: rowsAsJSON(table), "notes": Self.notesAsJSON(table.notes)])
    }

    private static func notesAsJSON(_ notes: [String]) -> JSONValue {
        .array(notes.map { .string($0) })
    }

    private func rowsAsJSON(_ table: ReportTable) -> JSONValue { .array(objects(of: table).map { .object($0) }) }

    /// The rows by the names of their columns, for programs.
    package func objects(of table: ReportTable) -> [[String: JSONValue]] {
        let shown = table.columnIndices(in: .json)
        return table.rows.map { row in
            var members: [String: JSONValue] = [:]
            for index in shown { members[table.columns[index].key] = jsonValue(row[index]) }
            return members
        }
    }

    private func jsonValue(_ cell: ReportCell) -> JSONValue {
        switch cell {
        case .empty: .null
        case .integer(let number): .integer(number)
        case .number(let number, _): .number(number)
        case .text, .amount, .percentage, .term, .link: .string(machineText(cell))
        }
    }

    private func csv(_ table: ReportTable) -> String {
        let shown = table.columnIndices(in: .csv)
        var writer = CSVWriter()
        writer.write(shown.map { table.columns[$0].key })
        // Tables of a million rows are written in several stretches at once.
        let parallel = Parallel()
        let stretches = parallel.stretches(of: table.rows.count)
        let parts = parallel.mapEach(stretches.count) { place in
            var part = CSVWriter()
            for row in table.rows[stretches[place]] { part.write(shown.map { fieldText(row[$0]) }) }
            return part.text
        }
        return writer.text + parts.joined()
    }

    private func fieldText(_ cell: ReportCell) -> String {
        guard writesCodesAsText, case .text(let text) = cell, text.count > 2,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return machineText(cell) }
        return CSVDialect.code(text)
    }

    private func markdown(_ table: ReportTable) -> String {
        let shown = shownColumns(of: table, in: .markdown)
        let headings = shown.map { (title: heading(table.columns[$0]), isTrailing: table.columns[$0].isTrailing) }
        var lines = table.title.isEmpty ? [] : ["### " + MarkdownTable.escaped(table.title), ""]
        lines += MarkdownTable.lines(headings: headings, rows: table.rows.map { row in shown.map { text(row[$0]) } })
        if !table.notes.isEmpty { lines += [""] + table.notes.map { "- " + MarkdownTable.escaped($0) } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The columns people see: not those that hold nothing at all.
    ///
    /// - Parameter format: `.table` for a terminal, `.markdown` where there is room.
    func shownColumns(of table: ReportTable, in format: OutputFormat) -> [Int] {
        table.columnIndices(in: format).filter { index in
            table.rows.isEmpty || table.rows.contains { !text($0[index]).isEmpty }
        }
    }

    private func textTable(_ table: ReportTable) -> String {
        let shown = shownColumns(of: table, in: .table)
        let layout = TextTable(
            columns: shown.map { index in
                let column = table.columns[index]
                return TextTable.Column(
                    title: column.title, isTrailing: column.isTrailing, isElastic: column.kind == .text,
                    dispensability: column.dispensability)
            },
            rows: table.rows.map { row in shown.map { textCell(row[$0]) } },
            details: table.details.map { $0.map(VisibleText.singleLine) })
        let (body, hidden) = layout.lines(width: terminal.width, usesColour: terminal.usesColour)
        var lines = table.title.isEmpty ? [] : [VisibleText.singleLine(table.title) + unitRemark(table), ""]
        lines += body
        var notes = table.notes.map(VisibleText.singleLine)
        if hidden > 0 { notes.append(Bilingual.hiddenColumns(hidden).text(in: language)) }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n") + "\n"
    }

    private func textCell(_ cell: ReportCell) -> TextTable.Cell {
        if case .term(_, let label, let tone) = cell {
            return TextTable.Cell(text: VisibleText.singleLine(label), tone: tone)
        }
        return TextTable.Cell(text: VisibleText.singleLine(text(cell)))
    }

    /// The unit of all money in a table, as a remark behind its title.
    private func unitRemark(_ table: ReportTable) -> String {
        let unit = amounts.unitName(in: language)
        guard !unit.isEmpty, table.columns.contains(where: { $0.kind == .amount }) else { return "" }
        return Bilingual.aside(Bilingual.amountsIn(unit).text(in: language)).text(in: language)
    }

    /// A column's heading for people, with the unit behind money.
    package func heading(_ column: ReportColumn) -> String {
        let unit = amounts.unitName(in: language)
        guard column.kind == .amount, !unit.isEmpty else { return column.title }
        return language == .zhHans ? "\(column.title)（\(unit)）" : "\(column.title) (\(unit))"
    }

    /// A cell for people.
    package func text(_ cell: ReportCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .amount(let amount): amounts.text(amount)
        case .percentage(let percentage): percentage.text
        case .number(let number, let decimals): DecimalDigits.fixed(number, decimals: decimals, grouping: true)
        case .term(_, let label, _): label
        case .link(let words, _): words
        }
    }

    /// A cell for programs.
    package func machineText(_ cell: ReportCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .amount(let amount): amounts.machineText(amount)
        case .percentage(let percentage): String(percentage.text.dropLast())
        case .number(let number, _): JSONValue.number(number).text()
        case .term(let code, _, _): code
        case .link(_, let path): path
        }
    }
}
