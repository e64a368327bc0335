/// A place on a sheet: `B7`.
struct CellReference: Hashable, Sendable {
    /// The largest row and column of the format.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    /// Counted from 1.
    var row: Int
    /// Counted from 1.
    var column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7` or `$B$7`; `nil` for anything else and for places no sheet has.
    init?(_ text: some StringProtocol) {
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

    var text: String {
        var letters = ""
        var rest = column
        while rest > 0 {
            let digit = (rest - 1) % 26
            letters = String(UnicodeScalar(UInt8(0x41 + digit))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row)
    }
}
