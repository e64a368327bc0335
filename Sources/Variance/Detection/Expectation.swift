/// The range that is no surprise, on the ``AmountScale``: from the lowest to the highest of several expectations.
///
/// A figure that agrees with any one of them, or lies between two, does not depart: growth that last year's level
/// explains needs no trend, a return to the median of earlier years is not a fall. Flags that hold against every
/// expectation are few, and mostly right.
struct Expectation {
    private(set) var low: Double
    private(set) var high: Double

    init(_ position: Double) {
        low = position
        high = position
    }

    mutating func include(_ position: Double) {
        low = min(low, position)
        high = max(high, position)
    }

    /// The edge nearest to a position; the position itself inside the range.
    func nearest(to position: Double) -> Double { min(max(position, low), high) }

    /// How far a position lies outside; negative below, 0 inside.
    func departure(of position: Double) -> Double { position - nearest(to: position) }
}
