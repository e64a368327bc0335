/// What a document is, told by its bytes; names are not trusted.
enum DocumentFormat: Hashable, Sendable {
    case pdf
    case text

    /// The format of some bytes.
    static func detect(_ bytes: [UInt8]) -> DocumentFormat {
        if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return .pdf }
        return .text
    }
}

extension Collection<UInt8> {
    /// Where some bytes stand.
    func firstRange(of pattern: [UInt8]) -> Range<Index>? {
        guard let first = pattern.first else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start] == first, self[start...].starts(with: pattern) {
                return start..<index(start, offsetBy: pattern.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
