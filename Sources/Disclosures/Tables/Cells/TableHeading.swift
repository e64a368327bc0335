import FinalAccounts

/// What stands over a table: the last lines, and the unit they state.
struct TableHeading {
    /// The lines in folded form, the nearest last.
    private(set) var titles: [String] = []
    private(set) var unit: AmountUnit?
    /// A unit that is none of yuan.
    private(set) var foreignUnit: String?

    /// Where the title stands among the lines of the document.
    private(set) var titleLine: Int?

    /// The body that a caption names.
    private(set) var body: String?
    /// The year that the title or a caption names.
    private(set) var year: Int?

    private static let mostLines = 4

    /// Takes the next line, which stands at a place among those of the document.
    mutating func add(_ folded: String, line: Int) {
        if folded.holds("表"), folded.unicodeScalars.count <= 50, !folded.holds("。") {
            titleLine = line
        } else if !CellCaption.isCaption([folded]) {
            titleLine = nil
        }
        if let found = CellCaption.unit(folded) {
            unit = found
            foreignUnit = nil
        } else if let found = TableText.foreignUnit(folded) {
            foreignUnit = found
            unit = nil
        }
        if folded.holds("表") || CellCaption.isCaption([folded]), folded.count <= 50 {
            if case .year(let found)? = TableHead([folded]).time { year = found }
            body = CellCaption.body(folded) ?? body
        }
        titles.append(folded)
        // A unit counts for the table it stands over.
        if titles.count > Self.mostLines {
            titles.removeFirst()
            if !titles.contains(where: { CellCaption.unit($0) != nil }) { unit = nil }
            if !titles.contains(where: { TableText.foreignUnit($0) != nil }) { foreignUnit = nil }
        }
    }
}
