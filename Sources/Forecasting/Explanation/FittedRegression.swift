import FinalAccounts
import Regression

/// A least-squares regression of a subject's actuals, with everything that is known of its errors.
///
/// ```swift
/// let trend = try FittedRegression.trend(of: series, target: FiscalYear(2024))
/// for row in trend?.classic ?? [] { print(row.name, row.estimate, row.standardError, row.t, row.pValue) }
/// ```
package struct FittedRegression: Sendable {
    /// What the actuals are explained by.
    package enum Regressor: String, Sendable {
        /// The year, counted from the first one used.
        case year
        /// The initial budget of the same year.
        case budget
    }

    /// What one year contributes.
    package struct Point: Sendable {
        /// The year.
        package let year: Int
        /// The value of the regressor.
        package let regressor: Double
        /// The actual.
        package let actual: Double
        /// The value on the line.
        package let fitted: Double
        /// The share that the year has in its own fitted value, 0 to 1.
        package let leverage: Double
        /// How far the line would move without the year (Cook, 1977); `nil` where it is not determined.
        package let cooksDistance: Double?
    }

    /// What the actuals are explained by.
    package let regressor: Regressor
    /// The years used, ascending.
    package let points: [Point]
    /// The coefficients with errors from one error variance: the constant, then the regressor.
    package let classic: [CoefficientEstimate]
    /// The same with errors that hold where variances differ (MacKinnon and White, 1985).
    package let robust: [CoefficientEstimate]
    /// The share of the variation explained; `nil` where the actuals are all the same.
    package let rSquared: Double?
    /// The residual standard deviation.
    package let residualDeviation: Double
    /// The observations less the coefficients.
    package let degreesOfFreedom: Double
    /// What the line says of the target year; `nil` where its regressor is not known.
    package let prediction: Prediction?

    /// The level of intervals of coefficients and prediction.
    package static let level = 0.95
    /// Through two points there is a line and no error.
    private static let leastYears = 3

    /// The line through the actuals of the years before the target; `nil` for fewer than three.
    ///
    /// - Throws: ``ForecastError/regression(_:)``.
    package static func trend(
        of series: SpendingSeries, target: FiscalYear
    ) throws(ForecastError) -> FittedRegression? {
        let years = known(series, before: target)
        guard let first = years.first?.year.number else { return nil }
        return try FittedRegression(
            .year, years.map { ($0.year.number, Double($0.year.number - first), $0.actual?.doubleValue ?? 0) },
            at: Double(target.number - first))
    }

    /// The regression of actuals on initial budgets of the same years; `nil` for fewer than three years that have both.
    ///
    /// - Throws: ``ForecastError/regression(_:)``.
    package static func onBudget(
        of series: SpendingSeries, target: FiscalYear
    ) throws(ForecastError) -> FittedRegression? {
        let years = known(series, before: target).compactMap { one in
            one.initialBudget.amount.map { (one.year.number, $0.doubleValue, one.actual?.doubleValue ?? 0) }
        }
        guard Set(years.map { $0.1 }).count > 1 else { return nil }
        let ahead = series.observation(in: target)?.initialBudget.amount?.doubleValue
        return try FittedRegression(.budget, years, at: ahead)
    }

    private static func known(_ series: SpendingSeries, before target: FiscalYear) -> [Observation] {
        series.observations.filter { $0.year < target && $0.actual != nil }
    }

    private init?(
        _ regressor: Regressor, _ years: [(year: Int, x: Double, y: Double)], at ahead: Double?
    ) throws(ForecastError) {
        guard years.count >= Self.leastYears else { return nil }
        let fit = try regressing { () throws(RegressionError) in
            try LinearModel.leastSquares.fit(
                Design(columns: [(name: regressor.rawValue, values: years.map(\.x))]), years.map(\.y))
        }
        self.regressor = regressor
        (classic, robust) = try regressing { () throws(RegressionError) in
            (
                try fit.coefficientTable(.classic, level: Self.level),
                try fit.coefficientTable(.hc3, level: Self.level)
            )
        }
        let (leverages, distances) = try regressing { () throws(RegressionError) in
            (try fit.leverages(), try fit.cooksDistances())
        }
        points = years.indices.map { i in
            Point(
                year: years[i].year, regressor: years[i].x, actual: years[i].y, fitted: fit.fittedValues[i],
                leverage: leverages[i], cooksDistance: distances[i])
        }
        rSquared = fit.rSquared
        residualDeviation = fit.residualStandardDeviation ?? 0
        degreesOfFreedom = fit.residualDegreesOfFreedom
        prediction = try regressing { () throws(RegressionError) -> Prediction? in
            guard let ahead else { return nil }
            return try fit.predict(Design(columns: [(name: regressor.rawValue, values: [ahead])]), level: Self.level)
                .first
        }
    }
}
