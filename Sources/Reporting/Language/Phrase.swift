import FinalAccounts

/// A piece of wording in every language the product speaks.
///
/// Each phrase is a member, so that a missing translation does not compile:
///
/// ```swift
/// Phrase.unbudgeted.text(in: .en)   // "unbudgeted"
/// ```
public struct Phrase: Hashable, Sendable {
    /// The wording in simplified Chinese.
    public let zhHans: String
    /// The wording in English.
    public let en: String

    /// Creates a phrase.
    public init(zhHans: String, en: String) {
        self.zhHans = zhHans
        self.en = en
    }

    /// The wording in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .zhHans: zhHans
        case .en: en
        }
    }
}
