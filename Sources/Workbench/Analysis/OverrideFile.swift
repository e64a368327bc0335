import Disclosures
import FinalAccounts
import Forecasting
import Interchange
import Platform

/// The numbers that a person puts in place of forecasts, as CSV.
package enum OverrideFile {
    /// The numbers of a file; amounts are those of a forecast's CSV.
    ///
    /// - Parameter unit: the unit of the amounts.
    /// - Throws: `ReadError` with row, ``WorkbenchError`` for a subject and year given twice.
    package static func read(_ path: String, unit: AmountUnit) throws -> [ForecastOverride] {
        let amounts = try SubjectAmountCSVReader(amountUnit: unit).read(file: path)
        var seen: Set<[String]> = []
        return try amounts.map { item in
            guard seen.insert([item.unit ?? "", item.subject, item.year.description]).inserted else {
                throw WorkbenchError(
                    .data,
                    Bilingual(
                        "\(path)：\(item.year) 年“\(item.subject)”重复",
                        "\(path): \(item.subject) of \(item.year) is given twice"),
                    advice: Bilingual("请只保留一行", "keep one of the rows"))
            }
            return ForecastOverride(
                unit: item.unit, subject: item.subject, year: item.year.number, value: item.amount.doubleValue)
        }
    }
}
