import FinalAccounts
import Narration

/// Seeded random accounts that agree with themselves, for tests and studies.
///
/// The figures are synthetic: every line carries ``Origin/synthetic``. Sums, rates, shares and changes
/// follow from the lines exactly as printed.
///
/// ```swift
/// let sample = try SampleDisclosure(seed: 7).make()
/// let text = NarrativeWriter(style: .running).write(sample).text
/// ```
package struct SampleDisclosure: Sendable {
    /// Decides everything about the sample.
    package var seed: UInt64
    /// How many lines; `nil` for a random number from 1 to 40.
    package var lineCount: Int?

    /// Creates a recipe.
    package init(seed: UInt64, lineCount: Int? = nil) {
        self.seed = seed
        self.lineCount = lineCount
    }

    /// Makes the sample.
    /// - Throws: `AmountError`, in theory: sample amounts are far from the bounds.
    package func make() throws(AmountError) -> StatedAccounts {
        var maker = SampleMaker(seed: seed)
        return try maker.make(lineCount: lineCount)
    }
}
