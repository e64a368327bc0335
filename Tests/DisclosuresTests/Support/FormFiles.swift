import ContainerMaking
import Disclosures
import FinalAccounts

/// Writes the tables of a disclosure in each kind of file, as office programs and web sites do.
struct FormFiles {
    var sheets: [FormSheet]
    var unit: String
    var year: Int

    init(sheets: [FormSheet], unit: String, year: Int) {
        self.sheets = sheets
        self.unit = unit
        self.year = year
    }

    init(_ disclosure: Disclosure, mergesCodes: Bool = true) {
        sheets = disclosure.tables.map { FormSheet($0, mergesCodes: mergesCodes) }
        unit = disclosure.unit?.name ?? ""
        year = disclosure.fiscalYear?.number ?? 0
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func bare(_ number: String) -> String {
        var text = number.replacing(",", with: "")
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text
    }

    // MARK: XLSX

    /// A workbook with a sheet for each table; numbers are stored as numbers, without the zeros at their end.
    func workbook(merges: Bool = true) throws -> [UInt8] {
        try ContainerMaker.workbook(
            sheets.enumerated().map { index, sheet in
                ("Z\(index + 1)", "visible", Self.xml(sheet, unit: unit, year: year, merges: merges))
            }
        ).bytes()
    }

    private static func xml(_ sheet: FormSheet, unit: String, year: Int, merges: Bool) -> String {
        var rows: [Int: String] = [:]
        var ranges: [String] = []
        func put(_ row: Int, _ column: Int, _ text: String, isNumber: Bool = false) {
            let place = name(row, column)
            rows[row, default: ""] +=
                isNumber
                ? "<c r=\"\(place)\"><v>\(bare(text))</v></c>"
                : "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
        }
        put(0, 0, sheet.title)
        if sheet.width > 1 { ranges.append("A1:" + name(0, sheet.width - 1)) }
        put(1, 0, "部门：" + unit)
        put(1, 1, "\(year)年度")
        put(1, max(2, sheet.width - 1), "金额单位：" + sheet.unit)
        for cell in sheet.cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            put(cell.row + 2, cell.column, cell.text, isNumber: cell.isNumber)
            if merges, cell.width > 1 || cell.height > 1 {
                ranges.append(
                    name(cell.row + 2, cell.column) + ":"
                        + name(cell.row + cell.height + 1, cell.column + cell.width - 1))
            }
        }
        for (index, note) in sheet.notes.enumerated() { put(sheet.height + 2 + index, 0, note) }
        let data = rows.sorted { $0.key < $1.key }.map { "<row r=\"\($0.key + 1)\">\($0.value)</row>" }.joined()
        return "<sheetData>\(data)</sheetData><mergeCells>"
            + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    }

    private static func name(_ row: Int, _ column: Int) -> String {
        String(UnicodeScalar(UInt8(0x41 + column))) + String(row + 1)
    }

    // MARK: HTML

    /// A page with a table for each, in UTF-8.
    func page(charset: String = "utf-8") -> String {
        var body = "<h1>\(unit)\(year)年度部门决算</h1>\n"
        for sheet in sheets {
            body += "<p style=\"text-align:center\"><b>\(Self.escaped(sheet.title))</b></p>\n"
            body += "<p>部门：\(unit)&nbsp;&nbsp;&nbsp;单位：\(sheet.unit)</p>\n<table border=1>\n"
            body += Self.rows(sheet) { cell in
                "<td rowspan=\"\(cell.height)\" colspan=\(cell.width)>\n  <p>\(Self.escaped(cell.text))</p></td>"
            } blank: {
                "<td>&nbsp;</td>"
            } row: {
                "<tr>" + $0 + "\n"
            }
            body += "</table>\n" + sheet.notes.map { "<p>\(Self.escaped($0))</p>\n" }.joined()
        }
        return "<!DOCTYPE html><html><head><meta charset=\"\(charset)\"><title>x</title><style>td{color:red}</style>"
            + "<script>var a='<table><tr><td>1.00</td></tr></table>';</script></head><body>\(body)</body></html>"
    }

    /// The rows of a sheet, with blanks where no cell reaches.
    private static func rows(
        _ sheet: FormSheet, cell: (FormSheet.Cell) -> String, blank: () -> String, row: (String) -> String
    ) -> String {
        var taken: Set<Int> = []
        for one in sheet.cells {
            for line in one.row..<one.row + one.height {
                for column in one.column..<one.column + one.width { taken.insert(line << 8 | column) }
            }
        }
        var result = ""
        for line in 0..<sheet.height {
            var text = ""
            for column in 0..<sheet.width {
                if let one = sheet.cells.first(where: { $0.row == line && $0.column == column }) {
                    text += cell(one)
                } else if !taken.contains(line << 8 | column) {
                    text += blank()
                }
            }
            result += row(text)
        }
        return result
    }

    // MARK: DOCX

    /// A word processor's document with a table for each, merged cells as it writes them.
    func document(paragraphs: [String] = []) throws -> [UInt8] {
        var body = (["\(unit)\(year)年度部门决算"] + paragraphs).map(Self.paragraph).joined()
        for sheet in sheets {
            body += Self.paragraph(sheet.title) + Self.paragraph("单位：" + sheet.unit) + Self.table(sheet)
            body += sheet.notes.map(Self.paragraph).joined()
        }
        return try Self.package(body).bytes()
    }

    private static func table(_ sheet: FormSheet) -> String {
        var xml = "<w:tbl>"
        for line in 0..<sheet.height {
            xml += "<w:tr>"
            var column = 0
            while column < sheet.width {
                let cell = sheet.cells.first { one in
                    one.column == column && one.row <= line && line < one.row + one.height
                }
                let merge = cell.map {
                    $0.height == 1 ? "" : $0.row == line ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
                }
                xml += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(cell?.width ?? 1)\"/>\(merge ?? "")</w:tcPr>"
                xml += cell.map { $0.row == line ? paragraph($0.text) : "<w:p/>" } ?? "<w:p/>"
                xml += "</w:tc>"
                column += cell?.width ?? 1
            }
            xml += "</w:tr>"
        }
        return xml + "</w:tbl>"
    }

    static func paragraph(_ text: String) -> String {
        // Word breaks text into runs wherever it likes.
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        let runs = [text[..<middle], text[middle...]].map {
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(escaped(String($0)))</w:t></w:r>"
        }
        return "<w:p>" + runs.joined() + "</w:p>"
    }

    static func package(_ body: String, numbering: String? = nil) -> ContainerMaker {
        let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let list = "http://schemas.openxmlformats.org/package/2006/relationships"
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        var maker = ContainerMaker()
        maker.addTypes([("/word/document.xml", "wordprocessingml.document.main")])
        maker.add(
            "_rels/.rels",
            "\(head)<Relationships xmlns=\"\(list)\"><Relationship Id=\"r1\" Type=\"\(types)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        )
        maker.add("word/document.xml", "\(head)<w:document xmlns:w=\"\(main)\"><w:body>\(body)</w:body></w:document>")
        if let numbering {
            maker.add(
                "word/_rels/document.xml.rels",
                "\(head)<Relationships xmlns=\"\(list)\"><Relationship Id=\"n\" Type=\"\(types)/numbering\" Target=\"numbering.xml\"/></Relationships>"
            )
            maker.add("word/numbering.xml", "\(head)<w:numbering xmlns:w=\"\(main)\">\(numbering)</w:numbering>")
        }
        return maker
    }

    // MARK: CSV

    /// One table as a spreadsheet program saves it.
    func csv(_ sheet: FormSheet, separator: String = ",") -> String {
        func quoted(_ text: String) -> String { text.contains(separator) ? "\"\(text)\"" : text }
        let blanks = String(repeating: separator, count: max(0, sheet.width - 1))
        var text = sheet.title + blanks + "\n部门：\(unit)\(separator)\(year)年度\(separator)金额单位：\(sheet.unit)\n"
        for line in 0..<sheet.height {
            text +=
                (0..<sheet.width).map { column in
                    sheet.cells.first { $0.row == line && $0.column == column }.map { quoted($0.text) } ?? ""
                }.joined(separator: separator) + "\r\n"
        }
        return text + sheet.notes.map { $0 + blanks + "\n" }.joined()
    }
}
