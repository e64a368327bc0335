/// The lines of a text as rows whose cells stand between blanks, each read when it is first asked for.
struct BlankRows {
    let lines: [TextLine]
    /// The lines in folded form.
    let folded: [String]
    /// How many lines may yet be read for tables that turn out to be none: texts are read in time that grows with them.
    var effort = 20_000
    private var rows: [BlankRow??]

    init(_ lines: [TextLine], _ folded: [String]) {
        self.lines = lines
        self.folded = folded
        rows = Array(repeating: nil, count: lines.count)
    }

    var count: Int { lines.count }

    /// The row that a line is; `nil` for a line that no table has.
    subscript(index: Int) -> BlankRow? {
        mutating get {
            if let row = rows[index] { return row }
            let row = BlankRow(lines[index].scalars)
            rows[index] = .some(row)
            return row
        }
    }

    /// Whether a line has more than one word.
    func hasBlank(_ index: Int) -> Bool {
        let scalars = lines[index].scalars
        guard let first = scalars.firstIndex(where: { !ScalarFolding.isBlank($0) }),
            let blank = scalars[first...].firstIndex(where: ScalarFolding.isBlank)
        else { return false }
        return scalars[blank...].contains { !ScalarFolding.isBlank($0) }
    }
}
