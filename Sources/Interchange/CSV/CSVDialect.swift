/// How all CSV of this project is written, and what of others' is understood.
///
/// Written: UTF-8, commas, LF, a header row, quotation marks only around a field that needs them (RFC 4180). Read besides:
/// semicolons and tabs between cells, CRLF and CR, a byte order mark. Blanks and tabs around a cell without quotation
/// marks are no part of it; within quotation marks every character is.
///
/// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@` or a tab and is no number) is written with
/// an apostrophe before it, which spreadsheets take as "this is text"; so is one that has such an apostrophe already. Reading takes
/// one apostrophe away again. Numbers, negative ones too, are written as they are.
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

    /// What keeps a text from being run.
    static let disarming = UInt8(ascii: "'")

    /// Whether a text would be run, or taken for one that was kept from it.
    static func needsDisarming(_ field: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = field.first, runs(first) || first == disarming else { return false }
        let rest = field.drop { $0 == disarming }
        guard let sign = rest.first, runs(sign) else { return false }
        return first == disarming || !isPlain(rest.dropFirst(), behind: sign)
    }

    /// Whether a text was kept from being run when it was written.
    static func isDisarmed(_ field: some Collection<UInt8>) -> Bool {
        field.first == disarming && field.drop { $0 == disarming }.first.map(runs) == true
    }

    private static func runs(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09: true
        default: false
        }
    }

    /// The byte order mark, by which spreadsheet programs know a text for UTF-8.
    package static let mark = "\u{FEFF}"

    /// A code so that spreadsheet programs take it for a text: `="2050202"`.
    package static func code(_ digits: String) -> String { "=\"\(digits)\"" }

    /// A number behind its sign, a row of dashes for "nothing", or a code as text.
    private static func isPlain(_ rest: some BidirectionalCollection<UInt8>, behind sign: UInt8) -> Bool {
        if sign == UInt8(ascii: "="), rest.count > 2, rest.first == UInt8(ascii: "\""), rest.last == UInt8(ascii: "\"")
        {
            return rest.dropFirst().dropLast().allSatisfy { (0x30...0x39).contains($0) }
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        if rest.allSatisfy({ $0 == UInt8(ascii: "-") }) { return true }
        return rest.allSatisfy { byte in
            (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
                || byte == UInt8(ascii: "%")
        }
    }

    /// Whether a byte at the edge of a cell without quotation marks is no part of it.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
