import CIconv

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The encodings that Chinese documents come in.
enum Charset: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case big5 = "BIG5-HKSCS"

    /// The encoding a label of HTML or XML names; GB2312 and GBK are parts of GB18030.
    init?(label: String) {
        switch label.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk", "cp936", "windows-936": self = .gb18030
        case "utf-16", "utf-16le", "unicode": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "big5", "big5-hkscs": self = .big5
        default: return nil
        }
    }

    /// The encoding that a byte order mark at the beginning names, and how long the mark is.
    static func marked(_ bytes: some Collection<UInt8>) -> (charset: Charset, length: Int)? {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head == [0x84, 0x31, 0x95, 0x33] { return (.gb18030, 4) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// Bytes that are no character, and where they stand.
    struct Failure: Error, Hashable {
        var offset: Int
    }

    /// The text in UTF-8.
    ///
    /// - Parameter mayBeTorn: whether the bytes may end inside a character, which is then left out.
    /// - Throws: ``Failure`` for bytes that are no character of this encoding, lone surrogates among them.
    func utf8(_ bytes: ArraySlice<UInt8>, mayBeTorn: Bool = false) throws(Failure) -> [UInt8] {
        guard self != .utf8 else { return Array(bytes) }
        guard let converter = iconv_open(Charset.utf8.rawValue, rawValue), converter != iconv_t(bitPattern: -1) else {
            throw Failure(offset: 0)
        }
        defer { iconv_close(converter) }
        var input = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(input.count * 3 / 2 + 16)
        var failure: Failure?
        input.withUnsafeMutableBytes { source in
            var position = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = source.count
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { target in
                while left > 0 {
                    var end = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = target.count
                    let status = iconv(converter, &position, &left, &end, &room)
                    let reason = errno
                    result.append(contentsOf: target[..<(target.count - room)])
                    if status != -1 { break }
                    if reason == E2BIG { continue }
                    if reason == EINVAL, mayBeTorn { break }
                    failure = Failure(offset: source.count - left)
                    break
                }
            }
        }
        if let failure { throw failure }
        return result
    }
}
