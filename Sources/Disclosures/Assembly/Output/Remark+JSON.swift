import Interchange

extension Remark {
    /// The words as `read` prints them.
    var json: JSONValue {
        .members([
            "kind": .string(kind.rawValue), "topic": .string(topic.rawValue), "subject": subject.map(JSONValue.string),
            "words": .string(words), "items": kind == .contents ? .array(items.map(JSONValue.string)) : nil,
            "page": page.map(JSONValue.integer),
        ])
    }
}

extension GlossaryTerm {
    /// The term as `read` prints it.
    var json: JSONValue {
        .members([
            "term": .string(term), "definition": .string(definition), "page": page.map(JSONValue.integer),
        ])
    }
}
