/// An exact fraction, for amounts in 分, percentages, counts and marks alike.
///
/// Operations return `nil` when a result does not fit in 128 bits: a check that cannot be made exactly is
/// not made.
struct Rational: Hashable, Comparable, Sendable {
    /// Reduced against ``denominator``; carries the sign.
    let numerator: Int128
    /// Positive.
    let denominator: Int128

    static let zero = Rational(0)
    static let hundred = Rational(100)

    init(_ integer: some BinaryInteger) {
        numerator = Int128(integer)
        denominator = 1
    }

    /// The reduced fraction; `nil` for a denominator of zero.
    init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / Int128(divisor))
        self.denominator = sign * (denominator / Int128(divisor))
    }

    var isNegative: Bool { numerator < 0 }
    var isZero: Bool { numerator == 0 }
    var magnitude: Rational { isNegative ? negated : self }
    var negated: Rational { Rational(reduced: -numerator, denominator) }
    /// Near enough to try by; what is found is told by the fraction.
    var approximation: Double { Double(numerator) / Double(denominator) }

    private init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    func plus(_ other: Rational) -> Rational? {
        if denominator == other.denominator {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            return overflow ? nil : Rational(sum, over: denominator)
        }
        let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, third) = left.addingReportingOverflow(right)
        let (product, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
        return first || second || third || fourth ? nil : Rational(sum, over: product)
    }

    func minus(_ other: Rational) -> Rational? { plus(other.negated) }

    func times(_ other: Rational) -> Rational? {
        // Reducing crosswise first keeps the products small.
        guard let left = Rational(numerator, over: other.denominator),
            let right = Rational(other.numerator, over: denominator)
        else { return nil }
        let (top, first) = left.numerator.multipliedReportingOverflow(by: right.numerator)
        let (bottom, second) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        return first || second ? nil : Rational(top, over: bottom)
    }

    /// `nil` for a divisor of zero.
    func divided(by other: Rational) -> Rational? {
        guard let inverse = Rational(other.denominator, over: other.numerator) else { return nil }
        return times(inverse)
    }

    /// The sum; `nil` if any step does not fit.
    static func sum(_ values: some Sequence<Rational>) -> Rational? {
        var total = Rational.zero
        for value in values {
            guard let next = total.plus(value) else { return nil }
            total = next
        }
        return total
    }

    /// Ten to a power, negative powers included.
    static func ten(toThe power: Int) -> Rational {
        var result: Int128 = 1
        for _ in 0..<min(power.magnitude, 37) { result *= 10 }
        return power < 0 ? Rational(reduced: 1, result) : Rational(reduced: result, 1)
    }

    /// Whether the difference of two values is at most a bound; `false` when it cannot be told.
    static func differ(_ left: Rational, _ right: Rational, atMost bound: Rational) -> Bool {
        guard let difference = left.minus(right) else { return false }
        return difference.magnitude <= bound
    }

    static func < (left: Rational, right: Rational) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let (first, overflow) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (second, another) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        if !overflow && !another { return first < second }
        // Wider than 128 bits: whole parts first, then the remainders.
        let (leftWhole, leftRest) = left.numerator.quotientAndRemainder(dividingBy: left.denominator)
        let (rightWhole, rightRest) = right.numerator.quotientAndRemainder(dividingBy: right.denominator)
        if leftWhole != rightWhole { return leftWhole < rightWhole }
        return Double(leftRest) / Double(left.denominator) < Double(rightRest) / Double(right.denominator)
    }

    /// The value times a power of ten, rounded half away from zero; `nil` if it does not fit.
    func digits(decimals: Int) -> Int64? {
        guard let scaled = times(Rational.ten(toThe: decimals)) else { return nil }
        let (quotient, remainder) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
        let away = remainder.magnitude * 2 >= scaled.denominator.magnitude
        return Int64(exactly: away ? quotient + (isNegative ? -1 : 1) : quotient)
    }

    /// The value times a power of ten, cut off towards zero; `nil` if it does not fit.
    func cutDigits(decimals: Int) -> Int64? {
        guard let scaled = times(Rational.ten(toThe: decimals)) else { return nil }
        return Int64(exactly: scaled.numerator / scaled.denominator)
    }

    private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (left, right) = (first, second)
        while right != 0 { (left, right) = (right, left % right) }
        return max(left, 1)
    }
}
