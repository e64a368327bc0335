import Interchange

extension Diagnostic {
    /// The diagnostic as `read` prints it.
    var json: JSONValue {
        .members([
            "kind": .string(kind.rawValue), "page": page.map(JSONValue.integer), "quote": .string(quote),
            "message": .string(message),
        ])
    }
}
