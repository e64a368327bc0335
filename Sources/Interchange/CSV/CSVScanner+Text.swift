import Platform

extension CSVScanner {
    /// Reads the next row that is not empty into `cells`; false at the end.
    ///
    /// - Throws: ``ReadError`` with the row of a quotation mark that is never closed.
    mutating func next(into cells: inout [Cell], file: String) throws(ReadError) -> Bool {
        do {
            return try next(into: &cells)
        } catch {
            throw ReadError(
                .data, file: file, place: Bilingual("第 \(error.row) 行", "row \(error.row)"),
                problem: Bilingual("引号没有闭合", "a quotation mark is never closed"),
                remedy: Bilingual("请补上引号，单元格内的引号写成两个", "close it, or write two for one inside a cell"))
        }
    }

    /// The cells of the next row that is not empty as text, doubled quotation marks made single; `nil` at the end.
    package mutating func nextTexts(file: String) throws(ReadError) -> [String]? {
        var cells: [Cell] = []
        guard try next(into: &cells, file: file) else { return nil }
        return cells.map { text(of: $0) }
    }
}
