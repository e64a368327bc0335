/// Words in both languages the product speaks; made with both so that none is missing.
///
/// ```swift
/// Bilingual("预算", "budget").text(in: .en)   // "budget"
/// ```
public struct Bilingual: Hashable, Sendable {
    /// The words in simplified Chinese.
    public var zhHans: String
    /// The words in English.
    public var en: String

    /// Creates words from those of both languages, the Chinese first.
    public init(_ zhHans: String, _ en: String) {
        self.zhHans = zhHans
        self.en = en
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
}

extension Language {
    /// Those of two wordings, the Chinese first, that are of this language.
    package func words(_ zhHans: String, _ en: String) -> String { Bilingual(zhHans, en).text(in: self) }
}
