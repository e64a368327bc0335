import FinalAccounts
import Forecasting
import SeededNumbers
import SyntheticAccounts
import Testing

@testable import Variance

@Suite("Properties of the detector, on seeded ledgers")
struct DetectorPropertyTests {
    private static let year = FiscalYear(SyntheticLedger.year)

    private func ledger(_ seed: UInt64, units: Int = 25) -> SyntheticLedger {
        var shape = SyntheticLedger.Shape()
        shape.units = units
        shape.planted = [.overrun: 5, .levelShift: 5, .slip: 5]
        return SyntheticLedger(seed: seed, shape: shape)
    }

    private func report(
        _ lines: [AccountLine], _ thresholds: AnomalyThresholds = .audit, year: FiscalYear = year
    ) throws -> AnomalyReport {
        let series = try lines.series()
        let forecasts = try ForecastEngine().forecast(series, target: year)
        return try AnomalyDetector(scheme: .china, thresholds: thresholds).report(
            on: series, year: year, forecasts: forecasts)
    }

    /// What a row says, without the amounts.
    private struct Row: Hashable {
        let unit: BudgetUnit
        let subject: SubjectKey
        let kinds: [FlagKind]

        init(_ anomaly: Anomaly) {
            unit = anomaly.unit
            subject = anomaly.subject.key
            kinds = anomaly.flags.map(\.kind)
        }
    }

    @Test("The order of the lines does not matter", arguments: [601, 602] as [UInt64])
    func orderOfLines(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lines = ledger(seed).lines
        #expect(try report(lines) == report(lines.shuffled(using: &random)))
    }

    @Test("Later years are not used", arguments: [603] as [UInt64])
    func laterYears(seed: UInt64) throws {
        let lines = ledger(seed).lines
        let earlier = lines.filter { $0.fiscalYear < Self.year }
        let year = Self.year.previous
        let (all, known) = (try report(lines, year: year), try report(earlier, year: year))
        #expect(all.anomalies.map(Row.init) == known.anomalies.map(Row.init))
        #expect(all.anomalies.map(\.severity) == known.anomalies.map(\.severity))
    }

    @Test("Ten times the money under ten times the thresholds makes the same list", arguments: [604, 605] as [UInt64])
    func scale(seed: UInt64) throws {
        let lines = ledger(seed).lines
        let tenfold = try lines.map { line in
            var line = line
            line.actual = try line.actual?.multiplied(by: 10)
            if let budget = line.initialBudget.amount, budget != .zero {
                line.initialBudget = .stated(try budget.multiplied(by: 10))
            }
            return line
        }
        var thresholds = AnomalyThresholds.audit
        thresholds.trivialAmount = try thresholds.trivialAmount.multiplied(by: 10)
        let (first, second) = (try report(lines), try report(tenfold, thresholds))
        #expect(first.anomalies.count > 15)
        #expect(first.anomalies.prefix(15).map(Row.init) == second.anomalies.prefix(15).map(Row.init))
        #expect(
            zip(first.anomalies, second.anomalies).prefix(15).allSatisfy {
                abs($0.severity - $1.severity) <= 1e-3 * $0.severity
            })
    }

    @Test("No flag tells of less money than matters in its unit", arguments: [606, 607] as [UInt64])
    func materiality(seed: UInt64) throws {
        let lines = ledger(seed).lines
        var thresholds = AnomalyThresholds.audit
        thresholds.trivialAmount = Amount(minorUnits: 50_000_000)
        let flags = try report(lines, thresholds).anomalies.flatMap(\.flags)
        let differences = flags.filter { $0.kind != .unitSlip }.compactMap(\.difference)
        #expect(differences.count > 10)
        #expect(differences.allSatisfy { $0.magnitude >= thresholds.trivialAmount })
    }

    @Test("A material amount caps what the share of a large unit would let pass")
    func materialAmount() {
        var thresholds = AnomalyThresholds.draft
        #expect(thresholds.materiality(ofTotal: 1e12) == 2e9)
        thresholds.materialAmount = Amount(minorUnits: 100_000_000)
        #expect(thresholds.materiality(ofTotal: 1e12) == 1e6)
        #expect(thresholds.materiality(ofTotal: 1e6) == 50_000)
    }

    @Test("Every flag that rests on a test keeps the rate of false discoveries", arguments: [608] as [UInt64])
    func falseDiscoveryRate(seed: UInt64) throws {
        let significant = try report(ledger(seed, units: 60).lines).anomalies.flatMap(\.flags).compactMap(
            \.significance)
        #expect(!significant.isEmpty)
        for one in significant {
            #expect(one.falseDiscoveryRate <= AnomalyThresholds.audit.falseDiscoveryRate)
            #expect(one.pValue <= one.falseDiscoveryRate)
        }
    }

    @Test("Adjusted p-values are those of the definition: the least of p·m/i from their own place on")
    func benjaminiHochberg() {
        var random = SeededGenerator(seed: 609)
        for _ in 0..<200 {
            let count = Int.random(in: 1...40, using: &random)
            let pValues = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? Double.random(in: 0...1, using: &random) : Double(Int.random(in: 0...4, using: &random)) / 100
            }
            let sorted = pValues.sorted()
            let adjusted = BenjaminiHochberg.adjusted(pValues)
            for (pValue, result) in zip(pValues, adjusted) {
                let from = sorted.firstIndex { $0 >= pValue } ?? 0
                let expected = (from..<count).map { sorted[$0] * Double(count) / Double($0 + 1) }.min() ?? 1
                #expect(abs(result - min(1, expected)) < 1e-12)
            }
        }
    }

    @Test("A higher overrun rate leaves no smaller overrun on the list", arguments: [610] as [UInt64])
    func overrunRate(seed: UInt64) throws {
        var thresholds = AnomalyThresholds.audit
        thresholds.overrunRate = 1.5
        let overruns = try report(ledger(seed).lines, thresholds).anomalies.compactMap { $0.flag(.overrun)?.rate }
        #expect(!overruns.isEmpty)
        #expect(overruns.allSatisfy { $0.doubleValue >= 250 })
    }
}
