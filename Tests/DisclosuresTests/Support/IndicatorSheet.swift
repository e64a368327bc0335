import ContainerMaking
import Foundation
import SyntheticDisclosures

/// A table of indicators, written in every kind of file.
struct IndicatorSheet {
    /// The header's words and the rows under it; a blank cell of a level goes on with the one above.
    var headers: [String]
    var rows: [[String]]
    /// How many columns from the left are merged downwards where their cells are blank.
    var merged = 2

    static let title = "2023年度城市管理项目自评表"
    static let lines = ["甲市乙局2023年度部门决算", "第三部分 2023年度部门决算情况说明", "一、收入支出决算总体情况说明", "2023年度收、支总计均为10.00万元。", "第四部分 附件"]

    private var cells: [FormSheet.Cell] {
        let all = [headers] + rows
        var cells: [FormSheet.Cell] = []
        for (row, texts) in all.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty {
                let blanks = all[(row + 1)...].prefix { $0[column].isEmpty && column < merged }.count
                cells.append(
                    FormSheet.Cell(row: row, column: column, height: row == 0 ? 1 : blanks + 1, text: text))
            }
        }
        return cells
    }

    /// A web page.
    var page: String {
        let cells = cells
        let body = (0...rows.count).map { row in
            "<tr>"
                + headers.indices.map { column in
                    if let cell = cells.first(where: { $0.row == row && $0.column == column }) {
                        return "<td rowspan=\(cell.height)>\(cell.text)</td>"
                    }
                    let isCovered = cells.contains {
                        $0.column == column && $0.row < row && row < $0.row + $0.height
                    }
                    return isCovered ? "" : "<td></td>"
                }.joined() + "</tr>"
        }.joined()
        return """
            <html><meta charset=utf-8><style>@page{size:A4;margin:15mm}body{font-family:'Noto Serif CJK SC';font-size:10pt}
            table{border-collapse:collapse;width:100%;table-layout:fixed}td{border:1px solid;padding:3px;text-align:center}</style>
            \((Self.lines + [Self.title]).map { "<p>\($0)</p>" }.joined())
            <table>\(body)</table></html>
            """
    }

    /// A word processor's document.
    func document() throws -> [UInt8] {
        let cells = cells
        var xml =
            "<w:tbl><w:tblGrid>" + String(repeating: "<w:gridCol w:w=\"1000\"/>", count: headers.count) + "</w:tblGrid>"
        for row in 0...rows.count {
            xml += "<w:tr>"
            for column in headers.indices {
                let cell = cells.first { $0.column == column && $0.row <= row && row < $0.row + $0.height }
                let merge = cell.map {
                    $0.height == 1 ? "" : $0.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
                }
                let text = cell.flatMap { $0.row == row ? FormFiles.paragraph($0.text) : nil }
                xml += "<w:tc><w:tcPr>\(merge ?? "")</w:tcPr>\(text ?? "<w:p/>")</w:tc>"
            }
            xml += "</w:tr>"
        }
        let body = (Self.lines + [Self.title]).map(FormFiles.paragraph).joined() + xml + "</w:tbl>"
        return try FormFiles.package(body).bytes()
    }

    /// A workbook with a sheet of text and one of indicators, its levels merged as in the other forms.
    func workbook() throws -> [UInt8] {
        func letter(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }
        func row(_ number: Int, _ texts: [String]) -> String {
            let cells = texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                Double(text) == nil
                    ? "<c r=\"\(letter(column))\(number)\" t=\"inlineStr\"><is><t>\(FormFiles.escaped(text))</t></is></c>"
                    : "<c r=\"\(letter(column))\(number)\"><v>\(text)</v></c>"
            }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        let text = Self.lines.enumerated().map { row($0.offset + 1, [$0.element]) }.joined()
        let table = ([[Self.title], headers] + rows).enumerated().map { row($0.offset + 1, $0.element) }.joined()
        let merges = cells.filter { $0.height > 1 }.map { cell in
            let name = letter(cell.column)
            return "<mergeCell ref=\"\(name)\(cell.row + 2):\(name)\(cell.row + cell.height + 1)\"/>"
        }
        let list = merges.isEmpty ? "" : "<mergeCells>\(merges.joined())</mergeCells>"
        return try ContainerMaker.workbook([
            ("说明", "visible", "<sheetData>\(text)</sheetData>"),
            ("自评表", "visible", "<sheetData>\(table)</sheetData>\(list)"),
        ]).bytes()
    }
}
