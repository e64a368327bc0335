/// Writes JSON values into a growing text.
struct JSONWriter {
    let layout: JSONValue.Layout
    /// How many lists the values stand in already.
    var depth = 0

    /// Writes a value.
    func write(_ value: JSONValue, to text: inout ByteText) {
        switch value {
        case .null: text.append("null" as StaticString)
        case .boolean(let flag): text.append(flag ? "true" : "false" as StaticString)
        case .integer(let number): text.append(number)
        case .number(let number): text.append(Self.digits(number))
        case .string(let string): text.appendJSON(string)
        case .array(let values): writeList("[", "]", values, to: &text) { $0.write($1, to: &$2) }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            writeList("{", "}", sorted, to: &text) { writer, member, text in
                text.appendJSON(member.key)
                text.append(writer.colon)
                writer.write(member.value, to: &text)
            }
        }
    }

    private var colon: StaticString {
        switch layout {
        case .compact: ":"
        case .indented: ": "
        case .spaced: " : "
        }
    }

    private func writeList<Element>(
        _ open: StaticString, _ close: StaticString, _ elements: [Element], to text: inout ByteText,
        _ write: (JSONWriter, Element, inout ByteText) -> Void
    ) {
        let inner = JSONWriter(layout: layout, depth: depth + 1)
        text.append(open)
        for (position, element) in elements.enumerated() {
            if position > 0 { text.append(UInt8(ascii: ",")) }
            inner.breakLine(in: &text)
            write(inner, element, &text)
        }
        if elements.isEmpty, layout == .spaced { text.append(UInt8(ascii: "\n")) }
        if !elements.isEmpty || layout == .spaced { breakLine(in: &text) }
        text.append(close)
    }

    private func breakLine(in text: inout ByteText) {
        guard layout != .compact else { return }
        text.append(UInt8(ascii: "\n"))
        text.append(repeating: UInt8(ascii: " "), count: 2 * depth)
    }

    /// The shortest digits that read back to the same number, without a point where it is whole.
    private static func digits(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int64(exactly: number) { return String(whole) }
        return String(number)
    }
}
