// Finding words in text byte by byte. The words of the form have one spelling in UTF-8 once a text is folded, so nothing
// is gained by comparing characters after the rules of Unicode, as the standard library and Foundation do; that
// comparison took a tenth of the time of reading a PDF and half of that of a large workbook. The names are not those of
// the standard library, whose calls would otherwise mean one thing here and another in every other module.

extension StringProtocol {
    /// Whether the bytes of a word occur in the text; an empty word occurs everywhere.
    @inlinable
    package func holds(_ word: String) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { text in
            word.utf8.withContiguousStorageIfAvailable { ByteSearch.contains($0, in: text) }
        }
        if case .some(.some(let answer)) = found { return answer }
        return ByteSearch.contains(Array(word.utf8), in: Array(utf8))
    }

    /// Whether the text begins with the bytes of a word.
    @inlinable
    package func opens(with word: String) -> Bool { utf8.starts(with: word.utf8) }

    /// Whether the text ends with the bytes of a word.
    @inlinable
    package func closes(with word: String) -> Bool { utf8.suffix(word.utf8.count).elementsEqual(word.utf8) }
}

/// Searches bytes for bytes.
@usableFromInline
enum ByteSearch {
    @inlinable
    static func contains(_ word: some RandomAccessCollection<UInt8>, in text: some RandomAccessCollection<UInt8>)
        -> Bool
    {
        guard let first = word.first else { return true }
        guard text.count >= word.count else { return false }
        let rest = word.dropFirst()
        var at = text.startIndex
        let last = text.index(text.endIndex, offsetBy: -word.count)
        while at <= last {
            if text[at] == first, text[text.index(after: at)...].starts(with: rest) { return true }
            at = text.index(after: at)
        }
        return false
    }
}
