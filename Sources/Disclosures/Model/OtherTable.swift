/// A table that is none of the nine of the form: indicators, key work, lists.
struct OtherTable: Sendable {
    /// Its cells.
    var table: CellTable
    /// Where its words stand among the lines of the document, for those who look for words.
    var lines: Range<Int>
}
