import FinalAccounts

/// Yearly figures of one series that lie in memory of a caller's, who keeps them there while they are looked at.
///
/// Series without observations are forecast from these: nothing is rounded to what an amount holds, and nothing copied before
/// the engine lays its panel out.
package struct SeriesFigures: @unchecked Sendable {
    /// Numbers at equal distances; those that are not finite, or that a bit says are not there, count as not stated.
    package struct Row {
        private let start: UnsafePointer<Double>
        private let stride: Int
        /// How many there are.
        package let count: Int
        private let validity: UnsafePointer<UInt8>?
        private let firstBit: Int

        /// - Parameters:
        ///   - validity: a bit for each number, set where it is there; `nil` where all are.
        ///   - firstBit: the bit of the first number.
        package init(
            _ start: UnsafePointer<Double>, count: Int, stride: Int = 1, validity: UnsafePointer<UInt8>? = nil,
            firstBit: Int = 0
        ) {
            self.start = start
            self.count = count
            self.stride = stride
            self.validity = validity
            self.firstBit = firstBit
        }

        /// The number at a place; NaN where none is stated.
        package subscript(place: Int) -> Double {
            if let validity {
                let bit = firstBit + place
                guard validity[bit >> 3] >> UInt8(bit & 7) & 1 == 1 else { return .nan }
            }
            let value = start[place * stride]
            return value.isFinite ? value : .nan
        }
    }

    /// The year of the first number of each row.
    package let firstYear: Int
    /// What was spent.
    package let actuals: Row
    /// What was approved.
    package let budgets: Row?
    /// What was approved in the end.
    package let adjusted: Row?

    package init(firstYear: Int, actuals: Row, budgets: Row? = nil, adjusted: Row? = nil) {
        self.firstYear = firstYear
        self.actuals = actuals
        self.budgets = budgets
        self.adjusted = adjusted
    }

    /// How many years the longest row reaches.
    package var length: Int { max(actuals.count, budgets?.count ?? 0, adjusted?.count ?? 0) }

    /// The last year with an actual.
    package var lastActual: Int? {
        (0..<actuals.count).last { !actuals[$0].isNaN }.map { firstYear + $0 }
    }

    /// The first year before another that has an actual.
    func firstActual(before year: Int) -> Int? {
        let count = min(actuals.count, max(year - firstYear, 0))
        return (0..<count).first { !actuals[$0].isNaN }.map { firstYear + $0 }
    }
}

/// A series that was handed to the engine, and its number among those handed over.
package struct GivenSeries: Sendable {
    /// What it is of, and its observations where there are no figures.
    package let series: SpendingSeries
    /// The figures in place of observations.
    package let figures: SeriesFigures?
    /// Its number.
    let place: Int

    package init(_ series: SpendingSeries, figures: SeriesFigures? = nil, place: Int) {
        self.series = series
        self.figures = figures
        self.place = place
    }

    /// The first year before another that has an actual.
    func firstActual(before target: FiscalYear) -> Int? {
        guard let figures else {
            return series.observations.first { $0.actual != nil && $0.year < target }?.year.number
        }
        return figures.firstActual(before: target.number)
    }
}
