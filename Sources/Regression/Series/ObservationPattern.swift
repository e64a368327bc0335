/// Which periods of a series were observed.
///
/// Series with the same pattern share one factorization.
public struct ObservationPattern: Hashable, Sendable {
    /// The number of periods, observed or not.
    public let periods: Int
    private var first: UInt64 = 0
    /// Periods from 64 on; empty for short series, which then hash without touching memory of their own.
    private var rest: [UInt64] = []

    /// The pattern of a series in which NaN stands for a missing value.
    init(_ values: UnsafeBufferPointer<Double>) {
        periods = values.count
        if values.count > 64 { rest = [UInt64](repeating: 0, count: (values.count - 1) / 64) }
        for i in 0..<values.count where !values[i].isNaN {
            if i < 64 { first |= 1 << UInt64(i) } else { rest[i / 64 - 1] |= 1 << UInt64(i % 64) }
        }
    }

    /// The pattern with every period observed.
    init(complete periods: Int) {
        self.periods = periods
        if periods > 64 { rest = [UInt64](repeating: .max, count: (periods - 1) / 64) }
        first = .max
        for i in periods..<Swift.max((periods + 63) / 64 * 64, periods) {
            if i < 64 { first &= ~(1 << UInt64(i)) } else { rest[i / 64 - 1] &= ~(1 << UInt64(i % 64)) }
        }
    }

    /// Whether period `i`, from 0, was observed.
    public func isObserved(_ i: Int) -> Bool {
        precondition(i >= 0 && i < periods, "period out of range")
        return i < 64 ? first >> UInt64(i) & 1 == 1 : rest[i / 64 - 1] >> UInt64(i % 64) & 1 == 1
    }

    /// The observed periods, ascending.
    public var observed: [Int] { (0..<periods).filter(isObserved) }

    /// The number of observed periods.
    public var count: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }
}
