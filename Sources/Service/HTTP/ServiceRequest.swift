import Platform

/// A request as handlers see it, whatever carried it here.
package struct ServiceRequest: Sendable {
    /// What is to be done.
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case options = "OPTIONS"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether nothing is changed by it.
        package var isSafe: Bool { self == .get || self == .head || self == .options }
    }

    package var method: Method
    /// The path with its escapes, and what stands behind its question mark.
    package var path: String
    package var query: String
    /// The name by which it was addressed.
    package var authority: String
    package var headers: HeaderFields
    package var body: [UInt8]
    /// By what it is found in the log.
    package var id: String
    /// The address it came from.
    package var peer: String

    package init(
        _ method: Method, _ target: String, authority: String = "127.0.0.1", headers: HeaderFields = HeaderFields(),
        body: [UInt8] = [], id: String = "", peer: String = "127.0.0.1"
    ) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "/")
        query = parts.count > 1 ? String(parts[1].prefix { $0 != "#" }) : ""
        self.authority = authority
        self.headers = headers
        self.body = body
        self.id = id
        self.peer = peer
    }

    /// The names and values of the query, decoded, in their order.
    ///
    /// - Returns: `nil` where an escape is none or its bytes are no text.
    package var fields: [(name: String, value: String)]? { FormText.fields(of: query) }
}

/// The lines at the head of a request or an answer; names go by their letters, whatever their case.
package struct HeaderFields: Hashable, Sendable {
    package private(set) var all: [(name: String, value: String)] = []

    package init(_ fields: KeyValuePairs<String, String> = [:]) {
        for (name, value) in fields { add(name, value) }
    }

    /// Adds a line. What would end it early is taken out of its value: nothing that a person wrote may add lines of its own.
    package mutating func add(_ name: String, _ value: String) {
        let value =
            value.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
            ? VisibleText.singleLine(value) : value
        all.append((name.lowercased(), value))
    }

    /// Puts a line in the place of those of its name.
    package mutating func set(_ name: String, _ value: String) {
        all.removeAll { $0.name == name.lowercased() }
        add(name, value)
    }

    /// The values of a name, joined as if they stood in one line; `nil` without any.
    package subscript(_ name: String) -> String? {
        let values = all.lazy.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: name == "cookie" ? "; " : ", ")
    }

    package static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.all.elementsEqual(right.all) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        for (name, value) in all {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}
