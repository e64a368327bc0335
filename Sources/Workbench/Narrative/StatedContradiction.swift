import Consistency
import Disclosures
import FinalAccounts
import Platform

/// Something a text says that cannot be right beside the rest of it.
struct StatedContradiction {
    /// The sentence.
    let quote: String
    /// The figure in it that is wrong, and the one that would fit, as printed; `nil` where the text does not tell.
    let stated: String?
    let computed: String?

    /// The errors that `check` finds in a text; none in one that holds no figures.
    static func found(in text: String, unit: BudgetUnit, year: FiscalYear) -> [StatedContradiction] {
        let reader = DisclosureReader(options: ReadOptions(unit: unit, fiscalYear: year))
        let disclosure: Disclosure
        do throws(ReadError) {
            disclosure = try reader.read(bytes: Array(text.utf8), file: unit.name)
        } catch {
            return []
        }
        return CheckEngine(language: .en).check(disclosure).filter { $0.severity == .error }.map {
            StatedContradiction(quote: $0.quote, stated: $0.stated, computed: $0.computed)
        }
    }
}
