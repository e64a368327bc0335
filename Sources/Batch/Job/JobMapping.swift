import FinalAccounts
import Platform
import Yams

/// A mapping of a job file while its keys are taken out one by one; what does not fit is noted with its place.
struct JobMapping {
    private let entries: [(key: String, keyNode: Node, value: Node)]
    private let name: Bilingual
    private var known: [String] = []
    /// What was wrong so far.
    private(set) var problems: [InvalidJob.Problem] = []

    /// - Parameter name: what the mapping is called in messages: `the job`, `limits`.
    init?(_ node: Node, name: Bilingual) {
        guard let mapping = node.mapping else { return nil }
        self.name = name
        entries = mapping.map { ($0.key.string ?? "", $0.key, $0.value) }
    }

    /// The value of a key; `nil` when the key is absent or has no value.
    mutating func node(_ key: String) -> Node? {
        known.append(key)
        guard let value = entries.first(where: { $0.key == key })?.value else { return nil }
        return value.isEmptyScalar ? nil : value
    }

    /// Notes a problem at a node.
    mutating func report(_ node: Node?, _ message: Bilingual) {
        problems.append(
            InvalidJob.Problem(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message))
    }

    /// Takes a value that `make` understands.
    mutating func value<Value>(
        _ key: String, expected: Bilingual, _ make: (String) -> Value?
    ) -> Value? {
        guard let node = node(key) else { return nil }
        return convert(node, key: key, expected: expected, make)
    }

    /// Takes a list of values, or a single one in its place.
    mutating func list<Value>(_ key: String, expected: Bilingual, _ make: (String) -> Value?) -> [Value]? {
        guard let node = node(key) else { return nil }
        let items = node.sequence.map(Array.init) ?? [node]
        return items.compactMap { convert($0, key: key, expected: expected, make) }
    }

    /// Takes a mapping.
    mutating func mapping<Value>(_ key: String, _ body: (inout JobMapping) -> Value) -> Value? {
        guard let node = node(key) else { return nil }
        return mapping(node, name: Bilingual(verbatim: key), body)
    }

    /// Reads a node as a mapping of its own.
    mutating func mapping<Value>(_ node: Node, name: Bilingual, _ body: (inout JobMapping) -> Value) -> Value? {
        guard var inner = JobMapping(node, name: name) else {
            report(node, Bilingual("“\(name.zhHans)”下应为“键: 值”", "'\(name.en)' takes keys with values"))
            return nil
        }
        let value = body(&inner)
        inner.reportUnknownKeys()
        problems += inner.problems
        return value
    }

    /// Notes every key that was not asked for.
    mutating func reportUnknownKeys() {
        for entry in entries where !known.contains(entry.key) {
            let nearest = known.map { key in
                (key: key, distance: EditDistance.between(key.unicodeScalars, entry.key.unicodeScalars))
            }.min { $0.distance < $1.distance }
            let hint = nearest.flatMap {
                $0.distance <= 3 ? Bilingual("，是否为“\($0.key)”？", "; did you mean '\($0.key)'?") : nil
            }
            report(
                entry.keyNode,
                Bilingual("“\(name.zhHans)”没有“\(entry.key)”这个键", "\(name.en) has no key '\(entry.key)'")
                    + (hint
                        ?? Bilingual(
                            "，可用的键为 \(known.sorted().joined(separator: "、"))",
                            "; the keys are \(known.sorted().joined(separator: ", "))")))
        }
    }

    private mutating func convert<Value>(
        _ node: Node, key: String, expected: Bilingual, _ make: (String) -> Value?
    ) -> Value? {
        guard let text = node.scalar?.string, let value = make(text) else {
            let found =
                node.scalar.map { Bilingual("，而不是“\($0.string)”", " instead of '\($0.string)'") }
                ?? Bilingual("，而不是列表或键", " instead of a list or keys")
            report(
                node,
                Bilingual("“\(key)”应为\(expected.zhHans)", "'\(key)' takes \(expected.en)") + found)
            return nil
        }
        return value
    }
}

extension Node {
    /// Whether nothing stands behind the key.
    fileprivate var isEmptyScalar: Bool {
        guard let scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}
