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
        let series = SpendingSeries.samplePanel(80, seed: 5)
        var configuration = Self.flat
        configuration.shipped = try model()
        let again = try ForecastEngine(configuration).run(series, target: FiscalYear(2024))
        let named = again.forecasts.flatMap(\.notes).contains { if case .storedModel = $0 { true } else { false } }
        #expect(!named)
        #expect(again.panels.first?.usesShippedModel == false && again.panels.first?.shippedName == nil)
    }

    @Test("The largest errors of a panel, which may be any number, are none of a stored table's")
    func storedTails() {
        let errors = (0..<4000).map { (i: Int) -> ErrorTable.Ratio in
            ErrorTable.Ratio(
                column: 5, value: i == 0 ? 1e9 : 0.001 * Double(i - 2000), relativeSize: Double(i % 7), isBudgeted: true
            )
        }
        let table = ErrorTable(errors, before: 6, prior: .typical(scaledBy: 1)).thinned(points: 200)
        for group in table.kinds.flatMap(\.groups) {
            #expect(group.ratios == group.ratios.sorted() && (group.ratios.last ?? 0) < 10)
            let ends = group.ends(0.8)
            #expect(abs(ends.lower + 1.6) < 0.2 && abs(ends.upper - 1.6) < 0.2)
        }
    }

    @Test("Ranges are as lopsided as the errors they come from, and as wide as the scale of each subject")
    func lopsided() {
        var numbers = SeededNumbers(state: 3)
        let errors = (0..<3000).map { i -> PastError in
            let size = i.isMultiple(of: 2) ? 1.0 : 4.0
            var summary = HistorySummary()
            (summary.length, summary.last, summary.size, summary.roughness) = (5, 100, 100, 10 * size)
            let traits = ErrorTraits(summary, change: 0.1, relativeSize: 0, isBudgeted: true)
            let draw = numbers.uniform()
            return PastError(
                column: 3 + i % 4, error: 0.01 * size * (draw < 0.5 ? -draw : 10 * (draw - 0.5)), traits: traits)
        }
        let calibration = ConformalCalibration(errors, before: 7, levels: [0.8], typical: .typical(scaledBy: 1))
        var summary = HistorySummary()
        (summary.length, summary.last, summary.size) = (5, 100, 100)
        var widths: [Double] = []
        for roughness in [10.0, 40] {
            summary.roughness = roughness
            let traits = ErrorTraits(summary, change: 0.1, relativeSize: 0, isBudgeted: true)
            let (ends, scale) = (calibration.ends(0, traits), calibration.scale(traits))
            #expect(ends.upper > 4 * -ends.lower)
            widths.append((ends.upper - ends.lower) * scale)
        }
        #expect(widths[1] > 3 * widths[0] && widths[1] < 5 * widths[0])
    }

    @Test("A sum is less sure than its parts were alone, and surer than if they all erred together")
    func sums() {
        let sums = (0..<400).map { (i: Int) -> JointErrors.Sum in
            let joint = 0.05 + 0.002 * Double(i % 100)
            let sign = i.isMultiple(of: 2) ? 1.0 : -1
            return JointErrors.Sum(error: sign * 1.5 * joint, joint: joint, sum: 3 * joint, weight: 1)
        }
        let model = JointErrors(sums)
        let scale = model.scale(joint: 0.1, sum: 0.3)
        #expect(scale > 0.1 && scale < 0.3)
        #expect(abs(scale - 0.15) < 0.03)
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
        short.drafts[0].models[0].coefficients.removeLast()
        #expect(throws: ForecastError.self) { try short.check() }
        var infinite = try model()
        infinite.outlook.models[0].growth = .infinity
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
