import FinalAccounts
import Ledger
import Narration
import OfficialForm

/// Turns a figure of the ledger back into the stated figure it was stored from.
package enum StoredFigure {
    /// The figure, its amount printed as the composer prints amounts; `nil` for a measure this version does not know.
    package static func figure(_ record: FigureRecord, composer: DisclosureComposer) throws(AmountError)
        -> StatedFigure?
    {
        guard let measure = Measure(name: record.measure) else { return nil }
        let value: FigureValue?
        switch record.unit {
        case "yuan": value = .amount(try composer.stated(Amount(parsing: record.value, unit: .yuan)))
        case "percent": value = StatedPercentage(record.value).map { .percentage($0) }
        case "points": value = DecimalText(record.value).map { .score($0) }
        default: value = Int64(record.value).map { .count($0, counter: record.unit) }
        }
        return value.map {
            StatedFigure(
                measure: measure, subject: record.qualifier.isEmpty ? nil : record.qualifier, value: $0,
                page: record.page, quote: record.quote)
        }
    }
}
