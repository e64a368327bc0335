import Testing

@testable import FinalAccounts

@Suite("StatedPercentage")
struct StatedPercentageTests {
    @Test(
        "A printed percentage keeps its digits",
        arguments: [
            ("1479.52", "1479.52%"), ("100", "100%"), ("0.1", "0.1%"), ("-24.01", "-24.01%"), ("98.90", "98.90%"),
        ])
    func keepsDigits(text: String, printed: String) {
        #expect(StatedPercentage(text)?.text == printed)
    }

    @Test(
        "The rate of one amount in another is rounded half away from zero",
        arguments: [
            ("80.93", "5.47", "1479.52%"), ("2688.01", "2717.78", "98.90%"), ("1", "3", "33.33%"),
            ("-1", "3", "-33.33%"),
            ("0.00005", "1", "0.01%"), ("-0.00005", "1", "-0.01%"), ("1", "-8", "-12.50%"),
        ])
    func computesRates(part: String, whole: String, expected: String) throws {
        let rate = StatedPercentage(
            of: try Amount(parsing: part, unit: .wan), in: try Amount(parsing: whole, unit: .wan))
        #expect(rate?.text == expected)
    }

    @Test("There is no rate without a base")
    func noBase() {
        #expect(StatedPercentage(of: Amount(minorUnits: 1), in: .zero) == nil)
    }
}
