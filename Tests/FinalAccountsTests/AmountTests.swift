import SeededNumbers
import Testing

@testable import FinalAccounts

@Suite("Amount")
struct AmountTests {
    @Test(
        "Printed sums are read exactly in their unit",
        arguments: [
            ("11092.59", AmountUnit.wan, 11_092_590_000),
            ("11,092.59", .wan, 11_092_590_000),
            ("4000.953", .wan, 4_000_953_000),
            ("3.065", .yi, 30_650_000_000),
            ("０．３", .wan, 300_000),
            ("(12.5)", .yuan, -1_250),
            ("－7", .yuan, -700),
            (" 0.5 ", .wan, 500_000),
            ("1234", .none, 123_400),
        ])
    func readsPrintedSums(text: String, unit: AmountUnit, minorUnits: Int64) throws {
        #expect(try Amount(parsing: text, unit: unit).minorUnits == minorUnits)
    }

    @Test(
        "A text that is no number is refused with the text in the error",
        arguments: [
            "", "-", "12..5", "1 2", "abc", "12万", ",5", "5-", "()", "(5", "NaN", "1e5", "12345678901234567890",
        ])
    func refusesOtherText(text: String) {
        #expect(throws: AmountError.notANumber(text)) { try Amount(parsing: text, unit: .wan) }
    }

    @Test("A fraction of a 分 is refused instead of rounded")
    func refusesFractionsOfAFen() {
        #expect(throws: AmountError.self) { try Amount(parsing: "0.001", unit: .yuan) }
        #expect(throws: Never.self) { try Amount(parsing: "0.000001", unit: .wan) }
        #expect(throws: Never.self) { try Amount(parsing: "0.010", unit: .yuan) }
    }

    @Test("Arithmetic that does not fit is an error, never a wrap")
    func overflowIsAnError() throws {
        let largest = Amount(minorUnits: .max)
        let smallest = Amount(minorUnits: .min)
        #expect(throws: AmountError.overflow) { try largest.adding(Amount(minorUnits: 1)) }
        #expect(throws: AmountError.overflow) { try smallest.subtracting(Amount(minorUnits: 1)) }
        #expect(throws: AmountError.overflow) { try smallest.negated() }
        #expect(throws: AmountError.overflow) { try largest.multiplied(by: 2) }
        #expect(throws: AmountError.overflow) { try Amount(parsing: "999999999999999999", unit: .yi) }
        #expect(throws: AmountError.overflow) { try Amount(rounding: .nan) }
        #expect(throws: AmountError.overflow) { try Amount(rounding: 1e20) }
        #expect(try Amount.sum([largest, largest, smallest, smallest]) == Amount(minorUnits: -2))
    }

    @Test("A sum of no amounts is zero")
    func emptySum() throws {
        #expect(try Amount.sum([]) == .zero)
    }

    @Test(
        "Writing rounds halves away from zero and groups thousands",
        arguments: [
            (Int64(11_092_590_000), 2, true, "11,092.59"),
            (11_092_595_000, 2, false, "11092.60"),
            (-11_092_595_000, 2, false, "-11092.60"),
            (11_092_594_999, 2, false, "11092.59"),
            (4_999, 2, false, "0.00"),
            (-4_999, 2, false, "0.00"),
            (5_000, 2, false, "0.01"),
            (500_000, 0, false, "1"),
            (300_000, 8, false, "0.30000000"),
        ])
    func writesRounded(minorUnits: Int64, decimals: Int, grouping: Bool, expected: String) {
        let amount = Amount(minorUnits: minorUnits)
        #expect(amount.formatted(unit: .wan, decimals: decimals, grouping: grouping) == expected)
    }

    @Test("Every amount reads back from what it writes, in every unit")
    func roundTripsThroughText() throws {
        var random = SeededGenerator(seed: 20_231)
        for _ in 0..<2_000 {
            let shift = Int64.random(in: 0...20, using: &random)
            let amount = Amount(
                minorUnits: Int64.random(in: -100_000_000_000_000...100_000_000_000_000, using: &random) >> shift)
            for unit in AmountUnit.allCases {
                #expect(try Amount(parsing: amount.formatted(unit: unit), unit: unit) == amount)
                #expect(try Amount(parsing: amount.formatted(unit: unit, grouping: true), unit: unit) == amount)
            }
        }
    }

    @Test("A stated amount knows how fine its last digit is")
    func resolution() throws {
        #expect(try StatedAmount(parsing: "20.4", unit: .wan).resolution == Amount(minorUnits: 100_000))
        #expect(try StatedAmount(parsing: "21", unit: .wan).resolution == Amount(minorUnits: 1_000_000))
        #expect(try StatedAmount(parsing: "3.065", unit: .yi).text == "3.065亿元")
        #expect(try StatedAmount(parsing: "1.123456", unit: .wan).resolution == Amount(minorUnits: 1))
    }
}
