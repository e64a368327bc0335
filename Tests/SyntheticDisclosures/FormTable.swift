/// A table to be printed, and what a reader should find in it.
struct FormTable {
    /// A cell with its reach.
    struct Cell {
        var text: String
        var columns = 1
        var rows = 1
        var style = "label"

        init(_ text: String, columns: Int = 1, rows: Int = 1, style: String = "label") {
            self.text = text
            self.columns = columns
            self.rows = rows
            self.style = style
        }

        static func head(_ text: String, columns: Int = 1, rows: Int = 1) -> Cell {
            Cell(text, columns: columns, rows: rows, style: "head")
        }
    }

    var kind: String
    var title: String
    var mark: String
    var header: [[Cell]] = []
    var rows: [[Cell]] = []
    var notes: [String] = []
    /// `kind,side,code,label,role,amount`: one for every printed amount.
    var expected: [String] = []

    init(kind: String, title: String, mark: String) {
        self.kind = kind
        self.title = title
        self.mark = mark
    }
}
