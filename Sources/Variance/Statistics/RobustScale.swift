import Regression

/// A centre and a spread that a few wild values cannot move: median and median absolute deviation.
///
/// The spread is 1.4826 times the median absolute deviation, which estimates the standard deviation where the
/// values are normal (Hampel 1974); up to half of the values may be arbitrary.
struct RobustScale: Hashable, Sendable {
    /// The median; 0 for no values.
    let centre: Double
    /// 1.4826 times the median absolute deviation; 0 for fewer than two values.
    let spread: Double
    /// How many values went in.
    let count: Int

    /// The factor that makes the median absolute deviation of a normal distribution its standard deviation.
    static let consistency = 1.482_602_218_505_602

    init(_ values: [Double]) {
        var scratch = values
        count = scratch.count
        centre = Median.moving(&scratch)
        for index in scratch.indices { scratch[index] = abs(scratch[index] - centre) }
        spread = Self.consistency * Median.moving(&scratch)
    }
}
