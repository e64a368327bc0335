/// How all CSV of this project is written, and what of others' is understood.
///
/// Written: UTF-8, commas, LF, a header row, quotation marks only around a field that needs them (RFC 4180). Read besides:
/// semicolons and tabs between cells, CRLF and CR, a byte order mark. Blanks and tabs around a cell without quotation
/// marks are no part of it; within quotation marks every character is.
package enum CSVDialect {
    /// Where the text begins behind a byte order mark.
    package static func start(of bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The separator that stands most often in some bytes; a comma where none does.
    package static func delimiter(in bytes: some Sequence<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        for byte in bytes where byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0x2C
    }

    /// The separator that a first line states as spreadsheet programs do: `sep=;`.
    package static func separator(statedBy line: some Collection<UInt8>) -> UInt8? {
        let line = Array(line)
        guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }) else {
            return nil
        }
        return line[4]
    }

    /// Whether a field has to stand in quotation marks to be read back as it is.
    static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = field.first, let last = field.last else { return false }
        if isBlank(first) || isBlank(last) { return true }
        return field.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    }

    /// Whether a byte at the edge of a cell without quotation marks is no part of it.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
