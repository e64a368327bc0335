import FinalAccounts

/// Turns a ``ReportTable`` into a sheet: heading, columns, rows, notes below.
struct TableSheet {
    let renderer: TableRenderer

    /// The sheet.
    func sheet(named name: String, _ tables: [ReportTable], introduction: [String] = []) -> Spreadsheet.Sheet {
        var sheet = Spreadsheet.Sheet(name: name)
        sheet.rows = introduction.map { Spreadsheet.Row([.text($0, .body)]) }
        for table in tables {
            if !sheet.rows.isEmpty { sheet.rows.append(Spreadsheet.Row([])) }
            append(table, to: &sheet)
        }
        if tables.count == 1, introduction.isEmpty {
            sheet.frozenRows = 2
            sheet.repeatedRow = 1
            sheet.isFiltered = true
        }
        return sheet
    }

    private func append(_ table: ReportTable, to sheet: inout Spreadsheet.Sheet) {
        let shown = renderer.shownColumns(of: table, in: .markdown)
        sheet.rows.append(Spreadsheet.Row([.text(table.title, CellStyle(isBold: true, fontSize: 13))], height: 24))
        sheet.rows.append(
            Spreadsheet.Row(shown.map { .text(renderer.heading(table.columns[$0]), .head) }, height: 30))
        let widths = shown.map { width(of: table, column: $0) }
        sheet.rows += table.rows.map { row in
            Spreadsheet.Row(
                shown.map { cell(row[$0], in: table.columns[$0]) },
                height: height(of: shown.map { row[$0] }, in: widths))
        }
        sheet.rows += table.notes.map { Spreadsheet.Row([.text($0, .remark)]) }
        for (position, width) in widths.enumerated() {
            if position < sheet.widths.count {
                sheet.widths[position] = max(sheet.widths[position], width)
            } else {
                sheet.widths.append(width)
            }
        }
    }

    private func width(of table: ReportTable, column: Int) -> Double {
        let widest = table.rows.map { DisplayWidth.of(renderer.text($0[column])) }.max() ?? 0
        let heading = DisplayWidth.of(renderer.heading(table.columns[column]))
        // As wide as a line needs by the measure that heights are found by, so that no short code takes two lines.
        let needed = Int((Double(max(widest, min(heading, 18)) + 3) / 0.9).rounded(.up))
        return Double(min(Self.widest, max(8, needed)))
    }

    /// The widest a column gets, in characters; longer texts run over several lines.
    private static let widest = 52
    /// The height of a line of text, in points.
    private static let lineHeight = 15.0

    /// The height of a row whose texts run over several lines; `nil` for the usual one. Spreadsheets do not all find it
    /// themselves when a file is opened.
    private func height(of cells: [ReportCell], in widths: [Double]) -> Double? {
        let lines = zip(cells, widths).map { cell, width -> Int in
            let text: String
            switch cell {
            case .text(let words), .link(let words, _): text = words
            default: return 1
            }
            // Letters of a proportional font are a little wider than the digit that widths are counted in.
            let room = max(4, Int(width * 0.9) - 3)
            return (DisplayWidth.of(text) + room - 1) / room
        }
        let most = min(20, lines.max() ?? 1)
        return most > 1 ? Double(most) * Self.lineHeight + 3 : nil
    }

    private func cell(_ cell: ReportCell, in column: ReportColumn) -> Spreadsheet.Cell {
        switch cell {
        case .empty: .text("", .wrapped)
        case .text(let text): .text(text, .wrapped)
        case .term(_, let label, let tone): .text(label, Self.style(tone))
        case .link(let words, let path): Spreadsheet.Cell(.link(words, path: path), .link)
        case .integer(let number):
            Spreadsheet.Cell(.number(Double(number)), CellStyle(number: .plain, hasBottomLine: true))
        case .number(let number, let decimals):
            Spreadsheet.Cell(
                number.isFinite ? .number(number) : .blank,
                CellStyle(number: .grouped(decimals: decimals), hasBottomLine: true))
        case .amount(let amount): Spreadsheet.Cell(.number(renderer.amounts.value(amount)), amountStyle)
        case .percentage(let percentage):
            Spreadsheet.Cell(.number(percentage.doubleValue / 100), CellStyle(number: .percent, hasBottomLine: true))
        }
    }

    private var amountStyle: CellStyle {
        CellStyle(number: .grouped(decimals: renderer.amounts.displayDecimals ?? 2), hasBottomLine: true)
    }

    private static func style(_ tone: ReportCell.Tone) -> CellStyle {
        let (colour, ground) = ToneColours.of(tone)
        return CellStyle(colour: colour, ground: ground, indent: 1, wraps: true, hasBottomLine: true)
    }
}

/// The colours of tones in a workbook: letters and ground.
enum ToneColours {
    static func of(_ tone: ReportCell.Tone) -> (colour: UInt32, ground: UInt32?) {
        switch tone {
        case .plain: (0x1C2733, nil)
        case .good: (0x226345, 0xE7F3EC)
        case .warning: (0x7A4B00, 0xFDF3DC)
        case .serious: (0xA3333D, 0xFBECEB)
        }
    }
}
