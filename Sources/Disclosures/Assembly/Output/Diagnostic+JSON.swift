import Interchange
import Platform

extension Diagnostic {
    /// The diagnostic as `read` prints it.
    func json(in language: Language) -> JSONValue {
        .members([
            "kind": .string(kind.rawValue), "page": page.map(JSONValue.integer), "quote": .string(quote),
            "message": .string(message.text(in: language)),
        ])
    }
}
