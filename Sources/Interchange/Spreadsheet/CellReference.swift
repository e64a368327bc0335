/// A place on a sheet, and how formulas call it: `B7`.
///
/// ```swift
/// CellReference(row: 6, column: 29).name                              // "AC6"
/// CellReference(rowFromZero: 5, columnFromZero: 28).absoluteColumn    // "$AC6"
/// ```
package struct CellReference: Hashable, Sendable {
    /// The largest row of the format.
    package static let lastRow = 1_048_576
    /// The largest column of the format.
    package static let lastColumn = 16_384

    /// Counted from 1.
    package var row: Int
    /// Counted from 1.
    package var column: Int

    /// The place of a row and a column counted from 1, as on the sheet.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The place of a row and a column counted from 0, as in an array.
    package init(rowFromZero row: Int, columnFromZero column: Int) {
        self.init(row: row + 1, column: column + 1)
    }

    /// Reads `B7` or `$B$7`; `nil` for anything else and for places no sheet has.
    package init?(_ text: some StringProtocol) {
        var row = 0
        var column = 0
        for byte in text.utf8 where byte != 0x24 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                guard row == 0, column <= Self.lastColumn else { return nil }
                column = column * 26 + Int(byte | 0x20) - 0x60
            case 0x30...0x39:
                guard row <= Self.lastRow else { return nil }
                row = row * 10 + Int(byte) - 0x30
            default: return nil
            }
        }
        guard (1...Self.lastRow).contains(row), (1...Self.lastColumn).contains(column) else { return nil }
        self.init(row: row, column: column)
    }

    /// The letters of the column: A for the first, AA for the 27th.
    package var letters: String {
        var letters = ""
        var rest = column
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    /// The name that moves with the formula: `C7`.
    package var name: String { letters + String(row) }

    /// The name whose column stays where it is: `$C7`.
    package var absoluteColumn: String { "$" + name }

    /// The name that stays where it is: `$C$7`.
    package var absolute: String { "$" + letters + "$" + String(row) }
}
