import Platform

/// The encoding of an HTML page: the byte order mark, then what the page says of itself, then its bytes.
enum HTMLEncoding {
    /// The page in UTF-8.
    ///
    /// - Throws: ``ReadError`` for bytes in no known encoding.
    static func utf8(_ bytes: [UInt8], file: String, limit: Int) throws(ReadError) -> [UInt8] {
        guard bytes.count <= limit else { throw SourceFile.tooLarge(file, size: bytes.count, limit: limit) }
        if Charset.marked(bytes) == nil, let label = label(bytes), let charset = Charset(label: label),
            charset == .gb18030 || charset == .big5, let text = try? charset.utf8(bytes[...])
        {
            return text
        }
        return try TextDecoding.utf8(bytes, file: file, limit: limit)
    }

    /// The label in `<meta charset=…>`, `<meta … content="text/html; charset=…">` or an XML declaration.
    private static func label(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        for mark in ["charset=", "encoding="] {
            guard let found = head.firstRange(of: mark) else { continue }
            let rest = head[found.upperBound...].drop { "\"' ".contains($0) }
            let label = rest.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
            if !label.isEmpty { return String(label) }
        }
        return nil
    }
}
