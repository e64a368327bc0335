/// A table laid out on a grid with what stands around it, ready to be written in any kind of file.
package struct FormSheet: Sendable {
    /// A cell with its spans, counted from 0.
    package struct Cell: Sendable {
        /// The place of its upper left corner.
        package var row: Int
        /// The place of its upper left corner.
        package var column: Int
        /// How many rows it spans.
        package var height: Int
        /// How many columns it spans.
        package var width: Int
        /// Its words.
        package var text: String
        /// Whether a workbook stores it as a number.
        package var isNumber: Bool
        /// Whether it is a subject code, which some workbooks store as a number too.
        package var isCode: Bool

        /// Creates a cell.
        package init(
            row: Int, column: Int, height: Int = 1, width: Int = 1, text: String, isNumber: Bool = false,
            isCode: Bool = false
        ) {
            self.row = row
            self.column = column
            self.height = height
            self.width = width
            self.text = text
            self.isNumber = isNumber
            self.isCode = isCode
        }
    }

    /// The title over the table.
    package var title: String
    /// The number of the form: 公开01表; empty where it is not printed.
    package var mark = ""
    /// The unit of its amounts: 万元, 元.
    package var unit: String
    /// The cells, header first.
    package private(set) var cells: [Cell] = []
    /// Remarks under the table.
    package var notes: [String] = []
    /// How many columns it has.
    package private(set) var width = 0
    /// How many rows it has, header included.
    package private(set) var height = 0
    /// How many of its rows are header.
    package var headerHeight = 0

    /// Begins a table without cells.
    package init(title: String, unit: String) {
        self.title = title
        self.unit = unit
    }

    /// Puts a cell; one without text only makes room.
    package mutating func put(_ cell: Cell) {
        if !cell.text.isEmpty { cells.append(cell) }
        width = max(width, cell.column + cell.width)
        height = max(height, cell.row + cell.height)
    }

    /// The cell that covers a place.
    func cell(covering row: Int, _ column: Int) -> Cell? {
        cells.first {
            $0.row <= row && row < $0.row + $0.height && $0.column <= column && column < $0.column + $0.width
        }
    }
}

extension FormSheet {
    /// Lays out a table whose cells say how far they reach, as HTML does.
    init(_ table: FormTable, unit: String, mark: String) {
        self.init(title: table.title, unit: unit)
        self.mark = mark
        notes = table.notes
        headerHeight = table.header.count
        var taken: Set<Int> = []
        for (row, cells) in (table.header + table.rows).enumerated() {
            var column = 0
            for cell in cells {
                while taken.contains(row << 8 | column) { column += 1 }
                for line in row..<row + cell.rows {
                    for place in column..<column + cell.columns { taken.insert(line << 8 | place) }
                }
                put(
                    Cell(
                        row: row, column: column, height: cell.rows, width: cell.columns, text: cell.text,
                        isNumber: cell.style == "amount" && cell.text.contains(where: \.isNumber),
                        isCode: cell.style == "code"))
                column += cell.columns
            }
        }
    }
}
