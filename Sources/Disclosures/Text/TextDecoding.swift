/// Turns the bytes of a text file into characters.
enum TextDecoding {
    /// The characters of a text, without its byte order mark.
    ///
    /// - Throws: ``ReadError`` for a text beyond the limit and for bytes that are no text.
    static func decode(_ bytes: [UInt8], file: String, limit: Int) throws(ReadError) -> [Unicode.Scalar] {
        guard bytes.count <= limit else { throw FileBytes.tooLarge(file, size: bytes.count, limit: limit) }
        var start = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard let text = String(validating: bytes[start...], as: UTF8.self), !bytes.contains(0) else {
            throw ReadError(
                .data, file: file, problem: "the file is no text this reader knows",
                expected: "text in UTF-8, GB18030 or UTF-16", remedy: "check what the file is")
        }
        return Array(text.unicodeScalars)
    }
}
