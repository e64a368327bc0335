import FinalAccounts
import Interchange
import Platform

/// Something a request may say: in its path or behind the question mark.
struct Parameter: Sendable {
    /// Where it stands.
    enum Place: String, Sendable {
        case path, query
        /// In what the request brings along.
        case body
    }

    /// What it may be.
    enum Kind: Sendable {
        case text
        /// A text that is not repeated in errors.
        case secret
        /// A day such as `2024-03-31`, or a moment in UTC.
        case time
        case year
        case count(ClosedRange<Int>)
        case flag
        case choice([String])
        /// Several texts: a list in JSON, lines in a form.
        case texts
        /// A text of several lines.
        case passage
        /// The cells of a column, each under its line's name: an object in JSON, fields `name:line` in a form. A cell may be empty.
        case cells
    }

    let name: String
    let place: Place
    let kind: Kind
    let words: Bilingual
    /// Whether nothing can be answered without it; what stands in a path always is there.
    var isRequired = false

    init(_ name: String, _ kind: Kind, in place: Place = .query, _ words: Bilingual, isRequired: Bool = false) {
        self.name = name
        self.place = place
        self.kind = kind
        self.words = words
        self.isRequired = isRequired || place == .path
    }

    /// The parameter as one without which nothing can be answered.
    var required: Parameter { Parameter(name, kind, in: place, words, isRequired: true) }

    /// Whether a field is this parameter's.
    fileprivate func isNamed(_ field: String) -> Bool {
        if case .cells = kind { return field.hasPrefix(name + ":") }
        return field == name
    }

    fileprivate var isSecret: Bool { if case .secret = kind { true } else { false } }

    /// So much text is enough for every name and every sentence.
    static let longest = 2000
    /// So much is enough for a file of rules.
    static let longestPassage = 100_000

    /// What a value should be instead; `nil` for one that will do.
    func expected(insteadOf value: String) -> Bilingual? {
        switch kind {
        case .text, .secret:
            let isFit =
                !value.isEmpty && value.utf8.count <= Self.longest && !value.unicodeScalars.contains { $0.value < 0x20 }
            return isFit ? nil : Bilingual("一行文字，不超过 \(Self.longest) 字节", "one line of at most \(Self.longest) bytes")
        case .passage:
            let isFit =
                value.utf8.count <= Self.longestPassage
                && !value.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }
            return isFit
                ? nil : Bilingual("不超过 \(Self.longestPassage) 字节的文字", "a text of at most \(Self.longestPassage) bytes")
        case .cells:
            let isFit = value.utf8.count <= Self.longest && !value.unicodeScalars.contains { $0.value < 0x20 }
            return isFit ? nil : Bilingual("一行文字，不超过 \(Self.longest) 字节", "one line of at most \(Self.longest) bytes")
        case .texts:
            return value.utf8.count <= 50 * Self.longest
                ? nil : Bilingual("较短的清单", "a shorter list")
        case .time:
            let isFit = value.count <= 20 && value.allSatisfy { $0.isASCII && ($0.isNumber || "-:TZ".contains($0)) }
            return isFit ? nil : Bilingual("日期，如 2024-03-31", "a day such as 2024-03-31")
        case .year:
            let isFit = Int(value).map(FiscalYear.plausible.contains) ?? false
            return isFit ? nil : Bilingual("年度，如 2023", "a year such as 2023")
        case .count(let range):
            let isFit = Int(value).map(range.contains) ?? false
            return isFit
                ? nil
                : Bilingual(
                    "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                    "a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .flag:
            return ["true", "false"].contains(value) ? nil : Bilingual("true 或 false", "true or false")
        case .choice(let words):
            let known = words.listed()
            return words.contains(value) ? nil : Bilingual("以下之一：\(known.zhHans)", "one of \(known.en)")
        }
    }

    /// The parameter as OpenAPI has it.
    func openAPI(in language: Language) -> JSONValue {
        .object([
            "name": .string(name), "in": .string(place.rawValue), "required": .boolean(isRequired),
            "description": .string(words.text(in: language)), "schema": schema,
        ])
    }

    /// What it may be, as JSON Schema says it.
    var schema: JSONValue {
        switch kind {
        case .text, .secret:
            .object(["type": .string("string"), "minLength": .integer(1), "maxLength": .integer(Self.longest)])
        case .time: .object(["type": .string("string"), "pattern": .string("^[0-9TZ:-]{1,20}$")])
        case .year:
            .object([
                "type": .string("integer"), "minimum": .integer(FiscalYear.plausible.lowerBound),
                "maximum": .integer(FiscalYear.plausible.upperBound),
            ])
        case .count(let range):
            .object([
                "type": .string("integer"), "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ])
        case .flag: .object(["type": .string("boolean")])
        case .choice(let words):
            .object(["type": .string("string"), "enum": .array(words.map { .string($0) })])
        case .texts: .object(["type": .string("array"), "items": .object(["type": .string("string")])])
        case .passage: .object(["type": .string("string"), "maxLength": .integer(Self.longestPassage)])
        case .cells:
            .object([
                "type": .string("object"),
                "additionalProperties": .object(["type": .string("string"), "maxLength": .integer(Self.longest)]),
            ])
        }
    }
}

/// What a request says, by the names of its route's parameters; each value is what its parameter asks for.
struct Arguments: Sendable {
    private let values: [String: String]

    /// - Throws: ``Problem`` that names what is not known, not there, there twice or something else than it should be.
    init(_ given: [(name: String, value: String)], for parameters: [Parameter]) throws(Problem) {
        var values: [String: String] = [:]
        for (name, value) in given {
            guard let parameter = parameters.first(where: { $0.isNamed(name) }) else {
                let known = parameters.filter { $0.place != .path }.map(\.name).listed()
                throw Problem(
                    .badParameter, Bilingual("没有参数“\(name)”", "there is no parameter '\(name)'"),
                    known.en.isEmpty
                        ? Bilingual("请去掉参数", "leave the parameters out")
                        : Bilingual("可用的参数为 \(known.zhHans)", "its parameters are \(known.en)"))
            }
            if let expected = parameter.expected(insteadOf: value) {
                let shown = parameter.isSecret ? "…" : String(value.prefix(100))
                throw Problem(
                    .badParameter, Bilingual("参数 \(name) 不能是“\(shown)”", "\(name) cannot be '\(shown)'"),
                    Bilingual("应为\(expected.zhHans)", "it takes \(expected.en)"))
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Problem(
                    .badParameter, Bilingual("参数 \(name) 重复", "\(name) is given twice"),
                    Bilingual("请只保留一个", "leave one of them out"))
            }
        }
        if let missing = parameters.first(where: { $0.isRequired && values[$0.name] == nil }) {
            throw Problem(
                .badParameter, Bilingual("缺少参数 \(missing.name)", "\(missing.name) is missing"),
                missing.words)
        }
        self.values = values
    }

    subscript(_ name: String) -> String? { values[name] }

    func year(_ name: String) -> FiscalYear? { values[name].flatMap { Int($0) }.map { FiscalYear($0) } }

    func count(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

    func flag(_ name: String) -> Bool { values[name] == "true" }

    /// The items of a list; `nil` where none was given.
    func list(_ name: String) -> [String]? {
        values[name].map { text in
            text.split { $0.isNewline || String($0) == RequestBody.separator }.map(\.trimmed).filter { !$0.isEmpty }
        }
    }

    /// The cells of a column by the names of their lines, in the order of the names.
    func cells(_ name: String) -> [(line: String, value: String)] {
        values.filter { $0.key.hasPrefix(name + ":") }.sorted { $0.key < $1.key }.map {
            (String($0.key.dropFirst(name.count + 1)), $0.value)
        }
    }

    /// A text of several lines, each ending as lines do here; `nil` where none was given.
    func passage(_ name: String) -> String? { values[name]?.replacing("\r\n", with: "\n") }

    func choice<Word: RawRepresentable>(_ name: String, _ type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        values[name].flatMap(Word.init(rawValue:))
    }

    /// All of it as one text that is the same whatever the order it was said in.
    var canonical: String {
        values.sorted { $0.key < $1.key }.map { FormText.encoded($0.key) + "=" + FormText.encoded($0.value) }
            .joined(separator: "&")
    }
}
