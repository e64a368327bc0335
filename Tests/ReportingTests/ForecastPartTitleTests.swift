import Testing

@testable import Forecasting
@testable import Reporting

@Suite("Names of what a forecast is made of")
struct ForecastPartTitleTests {
    /// Every name the engine gives a part from a regression.
    private static let names =
        DraftFeature.allCases.map { "\($0)" } + BudgetFeature.allCases.map { "budget-\($0)" }
        + GrowthFeature.allCases.map { "growth-\($0)" }

    @Test("Every feature has a name of its own in both languages, none of them the program's", arguments: names)
    func everyFeature(name: String) {
        let title = ForecastPartTitle.title(of: name)
        #expect(!title.zhHans.contains(where: { $0.isASCII && $0.isLetter }), "\(title.zhHans)")
        #expect(title.en != name || !name.contains("-"))
        #expect(title.zhHans != title.en)
    }

    @Test("No two features share a name")
    func distinct() {
        let titles = Self.names.map { ForecastPartTitle.title(of: $0) }
        #expect(Set(titles.map(\.zhHans)).count == titles.count)
        #expect(Set(titles.map(\.en)).count == titles.count)
    }
}
