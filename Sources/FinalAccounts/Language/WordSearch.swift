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

    /// The text without any occurrence of a word.
    package func without(_ word: String) -> String {
        guard !word.isEmpty, holds(word) else { return String(self) }
        let (own, word) = (Array(utf8), Array(word.utf8))
        var kept: [UInt8] = []
        kept.reserveCapacity(own.count)
        var at = 0
        while at < own.count {
            if own[at] == word[0], own[at...].starts(with: word) {
                at += word.count
            } else {
                kept.append(own[at])
                at += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
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
