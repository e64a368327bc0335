import FinalAccounts
import Forecasting
import Regression

extension LedgerReview {
    /// The forecasts of the year by the number of their subject.
    static func placed(
        _ forecasts: [Forecast], _ units: [UnitFigures], _ offsets: [Int], year: FiscalYear
    ) -> [Int: Forecast] {
        guard !forecasts.isEmpty else { return [:] }
        var byUnit: [BudgetUnit: [SubjectKey: Forecast]] = [:]
        for forecast in forecasts where forecast.targetYear == year {
            byUnit[forecast.unit, default: [:]][forecast.subject.key] = forecast
        }
        var result: [Int: Forecast] = [:]
        for (unit, offset) in zip(units, offsets) {
            guard let own = byUnit[unit.tree.unit] else { continue }
            for (index, series) in unit.tree.series.enumerated() {
                result[offset + index] = own[series.subject.key]
            }
        }
        return result
    }

    /// How far actuals lie off their forecasts, in standard deviations as the widest interval tells them.
    static func forecastSurprises(_ subjects: [SubjectFigures], _ forecasts: [Int: Forecast]) -> [Double] {
        var surprises = [Double](repeating: .nan, count: subjects.count)
        for (subject, forecast) in forecasts {
            guard subjects[subject].slip == nil, let actual = subjects[subject].corrected.actual,
                let interval = forecast.intervals.max(by: { $0.level < $1.level })
            else { continue }
            let isAbove = actual > forecast.value
            let half = isAbove ? interval.upper - forecast.value : forecast.value - interval.lower
            let deviations = Normal().upperQuantile((1 - interval.level) / 2)
            if half > 0 { surprises[subject] = (actual - forecast.value) / half * deviations }
        }
        return surprises
    }
}
