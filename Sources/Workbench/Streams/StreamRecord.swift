import Foundation
import Interchange
import Platform

/// One record of a stream: what is to be worked on, and the key its answers carry.
///
/// A line of the stream is the name of a file, or a JSON object, either with a key and a tab before it:
///
/// ```
/// 2023/甲局.pdf
/// 甲局	2023/甲局.pdf
/// {"key":"甲局","path":"2023/甲局.pdf"}
/// {"key":"甲局","name":"甲局.pdf","content":"JVBERi0x…"}
/// {"key":"甲局","lines":[{"fiscal_year":2022,"subject_code":"2080101","actual":"1010.00"}]}
/// ```
///
/// `content` is the file in Base64; `lines` are account lines under the names of the exchange format's columns.
package struct StreamRecord: Hashable, Sendable {
    /// What is worked on.
    package enum Content: Hashable, Sendable {
        /// A file by its name.
        case file(String)
        /// A file that stands in the record.
        case bytes(SourceFile)
    }

    /// What the answers carry: the key given, else the name of the file, else the number of the record.
    package let key: String
    /// What is worked on.
    package let content: Content

    /// The file, read where it was only named.
    ///
    /// - Throws: `ReadError`.
    package func file(limit: Int = .max) throws(ReadError) -> SourceFile {
        switch content {
        case .file(let path): try SourceFile(reading: path, limit: limit)
        case .bytes(let file):
            if file.bytes.count > limit {
                throw SourceFile.tooLarge(file.path, size: file.bytes.count, limit: limit)
            } else {
                file
            }
        }
    }
}

extension StreamRecord {
    /// Why a line is no record, with the key that its answer carries all the same.
    package struct Refusal: ExplainedError {
        package let key: String
        package let problem: Bilingual
        package var kind: ErrorKind { .data }
        package var location: Bilingual? { Bilingual(verbatim: key) }
        package var remedy: Bilingual {
            Bilingual(
                "请给出文件名，或含 path、content 或 lines 的对象",
                "give the name of a file, or an object with 'path', 'content' or 'lines'")
        }
    }

    /// Reads a line of the stream.
    ///
    /// - Parameter number: the record's, from 1.
    package init(_ line: [UInt8], number: Int) throws(Refusal) {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Refusal(key: String(number), problem: Bilingual("记录不是 UTF-8 编码", "the record is no UTF-8"))
        }
        let isBare = text.hasPrefix("{")
        let tab = isBare ? nil : text.firstIndex(of: "\t")
        let before = tab.map { String(text[..<$0]) }
        let rest = tab.map { text[text.index(after: $0)...] } ?? text[...]
        guard rest.hasPrefix("{") else {
            guard !rest.isEmpty else {
                throw Refusal(key: before ?? String(number), problem: Bilingual("键后没有内容", "nothing follows the key"))
            }
            self.init(key: before ?? String(rest), content: .file(String(rest)))
            return
        }
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: Data(rest.utf8))
        } catch {
            throw Refusal(
                key: before ?? String(number),
                problem: Bilingual("记录不是所需形式的对象", "the record is no object of the form expected"))
        }
        let key = fields.key?.text ?? before ?? fields.path ?? fields.name ?? String(number)
        self.init(key: key, content: try fields.content(key: key))
    }
}

/// A record as JSON.
private struct Fields: Decodable {
    /// A cell: a text, or a number with the digits that it was written with.
    struct Cell: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                text = ""
            } else if let string = try? value.decode(String.self) {
                text = string
            } else {
                text = "\(try value.decode(Decimal.self))"
            }
        }
    }

    var key: Cell?
    var path: String?
    var name: String?
    var content: Data?
    var lines: [[String: Cell]]?

    func content(key: String) throws(StreamRecord.Refusal) -> StreamRecord.Content {
        switch (path, content, lines) {
        case (let path?, nil, nil): return .file(path)
        case (nil, let content?, nil):
            return .bytes(SourceFile(path: name ?? key, bytes: Array(content)))
        case (nil, nil, let lines?): return .bytes(SourceFile(path: name ?? key, bytes: Self.csv(of: lines)))
        default:
            throw StreamRecord.Refusal(
                key: key,
                problem: Bilingual(
                    "记录应有 path、content、lines 之一", "the record has not one of 'path', 'content' and 'lines'"))
        }
    }

    /// The lines in the exchange format, so that they are read by its rules.
    private static func csv(of lines: [[String: Cell]]) -> [UInt8] {
        let columns = Set(lines.flatMap(\.keys)).sorted()
        var writer = CSVWriter()
        writer.write(columns)
        for line in lines { writer.write(columns.map { line[$0]?.text ?? "" }) }
        return Array(writer.text.utf8)
    }
}
