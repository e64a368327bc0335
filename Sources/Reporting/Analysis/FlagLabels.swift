import FinalAccounts
import Platform
import Variance

/// The names of flags in one line.
struct FlagLabels {
    let language: Language

    /// The names, in the order given: 超预算、同比增加.
    func text(_ kinds: [FlagKind]) -> String {
        let text = FlagText(language: language, unit: .wan)
        return kinds.map(text.name).joined(separator: language == .zhHans ? "、" : ", ")
    }
}
