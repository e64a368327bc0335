import FinalAccounts
import Forecasting
import Platform
import Reporting

extension SpendingForecast {
    /// What the forecasts of the target year rest on.
    ///
    /// - Parameter subject: the code or name of the subjects that are wanted; `nil` for all.
    /// - Throws: ``WorkbenchError`` where no forecast is of such a subject; what forecasting throws.
    package func explanations(in accounts: AccountLines, subject: String? = nil) throws -> [SubjectExplanation] {
        let (series, target) = try basis(in: accounts)
        var telling = self
        telling.configuration.tellsParts = true
        telling.horizon = 1
        let forecasts = try telling.run(on: series, target: target).run.forecasts
        let wanted = forecasts.filter { forecast in
            guard let subject else { return true }
            return [forecast.subject.code, forecast.subject.name].contains(subject)
        }
        guard !wanted.isEmpty else {
            let known = forecasts.prefix(5).compactMap(\.subject.code).joined(separator: ", ")
            throw WorkbenchError(
                .data,
                Bilingual(
                    "\(target) 年的预测中没有科目“\(subject ?? "")”",
                    "no forecast of \(target) is of a subject '\(subject ?? "")'"),
                advice: Bilingual(
                    "请填写预测中的编码或名称，如 \(known)", "give a code or name as the forecast has it, such as \(known)"))
        }
        let places = Dictionary(series.map { (SeriesIdentity($0.unit, $0.subject), $0) }) { first, _ in first }
        return try wanted.compactMap { forecast in
            try places[SeriesIdentity(forecast.unit, forecast.subject)].map {
                try SubjectExplanation($0, forecast: forecast)
            }
        }
    }
}

/// What a series is of.
private struct SeriesIdentity: Hashable {
    let unit: BudgetUnit
    let subject: SubjectKey

    init(_ unit: BudgetUnit, _ subject: Subject) {
        self.unit = unit
        self.subject = subject.key
    }
}
