import LinearAlgebra

/// A linear model of several units over several periods, with a constant of its own for each unit and, if wanted, for each
/// period.
///
/// y_it = x_it'b + α_i (+ γ_t) + e_it. Unit effects are taken out by subtracting each unit's means (the within transform);
/// period effects by projection on what is left of their indicators, which is exact for unbalanced panels too
/// (Frisch–Waugh–Lovell).
///
/// ```swift
/// let fit = try FixedEffectsModel(effects: .unitsAndPeriods).fit(
///     Design(intercept: false, ["staff": [41, 42, 40, 11, 12, 15]]), [9.1, 9.6, 9.2, 3.0, 3.4, 4.4],
///     units: ["a", "a", "a", "b", "b", "b"], periods: [2021, 2022, 2023, 2021, 2022, 2023])
/// for row in try fit.coefficientTable(.clustered) { print(row.name, row.estimate, row.standardError) }
/// ```
public struct FixedEffectsModel: Sendable, Equatable {
    /// Which constants the model has.
    public enum Effects: Sendable, Equatable {
        /// One for each unit.
        case units
        /// One for each unit and one for each period but the first.
        case unitsAndPeriods
    }

    /// Which constants the model has.
    public var effects: Effects

    /// A model with the given effects.
    public init(effects: Effects) { self.effects = effects }

    /// Estimates the coefficients by least squares.
    ///
    /// Units with a single observation say nothing about the coefficients and are left out
    /// (``PanelFit/singletonUnits``).
    ///
    /// - Parameters:
    ///   - design: observations × columns, without an intercept (the unit effects contain it).
    ///   - response: one per observation.
    ///   - units: the unit of each observation.
    ///   - periods: the period of each observation.
    /// - Throws: `shapeMismatch`, `notFinite`; `nothingToFit` when no unit has two observations or all columns are constant
    ///   within units (and, with period effects, the same for all units).
    public func fit(
        _ design: Design, _ response: [Double], units: [String], periods: [Int]
    ) throws(RegressionError) -> PanelFit {
        let panel = try PanelData(design, response, units: units, periods: periods)
        let absorbed = try AbsorbedEffects(panel, effects: effects)
        return try PanelFit(panel, absorbed, effects: effects)
    }
}
