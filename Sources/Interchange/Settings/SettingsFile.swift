import Platform
import Yams

/// A file of settings in YAML whose entries know their lines, so that every fault is told with its place and what to do.
package struct SettingsFile {
    /// A value and where it stands.
    package struct Entry {
        /// The key it stands under.
        package let key: String
        fileprivate let node: Node
        /// Its line, counted from 1.
        package let line: Int?
        fileprivate let file: SettingsFile

        /// The text of a single value; `nil` for a list or a mapping.
        package var text: String? { node.scalar?.string }

        /// The value as errors show it.
        package var shown: String {
            guard let text else { return "not a single value" }
            return text.isEmpty ? "empty" : "'\(text)'"
        }

        /// An error about this entry.
        package func failure(_ problem: String, _ remedy: String) -> ReadError {
            file.failure(line, problem, remedy)
        }

        /// The entries of a mapping below this key.
        package func entries() throws(ReadError) -> [Entry] {
            guard let mapping = node.mapping else {
                throw failure("\(key) holds no settings", "write 'key: value' below it")
            }
            return file.entries(of: mapping)
        }

        /// The items of a list below this key; a single value is a list of one.
        package func items() -> [Entry] {
            guard let sequence = node.sequence else { return [self] }
            return sequence.map { Entry(key: key, node: $0, line: $0.mark?.line, file: file) }
        }

        /// A number.
        package func number() throws(ReadError) -> Double {
            guard let text, let value = Double(text), value.isFinite else {
                throw failure("\(key) is no number", "write a number such as 0.05")
            }
            return value
        }

        /// One of some words.
        package func word<Word: RawRepresentable & CaseIterable>(
            _ type: Word.Type
        ) throws(ReadError) -> Word where Word.RawValue == String {
            guard let text, let word = Word(rawValue: text) else {
                let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
                throw failure("\(key) is \(shown)", "write one of \(known)")
            }
            return word
        }
    }

    private let name: String
    private let hint: String

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - name: the name that appears in errors.
    ///   - hint: what to do about a text that holds no keys.
    package init(name: String, hint: String = Self.form) {
        self.name = name
        self.hint = hint
    }

    /// How settings are written.
    package static let form = "write one 'key: value' a line"

    /// The entries of a text.
    ///
    /// - Throws: `ReadError` with the line for text that is no YAML.
    package func entries(of yaml: String) throws(ReadError) -> [Entry] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw failure(error)
        } catch {
            throw failure(nil, "this is no YAML", Self.form)
        }
        guard let root, root.scalar?.string.isEmpty != true else { return [] }
        guard let mapping = root.mapping else {
            throw failure(root.mark?.line, "expected 'key: value' lines", hint)
        }
        return entries(of: mapping)
    }

    fileprivate func entries(of mapping: Node.Mapping) -> [Entry] {
        mapping.map { key, value in
            Entry(key: key.string ?? "?", node: value, line: key.mark?.line ?? value.mark?.line, file: self)
        }
    }

    private func failure(_ error: YamlError) -> ReadError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            failure(mark.line, "this is no YAML: \(problem)", Self.form)
        case .duplicatedKeysInMapping(let keys, let context):
            failure(
                context.mark.line, "\(keys.sorted().joined(separator: ", ")) stands more than once", "leave one of them"
            )
        default: failure(nil, "this is no YAML", Self.form)
        }
    }

    fileprivate func failure(_ line: Int?, _ problem: String, _ remedy: String) -> ReadError {
        ReadError(.data, file: name + (line.map { ":\($0)" } ?? ""), problem: problem, remedy: remedy)
    }
}
