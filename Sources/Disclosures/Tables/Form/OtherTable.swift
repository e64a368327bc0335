/// A table that is none of the nine of the form: indicators, key work, lists.
struct OtherTable: Sendable {
    /// Its cells.
    var table: CellTable
    /// Where its words stand among the lines of the document, for those who look for words.
    var lines: Range<Int>
    /// The table without what stands over it, for those who read amounts.
    var source: TableSource
    /// Where the words of its rows stand, captions left out.
    var rowLines: Range<Int>

    /// The table behind so many more lines.
    func moved(by count: Int) -> OtherTable {
        var moved = self
        moved.lines = (lines.lowerBound + count)..<(lines.upperBound + count)
        moved.rowLines = (rowLines.lowerBound + count)..<(rowLines.upperBound + count)
        return moved
    }
}
