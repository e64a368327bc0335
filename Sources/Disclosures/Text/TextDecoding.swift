/// Turns the bytes of a text file into characters.
enum TextDecoding {
    /// The characters of a text, without its byte order mark.
    ///
    /// - Throws: ``ReadError`` for a text beyond the limit and for bytes that are no text.
    static func decode(_ bytes: [UInt8], file: String, limit: Int) throws(ReadError) -> [Unicode.Scalar] {
        let text = try utf8(bytes, file: file, limit: limit)
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return Array(String(decoding: text[start...], as: UTF8.self).unicodeScalars)
    }

    /// The same text in UTF-8; a byte order mark may stay.
    ///
    /// - Parameter isPrefix: whether the bytes are the beginning of a longer text and may end inside a character.
    /// - Throws: ``ReadError`` for a text beyond the limit and for bytes that are no text.
    static func utf8(
        _ bytes: [UInt8], file: String, limit: Int, isPrefix: Bool = false
    ) throws(ReadError) -> [UInt8] {
        guard bytes.count <= limit else { throw FileBytes.tooLarge(file, size: bytes.count, limit: limit) }
        var whole = bytes
        if isPrefix { whole = withoutTornEnd(bytes) }
        guard !whole.contains(0), isUTF8(whole) else {
            throw ReadError(
                .data, file: file, problem: "the file is no text this reader knows",
                expected: "text in UTF-8, GB18030 or UTF-16", remedy: "check what the file is")
        }
        return whole
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// Cuts a last character that is not complete.
    private static func withoutTornEnd(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count
        while end > 0, bytes.count - end < 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        return end > 0 && bytes[end - 1] >= 0xC0 ? Array(bytes[..<(end - 1)]) : bytes
    }
}
