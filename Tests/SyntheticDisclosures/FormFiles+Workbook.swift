import ContainerMaking

extension FormFiles {
    /// A workbook with a sheet for each table, or one for all; numbers are stored without the zeros at their end.
    package func workbook() throws -> [UInt8] {
        if style.oneSheet {
            var cells: [FormSheet.Cell] = []
            var top = 0
            for sheet in sheets {
                let own = rows(of: sheet)
                cells += own.map { cell in
                    var cell = cell
                    cell.row += top
                    return cell
                }
                top += (own.map { $0.row + $0.height }.max() ?? 0) + 2
            }
            return try ContainerMaker.workbook([("Sheet1", "visible", xml(cells))]).bytes()
        }
        return try ContainerMaker.workbook(
            contents
                + sheets.enumerated().map { index, sheet in
                    (Self.escaped(name(of: sheet, at: index)), "visible", xml(rows(of: sheet)))
                }
        ).bytes()
    }

    /// Cover and list of tables, each a sheet of its own.
    private var contents: [(name: String, state: String, xml: String)] {
        guard style.contents != .none else { return [] }
        let cover = [
            FormSheet.Cell(row: 0, column: 0, width: 4, text: "\(year)年度部门决算公开表"),
            FormSheet.Cell(row: 3, column: 0, text: "单位名称："), FormSheet.Cell(row: 3, column: 1, width: 3, text: unit),
            FormSheet.Cell(row: 5, column: 0, text: "编报日期："),
            FormSheet.Cell(row: 5, column: 1, text: "\(year + 1)年8月15日"),
        ]
        let list = sheets.enumerated().flatMap { index, sheet in
            [FormSheet.Cell(row: index + 1, column: 0, text: String(index + 1), isNumber: true)]
                + [FormSheet.Cell(row: index + 1, column: 1, text: sheet.title)]
        }
        let head = [FormSheet.Cell(row: 0, column: 0, width: 2, text: "目录")]
        return [("封面", "visible", xml(cover)), ("目录", "visible", xml(head + list))]
    }

    private func rows(of sheet: FormSheet) -> [FormSheet.Cell] {
        style.rows(of: sheet, unit: unit, year: year, title: true, notes: true)
    }

    /// At most 31 characters, none of those that names of sheets may not have.
    private func name(of sheet: FormSheet, at index: Int) -> String {
        let title = sheet.title.filter { !"[]:*?/\\".contains($0) }
        switch style.sheetName {
        case .number: return "Sheet\(index + 1)"
        case .title: return String(title.prefix(28)) + (title.count > 28 ? "\(index)" : "")
        case .marked: return String("GK0\(index + 1) \(title)".prefix(31))
        }
    }

    private func xml(_ cells: [FormSheet.Cell]) -> String {
        var rows: [Int: String] = [:]
        var ranges: [String] = []
        let margin = style.margin
        for cell in cells {
            let (row, column) = (cell.row + margin, cell.column + margin)
            let isNumber =
                cell.isNumber && !style.textAmounts || cell.isCode && style.numberCodes && isDigits(cell.text)
            let place = Self.name(row, column)
            rows[row, default: ""] +=
                isNumber
                ? "<c r=\"\(place)\"><v>\(Self.bare(cell.text))</v></c>"
                : "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(cell.text))</t></is></c>"
            if style.merges, cell.width > 1 || cell.height > 1 {
                ranges.append(place + ":" + Self.name(row + cell.height - 1, column + cell.width - 1))
            }
        }
        let data = rows.sorted { $0.key < $1.key }.map { "<row r=\"\($0.key + 1)\">\($0.value)</row>" }.joined()
        guard !ranges.isEmpty else { return "<sheetData>\(data)</sheetData>" }
        return "<sheetData>\(data)</sheetData><mergeCells>"
            + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    }

    /// A code whose zeros in front would be lost stays text.
    private func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.first != "0" && text.allSatisfy(\.isNumber)
    }

    private static func bare(_ number: String) -> String {
        var text = number.replacing(",", with: "")
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text
    }

    private static func name(_ row: Int, _ column: Int) -> String {
        String(UnicodeScalar(UInt8(0x41 + column))) + String(row + 1)
    }
}
