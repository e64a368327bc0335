import LinearAlgebra
import Platform

extension PanelFit {
    /// The expected response of a unit in a period, with intervals from Student's t and one error variance.
    ///
    /// - Parameters:
    ///   - unit: one of those that took part.
    ///   - period: with period effects, one of those observed; without them any, as it plays no part.
    ///   - values: one per column of the design.
    ///   - level: of both intervals, strictly between 0 and 1.
    /// - Throws: `unknownMember` for another unit or period, `shapeMismatch`, `noResidualDegreesOfFreedom`,
    ///   `invalidParameter` for the level.
    public func predict(
        unit: String, period: Int, values: [Double], level: Double = 0.95
    ) throws(RegressionError) -> Prediction {
        try requireLevel(level)
        guard values.count == coefficients.count else {
            throw .shapeMismatch(
                what: Bilingual("数值个数", "number of values"), expected: coefficients.count, found: values.count)
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(column: within.design.names[place], row: 0)
        }
        guard let constant = unitEffects[unit], let index = panel.unitPlaces[unit] else {
            throw .unknownMember(kind: Bilingual("单位", "unit"), name: unit)
        }
        guard effects == .units || panel.periods.contains(period) else {
            throw .unknownMember(kind: Bilingual("期间", "period"), name: "\(period)")
        }
        let deviation = try within.requiredStandardDeviation()
        let width = try StudentT(degreesOfFreedom: within.residualDegreesOfFreedom).upperQuantile((1 - level) / 2)
        let mean = zip(coefficients, values).reduce(constant + (periodEffects[period] ?? 0)) { $0 + $1.0 * $1.1 }
        let spread = spread(unit: index, period: period, values: values)
        return Prediction(
            mean: mean, standardError: deviation * spread.squareRoot(),
            singleError: deviation * (1 + spread).squareRoot(),
            width: width, isEstimable: absorbedColumns.isEmpty && within.rank == coefficients.count)
    }

    /// The variance of the expected response for an error variance of one: of the unit's mean, of the period's effect and of
    /// the coefficients, which are independent of one another once each is taken out of the next.
    private func spread(unit: Int, period: Int, values: [Double]) -> Double {
        var deviations = values.indices.map { values[$0] - absorbed.columnMeans[$0][unit] }
        var sum = 1 / Double(panel.unitCounts[unit])
        if let covariance = absorbed.periodCovariance {
            let indicators = absorbed.indicatorMeans.indices.map { k in
                (panel.periods[k + 1] == period ? 1 : 0) - absorbed.indicatorMeans[k][unit]
            }
            sum += quadraticForm(covariance, indicators)
            for j in deviations.indices {
                deviations[j] -= zip(absorbed.columnSlopes[j], indicators).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        return sum + quadraticForm(within.inference.unscaledCovariance, deviations)
    }
}
