import FinalAccounts
import OfficialForm

/// A row of one list of a table: its label and its numbers.
struct TableStatedRow {
    /// A number in it.
    struct Cell {
        var stated: StatedCell
        /// Whether the form holds a number here, not its printed digits.
        var isNumeric: Bool
    }

    var label: TableLabel
    /// The numbers by the place of their column in the list.
    var cells: [(column: Int, cell: Cell)] = []
    /// Digits that are no number: 1234,56.
    var unread: [String] = []
    var page: Int?
    /// The row as it stands.
    var quote: String
    /// What the label says of sides and years, where it names nothing else: 2023年预算数.
    let head: TableHead?

    init(_ table: CellTable, row: Int, block: TableBlocks.Block) {
        let all = table.row(row)
        func words(_ places: [Int]) -> String {
            all.filter { places.contains($0.column) }.map(\.text).joined()
        }
        var code = words(block.codes)
        var name = words(block.labels)
        // 合计 over the columns of code and name together.
        if !code.isEmpty, !TableText.folded(code.unicodeScalars).allSatisfy(\.isNumber) {
            name = code + name
            code = ""
        }
        label = TableLabel(words: name, code: code)
        head = Self.head(label)
        page = all.lazy.compactMap(\.page).first
        let byColumn = Dictionary(all.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
        for (place, column) in block.columns.enumerated() {
            guard let cell = byColumn[column.place] else { continue }
            if let stated = StatedCell(cell.text) {
                cells.append((place, Cell(stated: stated, isNumeric: cell.isNumeric)))
            } else if TableText.isNumber(Array(cell.text.unicodeScalars)) {
                unread.append(TableText.compact(cell.text.unicodeScalars))
            }
        }
        // A column that holds more words than numbers is read as labels; its amounts are left over, not lost.
        unread += all.filter { block.labels.contains($0.column) && $0.text.contains(".") }.compactMap { cell in
            StatedCell(cell.text).map(\.text)
        }
        quote = all.map { TableText.compact($0.text.unicodeScalars) }.joined(separator: " ")
    }

    private static func head(_ label: TableLabel) -> TableHead? {
        guard label.code == nil, label.topic == nil, label.category == nil, !label.isTotal,
            !label.namesFundAlone
        else { return nil }
        let head = TableHead([TableText.folded(label.words.unicodeScalars)])
        return head.namesSide && head.isKnown ? head : nil
    }
}
