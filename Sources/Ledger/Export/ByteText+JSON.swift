import FinalAccounts

extension ByteText {
    mutating func beginObject() {
        append(UInt8(ascii: "{"))
        isAtFirstMember = true
    }

    mutating func endObject() {
        append(UInt8(ascii: "}"))
        isAtFirstMember = false
    }

    /// A member with a text; left out without one.
    mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        beginMember(name)
        appendJSON(value)
    }

    /// A member with a whole number; left out without one.
    mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        beginMember(name)
        append(value)
    }

    /// A member with an amount as a decimal text in yuan; left out without one.
    mutating func member(_ name: StaticString, _ value: Amount?) {
        guard let value else { return }
        beginMember(name)
        append(UInt8(ascii: "\""))
        append(value)
        append(UInt8(ascii: "\""))
    }

    /// A member with a list of texts.
    mutating func member(_ name: StaticString, _ values: [String]) {
        beginMember(name)
        append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            appendJSON(value)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func beginMember(_ name: StaticString) {
        if !isAtFirstMember { append(UInt8(ascii: ",")) }
        isAtFirstMember = false
        append(UInt8(ascii: "\""))
        append(name)
        append("\":")
    }
}
