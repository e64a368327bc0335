/// Round numbers along an axis, in steps of 1, 2 or 5 times a power of ten.
struct AxisTicks: Hashable, Sendable {
    /// The ticks, ascending; the first is at or below the data, the last at or above.
    let values: [Double]

    /// Chooses ticks.
    ///
    /// - Parameters:
    ///   - range: what the axis has to show; zero is always on it.
    ///   - count: about how many steps are wanted.
    init(covering range: ClosedRange<Double>, count: Int) {
        let low = min(0, range.lowerBound)
        let high = max(0, range.upperBound)
        guard high > low else {
            values = [0, 1]
            return
        }
        let step = Self.roundStep((high - low) / Double(max(1, count)))
        let first = Int((low / step).rounded(.down))
        let last = Int((high / step).rounded(.up))
        values = (first...last).map { Double($0) * step }
    }

    /// The lowest value of the axis.
    var low: Double { values.first ?? 0 }
    /// The highest value of the axis.
    var high: Double { values.last ?? 1 }

    /// How many decimals the labels need.
    var decimals: Int {
        guard values.count > 1 else { return 0 }
        let step = values[1] - values[0]
        return step >= 1 ? 0 : step >= 0.1 ? 1 : 2
    }

    private static func roundStep(_ rough: Double) -> Double {
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        let scaled = rough / power
        return power * (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10)
    }
}
