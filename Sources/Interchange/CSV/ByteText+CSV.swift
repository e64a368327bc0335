extension ByteText {
    /// A text as a CSV field that reads back as it is.
    package mutating func appendField(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let isDisarmed = CSVDialect.needsDisarming(bytes)
            guard isDisarmed || CSVDialect.needsQuotes(bytes) else { return append(bytes) }
            append(UInt8(ascii: "\""))
            if isDisarmed { append(CSVDialect.disarming) }
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { append(byte) }
                append(byte)
            }
            append(UInt8(ascii: "\""))
        }
    }

    /// Fields as a record, with its end of line.
    package mutating func appendRecord(_ fields: some Sequence<String>) {
        var isFirst = true
        for field in fields {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            appendField(field)
        }
        append(UInt8(ascii: "\n"))
    }
}
