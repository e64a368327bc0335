import FinalAccounts
import Forecasting
import Regression

extension LedgerReview {
    /// For each subject the place of its forecast among `forecasts`, -1 where there is none.
    func places(_ forecasts: [Forecast], year: FiscalYear) -> [Int] {
        var result = [Int](repeating: -1, count: departures.count)
        guard !forecasts.isEmpty else { return result }
        var runs: [BudgetUnit: [Range<Int>]] = [:]
        for run in Self.runs(ofUnits: forecasts) { runs[forecasts[run.lowerBound].unit, default: []].append(run) }
        for (unit, offset) in zip(units, offsets) {
            guard let own = runs[unit.tree.unit] else { continue }
            var subjects: [SubjectKey: Int] = [:]
            subjects.reserveCapacity(unit.tree.series.count)
            for (index, series) in unit.tree.series.enumerated() { subjects[series.subject.key] = offset + index }
            for place in own.joined() where forecasts[place].targetYear == year {
                if let subject = subjects[forecasts[place].subject.key] { result[subject] = place }
            }
        }
        return result
    }

    /// Stretches of forecasts of one unit.
    private static func runs(ofUnits forecasts: [Forecast]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for index in forecasts.indices.dropFirst() where forecasts[index].unit != forecasts[start].unit {
            runs.append(start..<index)
            start = index
        }
        return runs + [start..<forecasts.count]
    }

    /// Departures from forecasts scatter with tails heavier than those of the normal distribution: a factor of ten is not
    /// as improbable as the width of an interval says.
    private static let degreesOfFreedom = 3.0

    /// How far actuals lie off their forecasts, on the amount scale, in standard deviations as the widest interval tells
    /// them.
    func forecastSurprises() -> [Double] {
        var surprises = [Double](repeating: .nan, count: departures.count)
        var deviations: [Double: Double] = [:]
        for (unit, offset) in zip(units, offsets) {
            for (index, figures) in unit.subjects.enumerated() {
                guard figures.slip == nil, let actual = figures.corrected.actual,
                    let forecast = forecast(of: offset + index),
                    let interval = forecast.intervals.max(by: { $0.level < $1.level })
                else { continue }
                let middle = unit.scale.position(of: forecast.value)
                let bound = unit.scale.position(of: actual > forecast.value ? interval.upper : interval.lower)
                let ends = deviations[interval.level] ?? Normal().upperQuantile((1 - interval.level) / 2)
                deviations[interval.level] = ends
                guard bound != middle else { continue }
                surprises[offset + index] = Surprise.normalEquivalent(
                    ofT: (unit.scale.position(of: actual) - middle) / abs(bound - middle) * ends,
                    degreesOfFreedom: Self.degreesOfFreedom)
            }
        }
        return surprises
    }
}
