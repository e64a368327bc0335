import LinearAlgebra

/// A panel after its unit and period effects are taken out of the response and of every column.
struct AbsorbedEffects: Sendable {
    /// The columns within units.
    let columnsWithin: [[Double]]
    /// The response within units.
    let responseWithin: [Double]
    /// Indicators of every period but the first, within units; nil without period effects.
    let periodSystem: LeastSquaresSystem?
    /// Of each column on the period indicators, period by column.
    let columnSlopes: [[Double]]
    /// The columns with all effects taken out.
    let columns: [[Double]]
    /// The response with all effects taken out.
    let response: [Double]

    init(_ panel: PanelData, effects: PanelModel.Effects) throws(RegressionError) {
        let within = panel.design.names.indices.map { panel.withinUnits(panel.design.matrix.column($0)) }
        let responseWithin = panel.withinUnits(panel.response)
        columnsWithin = within
        self.responseWithin = responseWithin
        guard effects == .unitsAndPeriods, panel.periods.count > 1 else {
            (periodSystem, columnSlopes, columns, response) = (nil, [], within, responseWithin)
            return
        }
        let indicators = panel.periods.indices.dropFirst().map { period in
            (
                name: "\(panel.periods[period])",
                values: panel.withinUnits(panel.periodIndices.map { $0 == period ? 1.0 : 0 })
            )
        }
        let system = try LeastSquaresSystem(Design(intercept: false, columns: Array(indicators)))
        periodSystem = system
        let solutions = try within.map { (column) throws(RegressionError) in try system.solve(column) }
        columnSlopes = solutions.map(\.coefficients)
        columns = zip(within, solutions).map { cleared($1.residuals, against: $0) }
        response = try system.solve(responseWithin).residuals
    }

    /// How many parameters the effects take: the units, and the period indicators that are not constant within them.
    func parameters(_ panel: PanelData) -> Int { panel.unitNames.count + (periodSystem?.rank ?? 0) }
}
