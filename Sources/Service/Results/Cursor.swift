import Platform

/// Where an answer that was given in part goes on: the number of a row, in one state of the ledger.
struct Cursor: Hashable {
    let row: Int
    let version: ContentHash

    init(row: Int, version: ContentHash) {
        self.row = row
        self.version = version
    }

    /// Reads what ``text`` wrote.
    ///
    /// - Throws: ``Problem`` for anything else, and for one of another state: its rows may not be where they were.
    init(_ text: String, in version: ContentHash) throws(Problem) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let row = Int(parts[1]), row >= 0, String(row) == parts[1] else {
            throw Problem(
                .badParameter, Bilingual("参数 cursor 不能是“\(text)”", "'cursor' cannot be '\(text)'"),
                Bilingual("请照用上一答复中 Link 的地址", "take the address of the Link of the answer before as it is"))
        }
        guard parts[0] == Self.mark(of: version) else {
            throw Problem(
                .conflict, Bilingual("账本在两次请求之间有改动", "the ledger has changed since the answer before"),
                Bilingual("请从头重新读取", "begin again without 'cursor'"))
        }
        self.row = row
        self.version = version
    }

    var text: String { Self.mark(of: version) + "-" + String(row) }

    private static func mark(of version: ContentHash) -> String { String(version.description.prefix(16)) }
}
