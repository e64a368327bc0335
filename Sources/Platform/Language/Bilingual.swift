/// Words in both languages the product speaks; made with both so that none is missing.
///
/// ```swift
/// Bilingual("预算", "budget").text(in: .en)   // "budget"
/// ```
public struct Bilingual: Hashable, Sendable, Codable {
    /// The words in simplified Chinese.
    public var zhHans: String
    /// The words in English.
    public var en: String

    /// Creates words from those of both languages, the Chinese first.
    public init(_ zhHans: String, _ en: String) {
        self.zhHans = zhHans
        self.en = en
    }

    /// What reads the same in both languages: a name, a number, a code, what another program says.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    /// The words in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .zhHans: zhHans
        case .en: en
        }
    }

    /// Both followed by others.
    public static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(left.zhHans + right.zhHans, left.en + right.en)
    }

    /// The words behind a place and the sign that parts the two: `a.csv：…`, `a.csv: …`.
    public func at(_ place: Bilingual) -> Bilingual {
        Bilingual("\(place.zhHans)：\(zhHans)", "\(place.en): \(en)")
    }

    /// The words behind the name of a file.
    package func at(_ place: String) -> Bilingual { at(Bilingual(verbatim: place)) }

    /// The words with a piece of both replaced.
    package func replacing(_ piece: String, with other: String) -> Bilingual {
        Bilingual(zhHans.replacing(piece, with: other), en.replacing(piece, with: other))
    }
}

extension Sequence<Bilingual> {
    /// All of them, with a sign between each two.
    package func joined(_ separator: Bilingual = Bilingual("、", ", ")) -> Bilingual {
        Bilingual(
            map(\.zhHans).joined(separator: separator.zhHans), map(\.en).joined(separator: separator.en))
    }
}

extension Sequence<String> {
    /// Names one after the other, as a list is written in each language.
    package func listed() -> Bilingual { map(Bilingual.init(verbatim:)).joined() }

    /// Words of a document or of a person one after the other, each in quotation marks.
    package func quoted() -> Bilingual { map { Bilingual("“\($0)”", "'\($0)'") }.joined() }
}

extension Language {
    /// Those of two wordings, the Chinese first, that are of this language.
    package func words(_ zhHans: String, _ en: String) -> String { Bilingual(zhHans, en).text(in: self) }
}
