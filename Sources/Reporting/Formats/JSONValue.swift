/// A JSON document (RFC 8259) that is always written as the same bytes: keys in order of their code points.
///
/// Small on purpose: `JSONEncoder` would pull all of Foundation into the start of the program.
///
/// ```swift
/// JSONValue.object(["b": .integer(2), "a": .string("决算")]).text()   // {"a":"决算","b":2}
/// ```
public indirect enum JSONValue: Hashable, Sendable {
    /// Nothing stated.
    case null
    /// True or false.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; infinities and NaN, which JSON does not have, are written as `null`.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])

    /// The document as text.
    ///
    /// - Parameter indented: whether values stand on lines of their own, indented by two blanks.
    public func text(indented: Bool = false) -> String {
        var writer = JSONWriter(indented: indented)
        writer.write(self)
        return writer.text
    }
}

/// Writes JSON values into one growing text.
struct JSONWriter {
    private(set) var text = ""
    private let indented: Bool
    private var depth = 0

    init(indented: Bool) {
        self.indented = indented
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += Self.digits(number)
        case .string(let string): writeString(string)
        case .array(let values): writeList("[", "]", values) { writer, value in writer.write(value) }
        case .object(let members):
            let sorted = members.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
            writeList("{", "}", sorted) { writer, member in
                writer.writeString(member.key)
                writer.text += writer.indented ? ": " : ":"
                writer.write(member.value)
            }
        }
    }

    private mutating func writeList<Element>(
        _ open: String, _ close: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        depth += 1
        for (position, element) in elements.enumerated() {
            if position > 0 { text += "," }
            breakLine()
            write(&self, element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        text += close
    }

    private mutating func breakLine() {
        guard indented else { return }
        text += "\n" + String(repeating: "  ", count: depth)
    }

    private mutating func writeString(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// The shortest digits that read back to the same number, without a point where it is whole.
    private static func digits(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int64(exactly: number) { return String(whole) }
        return String(number)
    }
}
