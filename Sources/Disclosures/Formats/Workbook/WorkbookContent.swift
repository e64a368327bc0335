import FinalAccounts
import Interchange
import Platform

/// Makes lines and grids of a workbook's sheets.
enum WorkbookContent {
    /// The content of a workbook; hidden sheets are left out and said to be, hidden rows and columns read and said
    /// to be.
    static func content(of workbook: Workbook) -> DocumentContent {
        var blocks: [DocumentBlock] = []
        var diagnostics: [Diagnostic] = []
        for sheet in workbook.sheets {
            if sheet.isHidden {
                if !sheet.cells.isEmpty {
                    diagnostics.append(
                        Diagnostic(
                            kind: .hiddenPart, page: nil, quote: sheet.name,
                            message: Bilingual(
                                "工作表“\(sheet.name)”已隐藏，未读取", "the sheet '\(sheet.name)' is hidden and was left out")))
                }
                continue
            }
            diagnostics += hidden(sheet) + unvalued(sheet) + scaled(sheet)
            blocks.append(.table(table(of: sheet)))
        }
        var content = BlockContent.content(of: blocks)
        content.diagnostics = diagnostics + content.diagnostics
        return content
    }

    /// Formulas whose program never computed them: what they stand for is not in the file.
    private static func unvalued(_ sheet: WorkbookSheet) -> [Diagnostic] {
        let cells = sheet.formulasWithoutValue
        guard !cells.isEmpty else { return [] }
        let names = cells.prefix(5).listed() + (cells.count > 5 ? Bilingual("等", ", …") : Bilingual(verbatim: ""))
        return [
            Diagnostic(
                kind: .formulaWithoutValue, page: nil, quote: sheet.name,
                message:
                    Bilingual(
                        "工作表“\(sheet.name)”有 \(cells.count) 个单元格（\(names.zhHans)）只有公式而未存数值，请用办公软件打开后保存一次",
                        "\(cells.count) cells of the sheet '\(sheet.name)' (\(names.en)) hold formulas whose values were "
                            + "never stored; open the workbook in an office program and save it once"))
        ]
    }

    /// Numbers that are shown in thousands or in 万: they are read as they are shown.
    private static func scaled(_ sheet: WorkbookSheet) -> [Diagnostic] {
        let cells = sheet.cells.filter { $0.scale > 0 }
        guard let first = cells.first else { return [] }
        return [
            Diagnostic(
                kind: .rounded, page: nil, quote: sheet.name,
                message:
                    Bilingual(
                        "工作表“\(sheet.name)”有 \(cells.count) 个数（如 \(first.reference)）显示时小数点移动 \(first.scale) 位，按显示的数读取",
                        "\(cells.count) numbers of the sheet '\(sheet.name)' (\(first.reference)) are shown with their "
                            + "point moved by \(first.scale) places; they were read as shown"))
        ]
    }

    private static func hidden(_ sheet: WorkbookSheet) -> [Diagnostic] {
        let columns = Set(sheet.cells.map(\.column)).filter { sheet.isHidden(column: $0) }
        guard !sheet.hiddenRows.isEmpty || !columns.isEmpty else { return [] }
        let rows = sheet.hiddenRows.sorted().prefix(5).map { Bilingual("第 \($0) 行", "row \($0)") }
        let letters = columns.sorted().prefix(5).map { CellReference(row: 1, column: $0).letters }
        let places = (rows + letters.map { Bilingual("\($0) 列", "column \($0)") }).joined()
        return [
            Diagnostic(
                kind: .hiddenPart, page: nil, quote: sheet.name,
                message:
                    Bilingual(
                        "工作表“\(sheet.name)”隐藏了 \(sheet.hiddenRows.count) 行、\(columns.count) 列（\(places.zhHans)），已一并读取",
                        "the sheet '\(sheet.name)' hides \(sheet.hiddenRows.count) rows and \(columns.count) columns "
                            + "(\(places.en)); they were read"))
        ]
    }

    /// The rows and columns of a sheet that hold something, as a table.
    static func table(of sheet: WorkbookSheet) -> CellTable {
        let rows = Set(sheet.cells.map(\.row)).sorted()
        let columns = Set(sheet.cells.map(\.column)).sorted()
        var spans: [CellReference: WorkbookSheet.MergedRange] = [:]
        for range in sheet.merged {
            spans[CellReference(row: range.rows.lowerBound, column: range.columns.lowerBound)] = range
        }
        let cells = sheet.cells.compactMap { cell -> CellTable.Cell? in
            let text = TableText.trimmed(words(cell))
            guard !text.isEmpty, let row = rows.place(of: cell.row), let column = columns.place(of: cell.column)
            else { return nil }
            var result = CellTable.Cell(text: text, row: row, column: column, isNumeric: cell.number != nil)
            if let span = spans[CellReference(row: cell.row, column: cell.column)] {
                result.height = max(1, rows.places(upTo: span.rows.upperBound) - row)
                result.width = max(1, columns.places(upTo: span.columns.upperBound) - column)
            }
            return result
        }
        return CellTable(cells: cells, sheet: sheet.name)
    }

    /// A cell in the words a page would show.
    private static func words(_ cell: WorkbookCell) -> String {
        switch cell.content {
        case .date(let text):
            let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
            return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : text
        default:
            guard cell.scale > 0, let number = cell.number else { return cell.text }
            return WorkbookNumber.shifted(number, by: cell.scale)
        }
    }
}

extension [Int] {
    /// Where a number stands in sorted numbers.
    fileprivate func place(of number: Int) -> Int? {
        let index = places(upTo: number) - 1
        return index >= 0 && self[index] == number ? index : nil
    }

    /// How many of sorted numbers are at most this.
    fileprivate func places(upTo number: Int) -> Int {
        partitioningIndex { $0 > number }
    }
}
