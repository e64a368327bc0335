/// Random cosine features of what is known of a subject and its budget: a regression on them approximates one on a
/// Gaussian kernel (Rahimi and Recht, 2007), which tells apart the situations in which a budget is spent.
///
/// The k-th feature is cos(wₖ · z + bₖ) · min(|u| + 0.02, 1), with z the thirteen quantities of ``inputs`` and u the gap
/// between budget and last value; without a gap there is nothing to tell. Directions wₖ and phases bₖ are drawn once from a
/// seeded generator and are part of the format of stored models.
struct CosineBasis: Sendable {
    /// The number of features.
    static let count = 200
    /// The quantities that the cosines are taken of: nine budget features, roughness, length, size and reliability.
    static let inputs = 13
    /// The basis that all outlooks use.
    static let shared = CosineBasis(seed: 20_030_107)

    private static let features: [BudgetFeature] = [
        .gap, .correctedGap, .weightedGap, .reliableGap, .draft, .lastExecution, .budgetGrowth, .bias, .smallGap,
    ]

    private let directions: [Double]
    private let phases: [Double]

    init(seed: UInt64) {
        var generator = NormalGenerator(seed: seed)
        directions = (0..<(Self.count * Self.inputs)).map { _ in PanelConstants.Outlook.bandwidth * generator.normal() }
        phases = (0..<Self.count).map { _ in 2 * Double.pi * generator.uniform() }
    }

    /// Writes the features of one subject.
    ///
    /// - Parameters:
    ///   - budgetFeatures: those of ``BudgetFeature``.
    ///   - logMedianSize: of the panel at this origin.
    ///   - out: room for ``count`` values.
    func write(
        budgetFeatures: UnsafePointer<Double>, budget: BudgetSummary, summary: HistorySummary, logMedianSize: Double,
        out: UnsafeMutablePointer<Double>
    ) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.inputs) { z in
            // The cube root spreads the many small gaps and draws the few large ones together.
            for (place, feature) in Self.features.enumerated() {
                z[place] = 2 * cubeRoot(budgetFeatures[feature.rawValue])
            }
            let width = Self.features.count
            z[width] = naturalLog(max(summary.roughness / summary.size, 0.01)) + 1.5
            z[width + 1] = naturalLog(Double(summary.length)) - 1
            z[width + 2] = clipped(naturalLog(summary.size) - logMedianSize, 20) / 2
            z[width + 3] = 4 * (budget.reliability - 0.5)
            let height = min(abs(budgetFeatures[BudgetFeature.gap.rawValue]) + 0.02, 1)
            directions.withUnsafeBufferPointer { directions in
                for k in 0..<Self.count {
                    var angle = phases[k]
                    for i in 0..<Self.inputs { angle += directions[k * Self.inputs + i] * z[i] }
                    out[k] = height * cosine(angle)
                }
            }
        }
    }
}
