import Regression

/// The answers of all subjects of a ledger to one question.
struct SurpriseColumn {
    /// For each subject the surprise in standard deviations of a normal distribution; NaN where nothing could be asked.
    let surprises: [Double]
    private let adjusted: [Double]
    private let tests: Int

    /// - Parameters:
    ///   - surprises: signed or not; NaN where nothing could be asked.
    ///   - falseDiscoveryRate: the rate up to which adjusted p-values are needed.
    init(_ surprises: [Double], falseDiscoveryRate: Double) {
        let normal = Normal()
        self.surprises = surprises
        // Tests that show nothing, nearly all of them, are spared their tail.
        let least = normal.upperQuantile(falseDiscoveryRate / 2) - 1e-9
        let pValues = surprises.map { $0.isNaN ? .nan : abs($0) < least ? 1 : 2 * normal.upperTail(abs($0)) }
        adjusted = BenjaminiHochberg.adjusted(pValues, upTo: falseDiscoveryRate)
        tests = surprises.count { !$0.isNaN }
    }

    /// Makes the column from surprises whose tails may be heavier than those of the normal distribution.
    init(stretching surprises: [Double], falseDiscoveryRate: Double) {
        let stretch = Self.stretch(surprises)
        self.init(surprises.map { $0 / stretch }, falseDiscoveryRate: falseDiscoveryRate)
    }

    /// The size of one subject's surprise; `nil` where nothing could be asked.
    subscript(subject: Int) -> Double? {
        surprises[subject].isNaN ? nil : abs(surprises[subject])
    }

    /// How one subject fared among all.
    func significance(of subject: Int) -> Significance {
        Significance(
            pValue: 2 * Normal().upperTail(abs(surprises[subject])), falseDiscoveryRate: adjusted[subject], tests: tests
        )
    }

    /// What surprises have to be divided by so that one in twenty reaches the normal distribution's 95% point and one in
    /// forty its 97.5% point, as they should where nothing is out of the ordinary; the larger of the two.
    ///
    /// Up to one subject in forty may be a true anomaly without spoiling the estimate. Small samples only stretch, as a
    /// handful of calm years is no proof of calm; very small ones say nothing.
    static func stretch(_ surprises: some Sequence<Double>) -> Double {
        var sizes = surprises.lazy.filter { !$0.isNaN }.map { abs($0) } as [Double]
        guard sizes.count >= 100 else { return 1 }
        let points = [(0.95, 1.959_964), (0.975, 2.241_403)].map { level, normal in
            Selection.element(at: Int(level * Double(sizes.count - 1)), of: &sizes) / normal
        }
        return max(sizes.count >= 500 ? 0.5 : 1, points.max() ?? 1)
    }
}
