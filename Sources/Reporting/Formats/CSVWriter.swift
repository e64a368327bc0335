/// Writes comma-separated values with the quoting of RFC 4180 where a field needs it; lines end with LF,
/// as the tools that read them line by line expect.
public struct CSVWriter: Sendable {
    /// The text written so far.
    public private(set) var text = ""

    /// Creates an empty text.
    ///
    /// - Parameter withByteOrderMark: begins with U+FEFF, for spreadsheets that take a file for UTF-8 only then.
    public init(withByteOrderMark: Bool = false) {
        if withByteOrderMark { text = "\u{FEFF}" }
    }

    /// Writes one record.
    public mutating func write(_ fields: some Sequence<String>) {
        var isFirst = true
        for field in fields {
            if !isFirst { text += "," }
            isFirst = false
            text += Self.quoted(field)
        }
        text += "\n"
    }

    /// A field as it stands in a record.
    static func quoted(_ field: String) -> String {
        let edges = [field.utf8.first, field.utf8.last]
        let needsQuotes =
            edges.contains(UInt8(ascii: " "))
            || field.utf8.contains { byte in
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                    || byte == UInt8(ascii: "\r")
            }
        guard needsQuotes else { return field }
        var result = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}
