/// What the draft of small bodies is learned from: the rows of one length of history.
///
/// Rows of many sets of bodies, one behind the other, are those of all of them: who sums their cross products over partitions
/// fits the model of the whole (bodies of more than eighty subjects are drawn from by lot and differ).
package struct DraftRows: Sendable {
    /// The features of each row: those of the draft's core, the last value in sizes, and that times the body's growth.
    package let features: [[Double]]
    /// The change of each row, in sizes.
    package let response: [Double]
    /// What each row counts; those of a body and year add up to at most one.
    package let weights: [Double]
}

/// How such rows are solved: ridge regression with Huber's loss, columns brought to a weighted root mean square of one.
package struct DraftSolving: Sendable {
    /// λ of each column as a share of the rows.
    package let penalties: [Double]
    /// Residuals up to this size count squared.
    package let threshold: Double
    /// The share of the solution that is kept.
    package let kept: Double
    /// Where the coefficients of the core's features stand in those of a stored draft.
    package let places: [Int]
}
