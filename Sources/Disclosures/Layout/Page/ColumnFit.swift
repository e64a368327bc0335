/// Which column of a table every number stands in.
struct ColumnFit: Sendable {
    private let cells: ColumnCells?
    private let numbers: NumberColumns
    private let fitted: [Int?]
    /// The columns of numbers that no header is left for, by their place among all columns of numbers.
    let unnamed: [Int]
    private let count: Int

    /// Fits numbers to the headers of the lowest tier, both from left to right.
    ///
    /// - Parameters:
    ///   - words: the numbers.
    ///   - blanks: signs that stand for none; they show where cells are.
    ///   - headers: the headers.
    ///   - left: the right end of what stands to the left of the first column.
    init(_ words: [WordBox], blanks: [WordBox] = [], headers: [WordBox], left: Float = -.infinity) {
        count = headers.count
        cells = ColumnCells(headers: headers, numbers: words + blanks, left: left)
        numbers = NumberColumns(words)
        fitted = cells == nil ? numbers.fitted(to: headers) : []
        unnamed = fitted.indices.filter { [fitted] in fitted[$0] == nil }
    }

    /// The column of a number: an index into the headers, or beyond them for columns without header.
    func column(of word: WordBox) -> Int? {
        if let cells { return cells.index(of: word) }
        guard let column = numbers.index(of: word) else { return nil }
        return fitted[column] ?? unnamed.firstIndex(of: column).map { count + $0 }
    }
}
