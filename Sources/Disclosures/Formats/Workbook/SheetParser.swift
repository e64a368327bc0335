import Interchange
import Platform

/// Reads the cells of one sheet.
struct SheetParser {
    /// The strings cells refer to.
    var strings: [String]
    var styles: WorkbookStyles
    var countsFrom1904: Bool
    /// How many cells may be read.
    var limit: Int
    /// The bytes of text that cells may still hold: a string that is stored once may stand in any number of them.
    var textLeft: Int

    private var sheet: WorkbookSheet
    private var row = 0
    private var column = 0
    private var cell: RawCell?
    private var element = ""
    private var isPhonetic = false
    private var isHiddenRow = false

    /// A cell as its element says it.
    private struct RawCell {
        var reference: CellReference
        var type: String
        var style: Int
        var value = ""
        var isFormula = false
    }

    init(
        name: String, isHidden: Bool, strings: [String], styles: WorkbookStyles, countsFrom1904: Bool, limit: Int,
        textLeft: Int
    ) {
        sheet = WorkbookSheet(name: name, isHidden: isHidden)
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limit = limit
        self.textLeft = textLeft
    }

    /// Reads the part of the sheet.
    mutating func parse(_ bytes: [UInt8]) throws(XMLEventReader.Failure) -> WorkbookSheet {
        var reader = try XMLEventReader(bytes)
        while let event = try reader.next() {
            switch event {
            case .start(let name): try begin(name, reader)
            case .end(let name): end(name)
            case .text(let text): take(text)
            }
        }
        let isSorted = zip(sheet.cells, sheet.cells.dropFirst()).allSatisfy {
            ($0.row, $0.column) < ($1.row, $1.column)
        }
        if !isSorted { sheet.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
        return sheet
    }

    private mutating func begin(_ name: String, _ reader: borrowing XMLEventReader) throws(XMLEventReader.Failure) {
        switch name {
        case "c": try beginCell(reader)
        case "row":
            row = reader.attribute("r").flatMap { Int($0) } ?? row + 1
            column = 0
            isHiddenRow = Self.isTrue(reader.attribute("hidden"))
        case "v", "t", "f":
            element = name
            if name == "f" { cell?.isFormula = true }
        case "rPh": isPhonetic = true
        case "mergeCell": merge(reader.attribute("ref") ?? "")
        case "col": hideColumns(reader)
        default: break
        }
    }

    private mutating func beginCell(_ reader: borrowing XMLEventReader) throws(XMLEventReader.Failure) {
        let place = reader.attribute("r").flatMap { CellReference($0) } ?? CellReference(row: row, column: column + 1)
        guard sheet.cells.count < limit else {
            throw XMLEventReader.Failure(line: 0, problem: Bilingual("工作簿的单元格过多", "the workbook has too many cells"))
        }
        guard textLeft >= 0 else {
            throw XMLEventReader.Failure(
                line: 0, problem: Bilingual("工作簿单元格的文字过多", "the cells of the workbook hold too much text"))
        }
        column = place.column
        cell = RawCell(
            reference: place, type: reader.attribute("t") ?? "n",
            style: reader.attribute("s").flatMap { Int($0) } ?? 0)
    }

    private mutating func end(_ name: String) {
        switch name {
        case "c": endCell()
        case "v", "t", "f": element = ""
        case "rPh": isPhonetic = false
        default: break
        }
    }

    private mutating func take(_ text: String) {
        guard element == "v" || element == "t", !isPhonetic else { return }
        cell?.value += text
    }

    private mutating func endCell() {
        guard let raw = cell else { return }
        cell = nil
        guard let content = content(raw) else {
            if raw.isFormula { sheet.formulasWithoutValue.append(raw.reference.name) }
            return
        }
        if case .text(let text) = content { textLeft -= text.utf8.count }
        if isHiddenRow { sheet.hiddenRows.insert(raw.reference.row) }
        let isPercentage = styles.format(raw.style) == .percentage && raw.type == "n"
        var cell = WorkbookCell(
            row: raw.reference.row, column: raw.reference.column, content: content, isFormula: raw.isFormula,
            isPercentage: isPercentage)
        if case .scaled(let scale) = styles.format(raw.style), cell.number != nil { cell.scale = scale }
        sheet.cells.append(cell)
    }

    /// What a cell holds; `nil` for a blank one.
    private func content(_ raw: RawCell) -> WorkbookCell.Content? {
        switch raw.type {
        case "s":
            guard let index = Int(raw.value), strings.indices.contains(index) else { return .error("#REF!") }
            return Self.text(strings[index])
        case "str", "inlineStr": return Self.text(SharedStrings.unescaped(raw.value))
        case "b": return raw.value.isEmpty ? nil : .boolean(raw.value == "1" || raw.value == "true")
        case "e": return .error(raw.value)
        case "d": return Self.text(raw.value).map { _ in .date(raw.value) }
        default: return number(raw)
        }
    }

    private func number(_ raw: RawCell) -> WorkbookCell.Content? {
        guard !raw.value.isEmpty else { return nil }
        guard let decimal = WorkbookNumber.decimal(raw.value) else { return .text(raw.value) }
        if styles.format(raw.style) == .date, let day = WorkbookDate.text(decimal, from1904: countsFrom1904) {
            return .date(day)
        }
        return .number(decimal)
    }

    private static func text(_ text: String) -> WorkbookCell.Content? {
        text.unicodeScalars.allSatisfy(ScalarFolding.isBlank) ? nil : .text(text)
    }

    private mutating func merge(_ range: String) {
        let ends = range.split(separator: ":").compactMap { CellReference($0) }
        guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column,
            sheet.merged.count < limit
        else { return }
        sheet.merged.append(
            WorkbookSheet.MergedRange(rows: first.row...last.row, columns: first.column...last.column))
    }

    private mutating func hideColumns(_ reader: borrowing XMLEventReader) {
        guard Self.isTrue(reader.attribute("hidden")), let first = reader.attribute("min").flatMap({ Int($0) }),
            let last = reader.attribute("max").flatMap({ Int($0) }), first >= 1, first <= last
        else { return }
        sheet.hiddenColumns.append(first...min(last, max(first, CellReference.lastColumn)))
    }

    private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}
