/// Where a cell stands, counted from 0, and how formulas call it.
///
/// ```swift
/// CellReference(row: 5, column: 28).name            // "AC6"
/// CellReference(row: 5, column: 28).absoluteRow     // "AC$6"
/// ```
struct CellReference: Hashable, Sendable {
    /// The row, counted from 0.
    let row: Int
    /// The column, counted from 0.
    let column: Int

    /// The letters of a column: A for 0, AA for 26.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    /// The column a run of letters names; `nil` for anything else.
    static func column(_ letters: some StringProtocol) -> Int? {
        guard !letters.isEmpty, letters.utf8.count <= 3 else { return nil }
        var column = 0
        for byte in letters.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        }
        return column - 1
    }

    /// The name that moves with the formula: `C7`.
    var name: String { Self.letters(column) + String(row + 1) }

    /// The name whose column stays where it is: `$C7`.
    var absoluteColumn: String { "$" + name }
}
