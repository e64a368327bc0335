/// Writes comma-separated values as ``CSVDialect`` says; a record ends with LF, as the tools that read line by line expect.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.write(["甲,局", "1234.5"])
/// print(writer.text)                 // "甲,局",1234.5
/// ```
public struct CSVWriter {
    private var bytes = ByteText()

    /// Creates an empty text.
    ///
    /// - Parameter withByteOrderMark: begins with U+FEFF, for spreadsheets that take a file for UTF-8 only then.
    public init(withByteOrderMark: Bool = false) {
        if withByteOrderMark { bytes.append("\u{FEFF}" as String) }
    }

    /// The text written so far.
    public var text: String { bytes.text }

    /// Writes one record.
    public mutating func write(_ fields: some Sequence<String>) { bytes.appendRecord(fields) }
}
