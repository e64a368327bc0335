#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Recognises a figure written in the wrong unit (元 for 万元) or with its decimal point slipped.
///
/// The year's actual, its initial budget, last year's actual and the median of the years before it are four
/// accounts of one magnitude. A slip shows when one of them is a power of ten away from others that agree among
/// themselves. Real spending can also be ten times the budget, so the smaller the power the closer the figures
/// have to agree before it is called a slip.
struct SlipTest {
    /// A slipped figure: what it is, what it would be without the slip, in yuan, and by which power of ten it is off.
    struct Finding: Hashable, Sendable {
        let figure: SlippedFigure
        let stated: Double
        let expected: Double
        let power: Int
    }

    let actual: Double
    let budget: Double?
    let previous: Double?
    let older: Double?

    /// The slip, if the figures show one that moves at least `materiality` yuan.
    func finding(materiality: Double) -> Finding? {
        guard actual > 0 else { return nil }
        let budget = Self.positive(budget)
        let previous = Self.positive(previous)
        let older = Self.positive(older)
        let candidates: [(SlippedFigure, Double?, [Double?])] = [
            (Self.blame(budget: budget, previous: previous, older: older), actual, [budget, previous, older]),
            (.initialBudget, budget, [actual, previous, older]),
            (.previousActual, previous, [actual, budget, older]),
        ]
        for (figure, stated, others) in candidates {
            let references = others.compactMap { $0 }
            // Two figures that differ cannot tell which of them slipped; the first candidate speaks for both.
            guard let stated, !references.isEmpty, figure.isCertain == (references.count > 1) else { continue }
            if let found = Self.slip(of: stated, against: references), abs(found.expected - stated) >= materiality {
                return Finding(figure: figure, stated: stated, expected: found.expected, power: found.power)
            }
        }
        return nil
    }

    private static func positive(_ value: Double?) -> Double? {
        value.flatMap { $0 > 0 ? $0 : nil }
    }

    private static func blame(budget: Double?, previous: Double?, older: Double?) -> SlippedFigure {
        switch (budget != nil, previous != nil, older != nil) {
        case (true, false, false): .actualOrBudget
        case (false, true, false): .actualOrPrevious
        default: .actual
        }
    }

    private static func slip(of stated: Double, against references: [Double]) -> (power: Int, expected: Double)? {
        let logs = references.map { log10($0) }
        guard let low = logs.min(), let high = logs.max() else { return nil }
        var scratch = logs
        let centre = RobustScale.median(&scratch)
        let distance = log10(stated) - centre
        let power = Int(distance.rounded())
        guard power != 0, abs(power) <= 8 else { return nil }
        let tolerance = tolerance(power: abs(power), references: references.count)
        guard abs(distance - Double(power)) <= tolerance, high - low <= 2 * tolerance else { return nil }
        return (power, pow(10, centre))
    }

    /// How far, in powers of ten, a figure may lie from the exact slip. 10⁴ (元 for 万元, 万元 for 亿元) has no
    /// innocent explanation; 10 and 100 do, so there the figures have to agree to about a quarter.
    private static func tolerance(power: Int, references: Int) -> Double {
        switch (power, references > 1) {
        case (4, true), (8, true): 0.5
        case (4, false), (8, false): 0.2
        case (3, true): 0.2
        case (1, true), (2, true): 0.1
        default: -1
        }
    }
}
