import Platform

/// Turns the bytes of a text file into characters: UTF-8, GB18030 or UTF-16, with and without byte order mark.
enum TextDecoding {
    /// The characters of a text, without its byte order mark.
    ///
    /// - Throws: ``ReadError`` for a text beyond the limit and for bytes that are no text.
    static func decode(_ bytes: [UInt8], file: String, limit: Int) throws(ReadError) -> [Unicode.Scalar] {
        scalars(try utf8(bytes, file: file, limit: limit))
    }

    /// The characters of a text in UTF-8, without its byte order mark.
    static func scalars(_ text: [UInt8]) -> [Unicode.Scalar] {
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
        guard bytes.count <= limit else { throw SourceFile.tooLarge(file, size: bytes.count, limit: limit) }
        if let (charset, length) = Charset.marked(bytes), charset != .utf8 {
            do {
                return try charset.utf8(bytes[length...], mayBeTorn: isPrefix)
            } catch {
                throw noText(file, at: length + error.offset, in: charset)
            }
        }
        let whole = isPrefix ? withoutTornEnd(bytes) : bytes
        if whole.contains(0) { return try unmarkedUTF16(bytes, file: file, isPrefix: isPrefix) }
        let fault = faultOfUTF8(whole)
        guard let fault else { return whole }
        if fault.charactersBefore < 4, let text = plausible(.gb18030, bytes, isPrefix: isPrefix) { return text }
        throw noText(file, at: fault.offset, in: fault.charactersBefore < 4 ? nil : .utf8)
    }

    // MARK: Encodings without a mark

    /// UTF-16 without a byte order mark: the order whose characters are those of Chinese text.
    private static func unmarkedUTF16(
        _ bytes: [UInt8], file: String, isPrefix: Bool
    ) throws(ReadError) -> [UInt8] {
        let orders: [Charset] = [.utf16LittleEndian, .utf16BigEndian]
        let head = Array(bytes.prefix(4096))
        let likely = orders.first { plausible($0, head, isPrefix: true) != nil }
        guard let likely else { throw noText(file, at: bytes.firstIndex(of: 0) ?? 0, in: nil) }
        do {
            return try likely.utf8(bytes[...], mayBeTorn: isPrefix)
        } catch {
            throw noText(file, at: error.offset, in: likely)
        }
    }

    /// The text in UTF-8 where it makes sense in an encoding; `nil` where it does not.
    private static func plausible(_ charset: Charset, _ bytes: [UInt8], isPrefix: Bool) -> [UInt8]? {
        guard let text = try? charset.utf8(bytes[...], mayBeTorn: isPrefix), !text.isEmpty else { return nil }
        var total = 0
        var ordinary = 0
        for scalar in String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars {
            total += 1
            if isOrdinary(scalar) { ordinary += 1 }
        }
        return ordinary * 100 >= total * 95 ? text : nil
    }

    /// Whether Chinese official text has use for a character.
    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0, 0xB7, 0xD7, 0x2010...0x203B, 0x2103, 0x2160...0x2179,
            0x2190...0x2193, 0x2200...0x22FF, 0x2460...0x24FF, 0x2500...0x257F, 0x25A0...0x25FF, 0x2605...0x2642,
            0x3000...0x303F, 0x3220...0x33FF, 0x4E00...0x9FA5, 0xFE30...0xFE4F, 0xFF01...0xFF5E, 0xFFE0...0xFFE6,
            0xFEFF:
            true
        default: false
        }
    }

    // MARK: UTF-8

    /// Where text stops being UTF-8, and how many characters of more than one byte stand before.
    private static func faultOfUTF8(_ bytes: [UInt8]) -> (offset: Int, charactersBefore: Int)? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            let offset = error.byteOffsets.lowerBound
            return (offset, bytes[..<offset].count { $0 >= 0xC0 })
        }
    }

    /// Cuts a last character that is not complete.
    private static func withoutTornEnd(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count
        while end > 0, bytes.count - end < 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        return end > 0 && bytes[end - 1] >= 0xC0 ? Array(bytes[..<(end - 1)]) : bytes
    }

    private static func noText(_ file: String, at offset: Int, in charset: Charset?) -> ReadError {
        let problem =
            charset.map { Bilingual("该处字节不是 \($0.rawValue) 的字符", "the bytes there are no character of \($0.rawValue)") }
            ?? Bilingual("不是可识别的文本", "the file is no text this reader knows")
        return ReadError(
            .data, file: file, place: Bilingual("第 \(offset + 1) 字节", "byte \(offset + 1)"), problem: problem,
            expected: Bilingual("UTF-8、GB18030 或 UTF-16 编码的文本", "text in UTF-8, GB18030 or UTF-16"),
            remedy: Bilingual("请核对文件内容，或另存为 UTF-8 编码", "check what the file is, or save it as UTF-8"))
    }
}
