import FinalAccounts
import Foundation
import Testing

@testable import Workbench

@Suite("Plain numbers as finely as files write them")
struct PlainDecimalsTests {
    @Test(
        "The decimals of numbers that fill their cell count, up to nine and without trailing zeros",
        arguments: [
            ("a,2023,12.5,7\n", 1), ("a,2023,0.123456789,7", 9), ("a,-3.1250000,\n", 3),
            ("v1.2.345,x0.123456,3.10\n", 1),
            ("\"0.1234\",2\r\n", 4), ("", 0), ("0.1234567891,4.25\n", 2),
        ])
    func longest(_ text: String, _ decimals: Int) {
        #expect(PlainDecimals.longest(in: text.utf8) == decimals)
    }

    @Test(
        "A number is exact in the unit its decimals ask for and comes back as it was written",
        arguments: [
            "0.1", "12.25", "-4.125", "17.123456", "0.000000001", "812345678.987654321",
        ])
    func exact(_ text: String) throws {
        let unit = AmountUnit.plain(decimals: PlainDecimals.longest(in: text.utf8))
        #expect(unit.isPlain)
        #expect(try Amount(parsing: text, unit: unit).formatted(unit: unit) == text)
    }
}
