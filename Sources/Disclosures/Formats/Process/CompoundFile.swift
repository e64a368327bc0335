/// Tells what an old office file (OLE compound file) holds, by the names of its streams.
enum CompoundFile {
    /// What a compound file holds.
    enum Content: Hashable {
        case document
        case workbook
        /// A document of today's form behind a password.
        case encrypted
        case other
    }

    /// The content of a compound file.
    static func content(_ bytes: [UInt8]) -> Content {
        if has("EncryptedPackage", bytes) { return .encrypted }
        if has("WordDocument", bytes) || has("MatOST", bytes) { return .document }
        if has("Workbook", bytes) || has("Book", bytes) { return .workbook }
        return .other
    }

    /// Whether a stream has a name: in UTF-16 at the beginning of an entry of 128 bytes, its length beside it.
    private static func has(_ name: String, _ bytes: [UInt8]) -> Bool {
        var pattern = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        pattern += [0, 0]
        // Entries stand in sectors of 512 bytes or more behind a header of 512.
        var position = 512
        while position + 128 <= bytes.count {
            if bytes[position] == pattern[0], bytes[position + 64] == UInt8(pattern.count), bytes[position + 65] == 0,
                bytes[position...].starts(with: pattern)
            {
                return true
            }
            position += 128
        }
        return false
    }
}
