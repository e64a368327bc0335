import LinearAlgebra

/// A panel after its unit and period effects are taken out of the response and of every column.
struct AbsorbedEffects: Sendable {
    /// The mean of each column in each unit, column by unit.
    let columnMeans: [[Double]]
    /// The columns within units.
    let columnsWithin: [[Double]]
    /// The response within units.
    let responseWithin: [Double]
    /// Indicators of every period but the first, within units; nil without period effects.
    let periodSystem: LeastSquaresSystem?
    /// The mean of each period indicator in each unit, period by unit; that is the share of the unit's observations.
    let indicatorMeans: [[Double]]
    /// (D'D)⁻¹ of the period indicators D within units.
    let periodCovariance: Matrix?
    /// The coefficients of each column on the period indicators, column by period.
    let columnSlopes: [[Double]]
    /// The columns with all effects taken out.
    let columns: [[Double]]
    /// The response with all effects taken out.
    let response: [Double]

    init(_ panel: PanelData, effects: FixedEffectsModel.Effects) throws(RegressionError) {
        let columns = panel.design.names.indices.map { panel.design.matrix.column($0) }
        let means = columns.map { panel.unitMeans($0) }
        let within = zip(columns, means).map { panel.withinUnits($0, means: $1) }
        let responseWithin = panel.withinUnits(panel.response, means: panel.unitMeans(panel.response))
        columnMeans = means
        columnsWithin = within
        self.responseWithin = responseWithin
        guard effects == .unitsAndPeriods, panel.periods.count > 1 else {
            (periodSystem, indicatorMeans, periodCovariance, columnSlopes) = (nil, [], nil, [])
            (self.columns, response) = (within, responseWithin)
            return
        }
        let indicators = panel.periods.indices.dropFirst().map { period in
            panel.periodIndices.map { $0 == period ? 1.0 : 0 }
        }
        let shares = indicators.map { panel.unitMeans($0) }
        let named = zip(panel.periods.dropFirst(), zip(indicators, shares)).map {
            (name: "\($0)", values: panel.withinUnits($1.0, means: $1.1))
        }
        let system = try LeastSquaresSystem(Design(intercept: false, columns: named))
        periodSystem = system
        indicatorMeans = shares
        periodCovariance = try system.unscaledCovariance()
        let solutions = try within.map { (column) throws(RegressionError) in try system.solve(column) }
        columnSlopes = solutions.map(\.coefficients)
        self.columns = zip(within, solutions).map { cleared($1.residuals, against: $0) }
        response = try system.solve(responseWithin).residuals
    }

    /// How many parameters the effects take: the units, and the period indicators that are not constant within them.
    func parameters(_ panel: PanelData) -> Int { panel.unitNames.count + (periodSystem?.rank ?? 0) }
}
