import FinalAccounts

extension ByteText {
    package mutating func beginObject() {
        append(UInt8(ascii: "{"))
        isAtFirstMember = true
    }

    package mutating func endObject() {
        append(UInt8(ascii: "}"))
        isAtFirstMember = false
    }

    /// A member with a text; left out without one.
    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        beginMember(name)
        appendJSON(value)
    }

    /// A member with a whole number; left out without one.
    package mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        beginMember(name)
        append(value)
    }

    /// A member with an amount as a decimal text in yuan; left out without one.
    package mutating func member(_ name: StaticString, _ value: Amount?) {
        guard let value else { return }
        beginMember(name)
        append(UInt8(ascii: "\""))
        append(value)
        append(UInt8(ascii: "\""))
    }

    /// A member with a list of texts.
    package mutating func member(_ name: StaticString, _ values: [String]) {
        beginMember(name)
        append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            appendJSON(value)
        }
        append(UInt8(ascii: "]"))
    }

    /// A text as a JSON string (RFC 8259). What ends a line of a script is escaped too, for texts that are put into pages, and
    /// what would move a cursor or turn the direction of writing, for those that are printed.
    package mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var (start, position) = (0, 0)
            while position < bytes.count {
                guard Self.mayNeedEscape(bytes[position]), let escape = Self.escape(of: bytes, at: position) else {
                    position += 1
                    continue
                }
                append(UnsafeBufferPointer(rebasing: bytes[start..<position]))
                append(escape.text)
                position += escape.length
                start = position
            }
            append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x23 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    /// The escape of the character that begins at a position, and how many bytes it stands for; `nil` where none is needed.
    private static func escape(of bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (text: String, length: Int)? {
        let byte = bytes[position]
        switch byte {
        case 0x22: return ("\\\"", 1)
        case 0x5C: return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0D: return ("\\r", 1)
        case 0x09: return ("\\t", 1)
        case 0..<0x20, 0x7F: return ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16), 1)
        case 0xC2 where bytes[position + 1] < 0xA0: return ("\\u00" + String(bytes[position + 1], radix: 16), 2)
        case 0xE2:
            switch (bytes[position + 1], bytes[position + 2]) {
            case (0x80, 0xA8...0xAE): return ("\\u202" + String(bytes[position + 2] & 15, radix: 16), 3)
            case (0x81, 0xA6...0xA9): return ("\\u206" + String(bytes[position + 2] & 15, radix: 16), 3)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func beginMember(_ name: StaticString) {
        if !isAtFirstMember { append(UInt8(ascii: ",")) }
        isAtFirstMember = false
        append(UInt8(ascii: "\""))
        append(name)
        append("\":")
    }
}
