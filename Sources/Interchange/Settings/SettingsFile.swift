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
        package var shown: Bilingual {
            guard let text else { return Bilingual("不止一个值", "not a single value") }
            return text.isEmpty ? Bilingual("空", "empty") : Bilingual("“\(text)”", "'\(text)'")
        }

        /// An error about this entry.
        package func failure(_ problem: Bilingual, _ remedy: Bilingual) -> ReadError {
            file.failure(line, problem, remedy)
        }

        /// The entries of a mapping below this key.
        package func entries() throws(ReadError) -> [Entry] {
            guard let mapping = node.mapping else {
                throw failure(
                    Bilingual("\(key) 下没有设置", "\(key) holds no settings"),
                    Bilingual("请在其下按“键: 值”填写", "write 'key: value' below it"))
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
                throw failure(
                    Bilingual("\(key) 不是数", "\(key) is no number"),
                    Bilingual("请填写数字，如 0.05", "write a number such as 0.05"))
            }
            return value
        }

        /// One of some words.
        package func word<Word: RawRepresentable & CaseIterable>(
            _ type: Word.Type
        ) throws(ReadError) -> Word where Word.RawValue == String {
            guard let text, let word = Word(rawValue: text) else {
                let known = Word.allCases.map(\.rawValue).listed()
                throw failure(
                    Bilingual("\(key) 为\(shown.zhHans)", "\(key) is \(shown.en)"),
                    Bilingual("请填写以下之一：\(known.zhHans)", "write one of \(known.en)"))
            }
            return word
        }
    }

    private let name: String
    private let hint: Bilingual

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - name: the name that appears in errors.
    ///   - hint: what to do about a text that holds no keys.
    package init(name: String, hint: Bilingual = Self.form) {
        self.name = name
        self.hint = hint
    }

    /// How settings are written.
    package static let form = Bilingual("请每行写一个“键: 值”", "write one 'key: value' a line")

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
            throw failure(nil, Bilingual("不是 YAML 格式", "this is no YAML"), Self.form)
        }
        guard let root, root.scalar?.string.isEmpty != true else { return [] }
        guard let mapping = root.mapping else {
            throw failure(root.mark?.line, Bilingual("应为“键: 值”各占一行", "expected 'key: value' lines"), hint)
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
            failure(mark.line, Bilingual("不是 YAML 格式（“\(problem)”）", "this is no YAML: \(problem)"), Self.form)
        case .duplicatedKeysInMapping(let keys, let context):
            failure(
                context.mark.line,
                Bilingual(
                    "“\(keys.sorted().joined(separator: "、"))”重复出现",
                    "\(keys.sorted().joined(separator: ", ")) stands more than once"),
                Bilingual("请只保留一处", "leave one of them")
            )
        default: failure(nil, Bilingual("不是 YAML 格式", "this is no YAML"), Self.form)
        }
    }

    fileprivate func failure(_ line: Int?, _ problem: Bilingual, _ remedy: Bilingual) -> ReadError {
        ReadError(.data, file: name + (line.map { ":\($0)" } ?? ""), problem: problem, remedy: remedy)
    }
}
