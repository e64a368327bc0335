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
///     severity = max(log₂(1 + u/m) · z, log₂(1 + d/m) · z₀)
///
/// so that a material departure that surprises nobody scores next to nothing, and neither does a surprising trifle.
/// `z₀` (``FlagKind/leastSurprise``) keeps departures that have to be explained in any case in order of size.
/// The logarithm says that ten times the money is a step more serious, not ten times; one step is a doubling.
/// A subject's severity is the root of the sum over the families (``FlagFamily``) of the square of the family's
/// largest flag: flags of one family tell of the same departure and count once, departures from the plan and
/// from earlier years confirm each other.
public enum Severity {
    /// The surprise of a recognised slip of a unit or decimal point: nothing ordinary looks like one.
    public static let slipSurprise = 8.0

    /// The severity of one flag.
    ///
    /// - Parameters:
    ///   - kind: what does not fit.
    ///   - departure: the money by which the figure departs, in yuan.
    ///   - unexplained: the part of it that the ordinary does not account for.
    ///   - materiality: the unit's materiality in yuan.
    ///   - surprise: the surprise of the unexplained part.
    public static func of(
        _ kind: FlagKind, departure: Double, unexplained: Double, materiality: Double, surprise: Double
    ) -> Double {
        guard materiality > 0 else { return 0 }
        return max(
            log2(1 + abs(unexplained) / materiality) * max(0, surprise),
            log2(1 + abs(departure) / materiality) * kind.leastSurprise)
    }

    /// The severity of a subject with these flags.
    public static func of(_ flags: [AnomalyFlag]) -> Double {
        var largest: [FlagFamily: Double] = [:]
        for flag in flags { largest[flag.kind.family] = max(largest[flag.kind.family] ?? 0, flag.severity) }
        return FlagFamily.allCases.reduce(0) { $0 + square(largest[$1] ?? 0) }.squareRoot()
    }

    private static func square(_ value: Double) -> Double { value * value }
}
