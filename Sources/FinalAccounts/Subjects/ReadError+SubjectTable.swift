import Platform

extension ReadError {
    /// Why a subject table cannot be used.
    ///
    /// - Parameters:
    ///   - table: the table, as the reader calls it: `functional`, `economic` or `crosswalk`.
    ///   - line: the line, counted from 1; `nil` where the table as a whole is meant.
    ///   - problem: what was found and what was expected.
    init(table: String, line: Int? = nil, _ problem: String) {
        self.init(
            .data, file: "subject table '\(table)'", place: line.map { "line \($0)" }, problem: problem,
            remedy: "put the table right, or install the program's data again")
    }
}
