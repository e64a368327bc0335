import Platform

extension ReadError {
    /// Why a subject table cannot be used.
    ///
    /// - Parameters:
    ///   - table: the table, as the reader calls it: `functional`, `economic` or `crosswalk`.
    ///   - line: the line, counted from 1; `nil` where the table as a whole is meant.
    ///   - problem: what was found and what was expected.
    init(table: String, line: Int? = nil, _ problem: Bilingual) {
        self.init(
            .data, file: table + ".tsv", place: line.map { Bilingual("第 \($0) 行", "line \($0)") }, problem: problem,
            remedy: Bilingual("请改正该表，或重新安装程序数据", "put the table right, or install the program's data again"))
    }
}
