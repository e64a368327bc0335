import Regression

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Recognises a figure written in the wrong unit (元 for 万元) or with its decimal point slipped.
///
/// The year's actual, its initial budget, last year's actual and the median of the years before it are four
/// accounts of one magnitude. A slip shows when one of them is a power of ten away from others that agree among
/// themselves. Real spending can also be ten times the budget, so the smaller the power the closer the figures have to
/// agree, and the steadier the subject has to have been, before it is called a slip.
struct SlipTest {
    /// A slipped figure: what it is, what it would be without the slip, in yuan, and by which power of ten it is off.
    struct Finding: Hashable, Sendable {
        let figure: SlippedFigure
        let stated: Double
        let expected: Double
        let power: Int
    }

    private let actual: Double
    private let budget: Double?
    private let previous: Double?
    private let older: Double?
    /// How far apart the known actuals of earlier years lie, in powers of ten.
    private let unrest: Double

    /// - Parameters:
    ///   - actual: the year's actual in yuan.
    ///   - budget: the year's initial budget; `nil` where there is none.
    ///   - previous: last year's actual.
    ///   - older: the actuals of the years before that.
    init(actual: Double, budget: Double?, previous: Double?, older: [Double]) {
        self.actual = actual
        self.budget = Self.positive(budget)
        self.previous = Self.positive(previous)
        var logs = older.map { $0 > 0 ? log10($0) : -1 }
        self.older = logs.isEmpty ? nil : Self.positive(pow(10, Median.moving(&logs)))
        unrest = (logs.last ?? 0) - (logs.first ?? 0)
    }

    /// The slip, if the figures show one that moves at least `materiality` yuan.
    func finding(materiality: Double) -> Finding? {
        guard actual > 0 else { return nil }
        let candidates: [(SlippedFigure, Double?, [Double?])] = [
            (blame, actual, [budget, previous, older]),
            (.initialBudget, budget, [actual, previous, older]),
            (.previousActual, previous, [actual, budget, older]),
        ]
        for (figure, stated, others) in candidates {
            let references = others.compactMap { $0 }
            // Two figures that differ cannot tell which of them slipped; the first candidate speaks for both.
            guard let stated, !references.isEmpty, figure.isCertain == (references.count > 1) else { continue }
            if let found = slip(of: stated, against: references), abs(found.expected - stated) >= materiality {
                return Finding(figure: figure, stated: stated, expected: found.expected, power: found.power)
            }
        }
        return nil
    }

    private var blame: SlippedFigure {
        switch (budget != nil, previous != nil, older != nil) {
        case (true, false, false): .actualOrBudget
        case (false, true, false): .actualOrPrevious
        default: .actual
        }
    }

    private func slip(of stated: Double, against references: [Double]) -> (power: Int, expected: Double)? {
        var logs = references.map { log10($0) }
        let centre = Median.moving(&logs)
        let spread = (logs.last ?? 0) - (logs.first ?? 0)
        let distance = log10(stated) - centre
        let power = Int(distance.rounded())
        guard power != 0, abs(power) <= 8,
            let tolerance = Self.tolerance(power: abs(power), references: references.count),
            abs(distance - Double(power)) <= tolerance, spread <= 2 * tolerance,
            unrest <= Self.unrest(power: abs(power))
        else { return nil }
        return (power, pow(10, centre))
    }

    /// How far, in powers of ten, a figure may lie from the exact slip. 10⁴ (元 for 万元, 万元 for 亿元) has no
    /// innocent explanation; 10 and 100 do, so there the figures have to agree to about a third.
    private static func tolerance(power: Int, references: Int) -> Double? {
        switch (power, references > 1) {
        case (4, true), (8, true): 0.5
        case (4, false), (8, false): 0.2
        case (3, true): 0.2
        case (2, true): 0.15
        case (1, true): 0.12
        default: nil
        }
    }

    /// How far apart earlier actuals may lie, in powers of ten: a subject that jumps tenfold by itself has no slips
    /// that could be told from its jumps.
    private static func unrest(power: Int) -> Double {
        min(2, 0.4 * Double(power))
    }

    private static func positive(_ value: Double?) -> Double? {
        value.flatMap { $0 > 0 ? $0 : nil }
    }
}
