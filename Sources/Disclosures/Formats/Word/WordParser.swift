import Platform

/// Reads the paragraphs and tables of a DOCX document in their order.
///
/// Deleted text, the second form of text boxes that old programs are given, and comments are left out; inserted text
/// is read. The numbers that the word processor draws before paragraphs are put before them as words.
struct WordParser {
    private var numbering: WordNumbering
    private let limit: Int
    private var blocks: [DocumentBlock] = []
    private var tables: [OpenTable] = []
    private var paragraphs: [Paragraph] = []
    private var isText = false
    /// How deep we are in an element that is left out.
    private var skipped = 0
    private var cellCount = 0

    /// A paragraph whose end has not come yet; text boxes hold paragraphs inside of paragraphs.
    private struct Paragraph {
        var text = ""
        var style: String?
        var list: String?
        var level: Int?
    }

    private struct OpenTable {
        var merging: [Int: Int] = [:]
        var column = 0
        var row = -1
        var cells: [CellTable.Cell] = []
        var text = ""
        var width = 1
        var merge: String?
        var grid = WordGrid()
        var inner: [DocumentBlock] = []
    }

    init(numbering: WordNumbering, limit: Int) {
        self.numbering = numbering
        self.limit = limit
    }

    /// The blocks of the main part.
    mutating func parse(_ bytes: [UInt8]) throws(XMLEventReader.Failure) -> [DocumentBlock] {
        var reader = try XMLEventReader(bytes)
        while let event = try reader.next() {
            switch event {
            case .start(let name):
                if skipped > 0 || Self.leftOut.contains(name) {
                    skipped += 1
                } else {
                    try start(name, reader)
                }
            case .end(let name): if skipped > 0 { skipped -= 1 } else { end(name) }
            case .text(let text): if isText, skipped == 0 { add(text) }
            }
        }
        return blocks
    }

    private static let leftOut: Set<String> = ["del", "delText", "Fallback", "moveFrom", "instrText", "rPr", "sectPr"]

    private mutating func start(_ name: String, _ reader: borrowing XMLEventReader) throws(XMLEventReader.Failure) {
        switch name {
        case "p": paragraphs.append(Paragraph())
        case "pStyle": update { $0.style = reader.attributes()["val"] }
        case "ilvl": update { $0.level = reader.attributes()["val"].flatMap { Int($0) } }
        case "numId": update { $0.list = reader.attributes()["val"] }
        case "t": isText = true
        case "tab": if !paragraphs.isEmpty { add("\t") }
        case "br", "cr": add("\n")
        case "noBreakHyphen": add("-")
        case "tbl": tables.append(OpenTable())
        case "tr": beginRow()
        case "tc": try beginCell()
        case "gridCol": addColumn(reader.attributes()["w"])
        case "gridBefore": skipColumns(reader.attributes()["val"])
        case "gridSpan": setWidth(reader.attributes()["val"])
        case "vMerge": if !tables.isEmpty { tables[tables.count - 1].merge = reader.attributes()["val"] ?? "continue" }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "t": isText = false
        case "p": endParagraph()
        case "tc": endCell()
        case "tbl": endTable()
        default: break
        }
    }

    private mutating func update(_ change: (inout Paragraph) -> Void) {
        if !paragraphs.isEmpty { change(&paragraphs[paragraphs.count - 1]) }
    }

    private mutating func add(_ text: String) { update { $0.text += text } }

    private mutating func endParagraph() {
        guard let paragraph = paragraphs.popLast() else { return }
        let words = TableText.trimmed(paragraph.text)
        guard !words.isEmpty else { return }
        let text = numbering.mark(style: paragraph.style, list: paragraph.list, level: paragraph.level) + words
        if tables.isEmpty {
            blocks.append(.paragraph(text))
        } else {
            let index = tables.count - 1
            if !tables[index].text.isEmpty { tables[index].text += "\n" }
            tables[index].text += text
        }
    }

    // MARK: Tables

    private mutating func beginRow() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].row += 1
        tables[tables.count - 1].column = 0
    }

    private mutating func beginCell() throws(XMLEventReader.Failure) {
        guard !tables.isEmpty else { return }
        cellCount += 1
        guard cellCount <= limit else {
            throw XMLEventReader.Failure(
                line: 0, problem: Bilingual("各表单元格超过 \(limit) 个", "its tables have more than \(limit) cells"))
        }
        let index = tables.count - 1
        if tables[index].row < 0 { tables[index].row = 0 }
        tables[index].text = ""
        tables[index].width = 1
        tables[index].merge = nil
    }

    private mutating func skipColumns(_ value: String?) {
        guard !tables.isEmpty, let count = value.flatMap({ Int($0) }), (0...1000).contains(count) else { return }
        tables[tables.count - 1].column += count
    }

    private mutating func addColumn(_ value: String?) {
        guard !tables.isEmpty, tables[tables.count - 1].grid.widths.count < 1000 else { return }
        tables[tables.count - 1].grid.widths.append(value.flatMap { Int($0) } ?? 0)
    }

    private mutating func setWidth(_ value: String?) {
        guard !tables.isEmpty, let width = value.flatMap({ Int($0) }), (1...1000).contains(width) else { return }
        tables[tables.count - 1].width = width
    }

    private mutating func endCell() {
        guard var table = tables.popLast() else { return }
        defer { tables.append(table) }
        let column = table.column
        table.column += table.width
        if let merge = table.merge, merge != "restart" {
            if let owner = table.merging[column] { table.cells[owner].height += 1 }
            return
        }
        let text = TableText.trimmed(table.text)
        if text.isEmpty {
            table.merging[column] = nil
            return
        }
        table.cells.append(CellTable.Cell(text: text, row: table.row, column: column, width: table.width))
        table.merging[column] = table.merge == "restart" ? table.cells.count - 1 : nil
    }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        let own = table.inner + (table.cells.isEmpty ? [] : [.table(CellTable(cells: table.grid.seen(table.cells)))])
        if tables.isEmpty {
            blocks += own
        } else {
            // A table inside of a cell stands on its own.
            tables[tables.count - 1].inner += own
        }
    }
}
