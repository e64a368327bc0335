import FinalAccounts
import Platform

/// How a wrong number came of the right one, as far as the digits tell.
enum Slip: Hashable, Sendable {
    /// Two digits changed places.
    case transposed
    /// The decimal point moved by so many places.
    case decimalPoint(places: Int)
    /// A fraction of one with a percent sign behind it.
    case fraction
    /// 元 for 万元 or the other way: a factor of ten thousand; 亿 likewise.
    case unit
    /// The sign, or the word for the direction, is the wrong one.
    case sign
    /// One digit is another.
    case digit
    /// One digit is missing or one too many.
    case dropped
    /// It is last year's figure.
    case staleYear
    /// It is the figure of something else.
    case otherFigure(Bilingual)

    /// Compares a wrong value with the right one; both in the same unit.
    ///
    /// - Parameter decimals: digits behind the point that count.
    init?(wrong: Rational, right: Rational, decimals: Int) {
        guard wrong != right, !wrong.isZero, !right.isZero else { return nil }
        if wrong == right.negated {
            self = .sign
            return
        }
        if let slip = Self.power(wrong, right) {
            self = slip
            return
        }
        guard let first = wrong.magnitude.digits(decimals: decimals),
            let second = right.magnitude.digits(decimals: decimals), wrong.isNegative == right.isNegative
        else { return nil }
        let slip = Self.digits(Array(String(first).utf8), Array(String(second).utf8))
        guard let slip else { return nil }
        self = slip
    }

    /// The slip of the hand that leads from a number to one within reach of the right one, and the number it was
    /// made of: rounding blurs what other figures say the number should be.
    static func near(_ wrong: StatedNumber, right: Rational, within reach: Rational) -> (slip: Slip, value: Rational)? {
        guard !wrong.value.isZero, !right.isZero, let gap = wrong.value.minus(right)?.magnitude, gap > reach else {
            return nil
        }
        func fits(_ value: Rational?) -> Bool { value.map { Rational.differ($0, right, atMost: reach) } ?? false }
        if fits(wrong.value.negated) { return (.sign, wrong.value.negated) }
        for places in [1, -1, 2, -2, 3, -3] {
            if let value = wrong.value.times(.ten(toThe: places)), fits(value) {
                return (.decimalPoint(places: abs(places)), value)
            }
        }
        for places in [4, -4, 8, -8] {
            if let value = wrong.value.times(.ten(toThe: places)), fits(value) { return (.unit, value) }
        }
        // Within a wide reach some two digits can always be transposed.
        guard let step = wrong.printedHalf.times(Rational(2)), let twice = reach.times(Rational(4)), twice < gap,
            let digits = wrong.value.divided(by: step)?.digits(decimals: 0)
        else { return nil }
        for value in transpositions(digits) {
            guard let value = Rational(value).times(step), fits(value) else { continue }
            return (.transposed, value)
        }
        return nil
    }

    /// A number with two different neighbouring digits exchanged.
    private static func transpositions(_ number: Int64) -> [Int64] {
        let digits = Array(String(number.magnitude).utf8)
        return digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] }.compactMap { place in
            var swapped = digits
            swapped.swapAt(place, place + 1)
            return Int64(String(decoding: swapped, as: UTF8.self)).map { number < 0 ? -$0 : $0 }
        }
    }

    private static func power(_ wrong: Rational, _ right: Rational) -> Slip? {
        guard let factor = wrong.divided(by: right) else { return nil }
        for places in 1...3 where factor == .ten(toThe: places) || factor == .ten(toThe: -places) {
            return .decimalPoint(places: places)
        }
        let units = [4, -4, 8, -8].map { Rational.ten(toThe: $0) }
        return units.contains(factor) ? .unit : nil
    }

    private static func digits(_ wrong: [UInt8], _ right: [UInt8]) -> Slip? {
        if wrong.count == right.count {
            let places = wrong.indices.filter { wrong[$0] != right[$0] }
            if places.count == 1 { return .digit }
            if places.count == 2, wrong[places[0]] == right[places[1]], wrong[places[1]] == right[places[0]] {
                return .transposed
            }
            return nil
        }
        let (longer, shorter) = wrong.count > right.count ? (wrong, right) : (right, wrong)
        guard longer.count == shorter.count + 1 else { return nil }
        let start = zip(longer, shorter).prefix { $0 == $1 }.count
        return longer[(start + 1)...].elementsEqual(shorter[start...]) ? .dropped : nil
    }

    /// What happened, as a clause.
    var wording: Bilingual {
        switch self {
        case .transposed: Bilingual("数字顺序颠倒", "two digits are transposed")
        case .decimalPoint(let places):
            Bilingual("小数点错位\(places)位", "the decimal point slipped by \(places)")
        case .fraction: Bilingual("小数未化为百分数", "a fraction is written as a percentage")
        case .unit: Bilingual("元与万元混淆", "“元” and “万元” are confused")
        case .sign: Bilingual("增减方向相反", "the direction is the opposite")
        case .digit: Bilingual("有一位数字不同", "one digit differs")
        case .dropped: Bilingual("多写或漏写一位数字", "a digit is missing or doubled")
        case .staleYear: Bilingual("误用上年数", "it is last year's figure")
        case .otherFigure(let name): Bilingual("误用“\(name.zhHans)”的数", "it is the figure of \(name.en)")
        }
    }
}
