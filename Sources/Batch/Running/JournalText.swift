import Foundation

/// What the batch keeps of a task in the journal's JSON column.
enum JournalText {
    static func text(of contents: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(contents), as: UTF8.self)
    }

    /// - Returns: `nil` for what another version of the program has written; the task is then done again.
    static func contents<Contents: Decodable>(_: Contents.Type, in text: String) -> Contents? {
        try? JSONDecoder().decode(Contents.self, from: Data(text.utf8))
    }
}
