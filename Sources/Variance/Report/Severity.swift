#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much a departure matters: size and surprise together.
///
/// For one flag, with `d` the money by which the figure departs, `u` the part of it that the ordinary does not
/// account for, `m` the unit's materiality (``AnomalyThresholds/materiality(ofTotal:)``) and `z` the surprise,
///
///     severity = max(√log₂(1 + u/m) · z²/2, log₂(1 + d/m) · z₀²/2)
///
/// Surprise counts as the normal distribution counts it: z²/2 is minus the logarithm of the density, so two independent
/// surprises would add up. Size counts by doublings, and under a root, so that it orders what is equally surprising and
/// does not carry the ordinary noise of large subjects to the top. A material departure that surprises nobody scores
/// next to nothing, and neither does a surprising trifle. `z₀` (``FlagKind/leastSurprise``) is for departures that have to
/// be explained however ordinary they are, spending without a budget above all; among those it is size that counts.
///
/// A subject's severity is the root of the sum over the families (``FlagFamily``) of the square of the family's
/// largest flag: flags of one family tell of the same departure and count once, departures from the plan and
/// from earlier years confirm each other.
package enum Severity {
    /// The surprise of a recognised slip of a unit or decimal point: nothing ordinary looks like one.
    package static let slipSurprise = 8.0

    /// The surprise of a slip in last year's actual, which is old news but spoils the comparison.
    package static let oldSlipSurprise = 2.0

    /// The severity of one flag.
    ///
    /// - Parameters:
    ///   - kind: what does not fit.
    ///   - departure: the money by which the figure departs, in yuan.
    ///   - unexplained: the part of it that the ordinary does not account for.
    ///   - materiality: the unit's materiality in yuan.
    ///   - surprise: the surprise of the unexplained part.
    package static func of(
        _ kind: FlagKind, departure: Double, unexplained: Double, materiality: Double, surprise: Double
    ) -> Double {
        guard materiality > 0 else { return 0 }
        return max(
            doublings(unexplained, materiality).squareRoot() * square(max(0, surprise)) / 2,
            doublings(departure, materiality) * square(kind.leastSurprise) / 2)
    }

    private static func doublings(_ yuan: Double, _ materiality: Double) -> Double {
        log2(1 + abs(yuan) / materiality)
    }

    /// The severity of a subject with these flags.
    package static func of(_ flags: [AnomalyFlag]) -> Double {
        var largest: [FlagFamily: Double] = [:]
        for flag in flags { largest[flag.family] = max(largest[flag.family] ?? 0, flag.severity) }
        return FlagFamily.allCases.reduce(0) { $0 + square(largest[$1] ?? 0) }.squareRoot()
    }

    private static func square(_ value: Double) -> Double { value * value }
}
