import LinearAlgebra
import Platform

/// A fitted panel model.
///
/// ```swift
/// fit.coefficients                                              // one per column
/// fit.unitEffects["a"]                                          // the constant of unit a
/// try fit.within.cooksDistances()                               // influence, in the order of fit.rows
/// try fit.predict(unit: "a", period: 2023, values: [43], level: 0.8).prediction
/// ```
public struct PanelFit: Sendable {
    /// Which constants the model has.
    public let effects: FixedEffectsModel.Effects
    /// The regression of the response on the columns, effects taken out of both. Its degrees of freedom count the effects,
    /// its leverages are those of the whole model, and its R² is the share of the variation within units (and periods) that
    /// the columns explain.
    public let within: LinearFit
    /// The constant of each unit, in units of the response; with period effects, in the first period.
    public let unitEffects: [String: Double]
    /// The effect of each period relative to the first; empty without period effects. A period whose effect the data do not
    /// determine has the least-norm value.
    public let periodEffects: [Int: Double]
    /// Units with one observation, which took no part.
    public let singletonUnits: [String]
    /// The rows, of those given, that took part; residuals and leverages are in this order.
    public let rows: [Int]
    let panel: PanelData
    let absorbed: AbsorbedEffects
    /// Columns that the effects explain entirely, so that their coefficients are not determined and stand at zero.
    public let absorbedColumns: [String]

    init(_ panel: PanelData, _ absorbed: AbsorbedEffects, effects: FixedEffectsModel.Effects) throws(RegressionError) {
        let names = panel.design.names
        absorbedColumns = names.indices.filter { j in absorbed.columns[j].allSatisfy { $0 == 0 } }.map { names[$0] }
        guard absorbedColumns.count < names.count else {
            throw .nothingToFit(
                Bilingual(
                    "效应已能解释所有列：\(names.joined(separator: "、"))",
                    "the effects explain every column: \(names.joined(separator: ", "))"))
        }
        let design = try Design(
            intercept: false, columns: zip(names, absorbed.columns).map { (name: $0, values: $1) })
        let system = try LeastSquaresSystem(design)
        let solution = try system.solve(absorbed.response)
        within = try Self.withinFit(panel, absorbed, design: design, system: system, solution: solution)
        let coefficients = solution.coefficients
        let rest = absorbed.responseWithin.indices.map { i in
            absorbed.responseWithin[i]
                - coefficients.indices.reduce(0) {
                    $0 + coefficients[$1] * absorbed.columnsWithin[$1][i]
                }
        }
        let slopes = try absorbed.periodSystem?.solve(rest).coefficients
        periodEffects =
            slopes.map { Dictionary(uniqueKeysWithValues: zip(panel.periods, [0] + $0)) } ?? [:]
        let remainders = panel.response.indices.map { i in
            let explained = coefficients.indices.reduce(0) { $0 + coefficients[$1] * panel.design.matrix[i, $1] }
            let period = panel.periodIndices[i]
            return panel.response[i] - explained - (period == 0 ? 0 : slopes?[period - 1] ?? 0)
        }
        unitEffects = Dictionary(uniqueKeysWithValues: zip(panel.unitNames, panel.unitMeans(remainders)))
        self.effects = effects
        self.panel = panel
        self.absorbed = absorbed
        singletonUnits = panel.singletonUnits
        rows = panel.rows
    }

    private static func withinFit(
        _ panel: PanelData, _ absorbed: AbsorbedEffects, design: Design, system: LeastSquaresSystem,
        solution: LeastSquaresSolution
    ) throws(RegressionError) -> LinearFit {
        let effects = absorbed.parameters(panel)
        var leverages = try system.leverages()
        let periodLeverages = try absorbed.periodSystem?.leverages()
        for i in leverages.indices {
            leverages[i] += 1 / Double(panel.unitCounts[panel.unitIndices[i]]) + (periodLeverages?[i] ?? 0)
            leverages[i] = min(leverages[i], 1)
        }
        let covariance = try system.unscaledCovariance()
        let data = FitData(design: design, response: absorbed.response, weights: nil)
        var warnings = system.warnings
        if data.observations <= effects + system.rank { warnings.append(.saturated) }
        if FitData(design: design, response: panel.response, weights: nil).isExact(solution.residuals) {
            warnings.append(.exactFit)
        }
        return LinearFit(
            estimator: .leastSquares, data: data, coefficients: solution.coefficients,
            residuals: solution.residuals, rank: system.rank, effectiveParameters: Double(effects + system.rank),
            details: .leastSquares, reciprocalCondition: system.reciprocalCondition, warnings: warnings,
            inference: Inference(
                unscaledCovariance: covariance, bread: covariance, workingWeights: nil, scale: nil,
                coefficientScale: nil, hat: .values(leverages), absorbedParameters: effects))
    }

    /// One per column of the design, in units of the response per unit of the column.
    public var coefficients: [Double] { within.coefficients }
    /// Response minus fitted value, effects included, for each of ``rows``.
    public var residuals: [Double] { within.residuals }
    /// The estimated standard deviation of the error; nil without degrees of freedom.
    public var residualStandardDeviation: Double? { within.residualStandardDeviation }
    /// What a reader has to know before relying on the fit.
    public var warnings: [FitWarning] { within.warnings }

    /// The share of the variance of the response that columns and effects explain together. Nil for a constant response.
    public var overallRSquared: Double? {
        let mean = weightedMean(panel.response, weights: nil)
        let total = panel.response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return total > 0 ? 1 - within.residualSumOfSquares / total : nil
    }
}
