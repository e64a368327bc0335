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

    /// Values by name; a value that is not stated has no member.
    public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(Dictionary(members.lazy.compactMap { name, value in value.map { (name, $0) } }) { $1 })
    }

    /// How a document is laid out.
    public enum Layout: Hashable, Sendable {
        /// In one line.
        case compact
        /// Values on lines of their own, indented by two blanks.
        case indented
        /// As ``indented``, with a blank before the colon too and empty lists over three lines: documents that are read
        /// and checked are printed so since version 0.1.
        case spaced
    }

    /// The document as text.
    ///
    /// - Parameter depth: how many lists it will stand in, for a part of a larger document.
    public func text(_ layout: Layout = .compact, depth: Int = 0) -> String {
        var text = ByteText()
        JSONWriter(layout: layout, depth: depth).write(self, to: &text)
        return text.text
    }
}
