import FinalAccounts

/// Words in both languages the product speaks; made with both so that none is missing.
struct Bilingual: Hashable, Sendable {
    var zhHans: String
    var en: String

    init(_ zhHans: String, _ en: String) {
        self.zhHans = zhHans
        self.en = en
    }

    func text(in language: Language) -> String {
        switch language {
        case .zhHans: zhHans
        case .en: en
        }
    }

    /// Both followed by others.
    static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(left.zhHans + right.zhHans, left.en + right.en)
    }
}
