import FinalAccounts
import Foundation
import Testing

@testable import Forecasting

@Suite("Stored models")
struct StoredModelTests {
    private static let card = StoredPanelModel.Card(
        name: "sample", fittedOn: "seeded series", years: "2014-2023", command: "none", accuracy: [:], use: "tests")
    private static let flat = ForecastConfiguration(reconciliation: .none, oneOffs: .keep)

    /// Fitted once for all tests: a fit takes a second without optimization.
    private static let fitted = Result {
        try ForecastEngine(flat).fitModel(SpendingSeries.samplePanel(30), target: FiscalYear(2024), card: card)
    }

    private func model() throws -> StoredPanelModel { try Self.fitted.get() }

    @Test("A model comes back from JSON as it was written, and passes its check")
    func roundTrip() throws {
        let model = try model()
        let read = try JSONDecoder().decode(StoredPanelModel.self, from: JSONEncoder().encode(model))
        #expect(read == model)
        try read.check()
        #expect(read.horizon == 3)
    }

    @Test("A small panel is forecast by the stored model, and every row says so by name")
    func smallPanel() throws {
        let few = [SpendingSeries.sample("2080101", [2019: 100, 2020: 112, 2021: 125, 2022: 139, 2023: 155])]
        var configuration = Self.flat
        let without = try ForecastEngine(configuration).run(few, target: FiscalYear(2024))
        configuration.shipped = try model()
        let with = try ForecastEngine(configuration).run(few, target: FiscalYear(2024))
        let plain = try #require(without.forecasts.first)
        let stored = try #require(with.forecasts.first)
        #expect(plain.notes.contains(.smallPanel(rows: 4)))
        #expect(stored.notes.contains(.storedModel(name: "sample", rows: 4)))
        #expect(stored.model == .panel || stored.model == .combination)
        #expect(with.panels.first?.shippedName == "sample")
        // The series of the stored model's panel went on growing: it expects more than the last value.
        #expect(stored.value > 155 && stored.value != plain.value)
    }

    @Test("A panel that is large enough is fitted on its own, and no row names the stored model")
    func largePanel() throws {
        let series = SpendingSeries.samplePanel(30, seed: 5)
        var configuration = Self.flat
        configuration.shipped = try model()
        let again = try ForecastEngine(configuration).run(series, target: FiscalYear(2024))
        let named = again.forecasts.flatMap(\.notes).contains { if case .storedModel = $0 { true } else { false } }
        #expect(!named)
        #expect(again.panels.first?.usesShippedModel == false && again.panels.first?.shippedName == nil)
    }

    @Test("The largest errors of a panel, which may be any number, are none of a stored table's")
    func storedTails() throws {
        let residuals = (0..<4000).map { i in
            ConformalResidual(
                column: 5, ratio: i == 0 ? 1e9 : Double(i) / 1000, relativeSize: Double(i % 7), isBudgeted: true)
        }
        let table = ConformalTable(residuals, before: 6, prior: .typical(scaledBy: 1)).thinned(points: 40)
        let largest = table.kinds.flatMap(\.groups).flatMap(\.ratios).max() ?? 0
        #expect(largest < 10)
        let pooled = table.pooled
        #expect(pooled.ratios == pooled.ratios.sorted() && (pooled.ratios.last ?? 0) < 10)
        #expect(abs(pooled.quantile(0.8) - 3.2) < 0.4)
    }

    @Test("A stored model gives ranges of the order of its panel's errors")
    func ranges() throws {
        let few = [SpendingSeries.sample("2080101", [2019: 1000, 2020: 1012, 2021: 1025, 2022: 1039, 2023: 1055])]
        var configuration = Self.flat
        configuration.shipped = try model()
        let row = try #require(try ForecastEngine(configuration).forecast(few, target: FiscalYear(2024)).first)
        let wide = try #require(row.interval(level: 0.95))
        #expect(wide.upper - wide.lower < 2000 && wide.lower > 0)
    }

    @Test("A damaged model is refused with a reason")
    func damaged() throws {
        var wrongVersion = try model()
        wrongVersion.version = 99
        #expect(throws: ForecastError.self) { try wrongVersion.check() }
        var short = try model()
        short.levels[0].coefficients.removeLast()
        #expect(throws: ForecastError.self) { try short.check() }
        var infinite = try model()
        infinite.outlook.growth = .infinity
        #expect(throws: ForecastError.self) { try infinite.check() }
        var configuration = Self.flat
        configuration.shipped = short
        #expect(throws: ForecastError.self) {
            try ForecastEngine(configuration).forecast(SpendingSeries.samplePanel(3), target: FiscalYear(2024))
        }
    }

    @Test("A panel too small to be fitted cannot be stored")
    func tooSmall() {
        #expect(throws: ForecastError.self) {
            try ForecastEngine(Self.flat).fitModel(
                SpendingSeries.samplePanel(4), target: FiscalYear(2024), card: Self.card)
        }
    }
}
