/// An unevaluated sum of two doubles, `high + low`, with about 106 significant bits.
///
/// Serves where a residual must be known to more digits than its terms are stored with. Sources: Dekker,
/// "A floating-point technique for extending the available precision" (1971), for the product; Knuth, TAOCP
/// vol. 2, 4.2.2, for the sum. The product is split rather than fused: without an FMA in the baseline instruction
/// set the fused form is a library call, the split form vectorizes.
package struct DoubleDouble: Sendable {
    /// The value rounded to a double.
    package var high: Double
    /// What rounding left over.
    package var low: Double

    /// A double as it is.
    @inline(__always)
    package init(_ value: Double) {
        high = value
        low = 0
    }

    /// The unevaluated sum of two doubles that do not overlap.
    @inline(__always)
    package init(high: Double, low: Double) {
        self.high = high
        self.low = low
    }

    /// The exact product of two doubles; their magnitudes must stay below 2^996.
    @inline(__always)
    package static func product(_ a: Double, _ b: Double) -> DoubleDouble {
        let splitter = 0x1p27 + 1
        let (wideA, wideB) = (splitter * a, splitter * b)
        let (aHigh, bHigh) = (wideA - (wideA - a), wideB - (wideB - b))
        let (aLow, bLow) = (a - aHigh, b - bHigh)
        let p = a * b
        return DoubleDouble(high: p, low: ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
    }

    /// Adds another such sum, with an error of a few units in the 104th bit of the larger operand.
    @inline(__always)
    package mutating func add(_ other: DoubleDouble) {
        let sum = high + other.high
        let back = sum - high
        let error = (high - (sum - back)) + (other.high - back)
        let rest = error + (low + other.low)
        high = sum + rest
        low = rest - (high - sum)
    }

    /// Adds the product of two doubles.
    @inline(__always)
    package mutating func add(product a: Double, _ b: Double) {
        add(DoubleDouble.product(a, b))
    }
}

extension DoubleDouble {
    /// Multiplies by a double, with an error of a few units in the 104th bit.
    package mutating func multiply(by factor: Double) {
        var result = DoubleDouble.product(high, factor)
        result.add(DoubleDouble(low * factor))
        self = result
    }
}
