import FinalAccounts
import Platform
import Yams

/// A file of settings in YAML whose entries know their lines, so that every fault is told with its place and what to do.
struct SettingsFile {
    /// A value and where it stands.
    struct Entry {
        let key: String
        let node: Node
        fileprivate let file: SettingsFile

        /// The text of a single value; `nil` for a list or a mapping.
        var text: String? { node.scalar?.string }

        /// An error about this entry.
        func failure(_ problem: String, _ remedy: String) -> ReadError {
            file.failure(node.mark?.line, problem, remedy)
        }

        /// The entries of a mapping below this key.
        func entries() throws(ReadError) -> [Entry] {
            guard let mapping = node.mapping else {
                throw failure("\(key) holds no settings", "write 'key: value' below it")
            }
            return file.entries(of: mapping)
        }

        /// The items of a list below this key; a single value is a list of one.
        func items() -> [Entry] {
            guard let sequence = node.sequence else { return [self] }
            return sequence.map { Entry(key: key, node: $0, file: file) }
        }

        /// A number.
        func number() throws(ReadError) -> Double {
            guard let text, let value = Double(text), value.isFinite else {
                throw failure("\(key) is no number", "write a number such as 0.05")
            }
            return value
        }

        /// One of some words.
        func word<Word: RawRepresentable & CaseIterable>(
            _ type: Word.Type
        ) throws(ReadError) -> Word where Word.RawValue == String {
            guard let text, let word = Word(rawValue: text) else {
                let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
                throw failure("\(key) is '\(text ?? "not a single value")'", "write one of \(known)")
            }
            return word
        }
    }

    let name: String

    /// The entries of a text.
    ///
    /// - Throws: `ReadError` with the line for text that is no YAML.
    func entries(of yaml: String) throws(ReadError) -> [Entry] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw failure(error)
        } catch {
            throw failure(nil, "this is no YAML", "write one 'key: value' a line")
        }
        guard let root, root.scalar?.string.isEmpty != true else { return [] }
        guard let mapping = root.mapping else {
            throw failure(root.mark?.line, "expected 'key: value' lines", "write one 'key: value' a line")
        }
        return entries(of: mapping)
    }

    fileprivate func entries(of mapping: Node.Mapping) -> [Entry] {
        mapping.map { key, value in Entry(key: key.string ?? "?", node: value, file: self) }
    }

    private func failure(_ error: YamlError) -> ReadError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            failure(mark.line, "this is no YAML: \(problem)", "write one 'key: value' a line")
        case .duplicatedKeysInMapping(let keys, let context):
            failure(
                context.mark.line, "\(keys.sorted().joined(separator: ", ")) stands more than once", "leave one of them"
            )
        default: failure(nil, "this is no YAML", "write one 'key: value' a line")
        }
    }

    fileprivate func failure(_ line: Int?, _ problem: String, _ remedy: String) -> ReadError {
        ReadError(.data, file: name + (line.map { ":\($0)" } ?? ""), problem: problem, remedy: remedy)
    }
}
