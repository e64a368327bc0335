import FinalAccounts
import Forecasting
import Platform
import Regression

extension LedgerReview {
    /// For each subject the place of its forecast among `forecasts`, -1 where there is none.
    func places(_ forecasts: [Forecast], year: FiscalYear) -> [Int] {
        var result = [Int](repeating: -1, count: departures.count)
        guard !forecasts.isEmpty else { return result }
        var runs: [BudgetUnit: [Range<Int>]] = [:]
        for run in Self.runs(ofUnits: forecasts) { runs[forecasts[run.lowerBound].unit, default: []].append(run) }
        result.withUnsafeMutableBufferPointer { result in
            // Each unit writes the entries of its own subjects only.
            nonisolated(unsafe) let result = result
            Parallel().forEach(units.count) { [runs] number in
                let (unit, offset) = (units[number], offsets[number])
                guard let own = runs[unit.tree.unit] else { return }
                var subjects: [SubjectKey: Int] = [:]
                subjects.reserveCapacity(unit.tree.series.count)
                for (index, series) in unit.tree.series.enumerated() { subjects[series.subject.key] = offset + index }
                for place in own.joined() where forecasts[place].targetYear == year {
                    if let subject = subjects[forecasts[place].subject.key] { result[subject] = place }
                }
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
        surprises.withUnsafeMutableBufferPointer { surprises in
            // Each unit writes the entries of its own subjects only.
            nonisolated(unsafe) let surprises = surprises
            // Forecasts of one run have the same levels.
            let levels = forecasts.first?.intervals.map(\.level) ?? []
            let known = Dictionary(levels.map { ($0, deviations($0)) }) { $1 }
            Parallel().forEach(units.count) { number in
                for index in units[number].subjects.indices {
                    surprises[offsets[number] + index] = forecastSurprise(of: index, inUnit: number, known)
                }
            }
        }
        return surprises
    }

    /// The half-width of an interval of normal errors in standard deviations.
    private func deviations(_ level: Double) -> Double { Normal().upperQuantile((1 - level) / 2) }

    private func forecastSurprise(of index: Int, inUnit number: Int, _ known: [Double: Double]) -> Double {
        let unit = units[number]
        guard unit.subjects[index].slip == nil, let actual = unit.subjects[index].corrected.actual,
            let forecast = forecast(of: offsets[number] + index),
            let interval = forecast.intervals.max(by: { $0.level < $1.level })
        else { return .nan }
        let middle = unit.scale.position(of: forecast.value)
        let bound = unit.scale.position(of: actual > forecast.value ? interval.upper : interval.lower)
        guard bound != middle else { return .nan }
        let ends = known[interval.level] ?? deviations(interval.level)
        return Surprise.normalEquivalent(
            ofT: (unit.scale.position(of: actual) - middle) / abs(bound - middle) * ends,
            degreesOfFreedom: Self.degreesOfFreedom)
    }
}
