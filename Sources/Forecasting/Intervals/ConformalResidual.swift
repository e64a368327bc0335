/// One forecast error of a past origin, as the calibration of intervals sees it.
struct ConformalResidual: Sendable {
    /// The column that was forecast.
    var column: Int
    /// The absolute error over the error scale of the subject at that origin.
    var ratio: Double
    /// The logarithm of the subject's size over the panel's median size.
    var relativeSize: Double
    /// Whether the subject had a budget: last year's for a draft, the target year's for an outlook.
    var isBudgeted: Bool
}
