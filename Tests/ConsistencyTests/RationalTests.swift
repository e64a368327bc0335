import Testing

@testable import Consistency

@Suite("Exact fractions")
struct RationalTests {
    @Test("a sum of fractions is exact")
    func sums() throws {
        let third = try #require(Rational(1, over: 3))
        #expect(third.plus(third)?.plus(third) == Rational(1))
    }

    @Test("a division by zero has no result")
    func zero() {
        #expect(Rational(5).divided(by: .zero) == nil)
    }

    @Test("a result that does not fit in 128 bits is no result, not a wrong one")
    func overflow() {
        let huge = Rational(Int128.max / 2)
        #expect(huge.times(Rational(4)) == nil)
    }

    @Test("fractions are ordered even where their cross products do not fit")
    func order() throws {
        let small = try #require(Rational(Int128.max / 3, over: 7))
        let large = try #require(Rational(Int128.max / 3 + 1, over: 7))
        #expect(small < large)
        #expect(!(large < small))
    }

    @Test(
        "rounding is half away from zero",
        arguments: [(1, 2, 1), (-1, 2, -1), (149, 100, 1), (5, 4, 1), (-7, 4, -2)])
    func rounding(numerator: Int, denominator: Int, expected: Int) throws {
        let value = try #require(Rational(Int128(numerator), over: Int128(denominator)))
        #expect(value.digits(decimals: 0) == Int64(expected))
    }
}
