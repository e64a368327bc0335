/// How a flag that rests on a statistic fared among all subjects that were put to the same test.
package struct Significance: Hashable, Sendable {
    /// The probability of a departure at least as large where nothing is out of the ordinary.
    package let pValue: Double
    /// The p-value adjusted for the number of tests (Benjamini and Hochberg 1995): the share of false flags in a list
    /// that goes down to this one.
    package let falseDiscoveryRate: Double
    /// How many subjects were put to the test.
    package let tests: Int
}
