import FinalAccounts
import Forecasting
import Foundation
import SeededNumbers
import Testing

/// The C interface, through programs in C.
@Suite("C interface", .serialized)
struct CInterfaceTests {
    private static let (firstYear, years, horizon) = (2014, 9, 2)

    /// Series with gaps and budgets, to the cent.
    private struct Matrix {
        var actuals: [Double] = []
        var budgets: [Double] = []
        let series: Int

        init(series: Int, seed: UInt64) {
            self.series = series
            var random = SeededGenerator(seed: seed)
            for _ in 0..<series {
                var level = exp(Double.random(in: 4...12, using: &random))
                for year in 0..<years {
                    level *= Double.random(in: 0.8...1.3, using: &random)
                    let isMissing = year < years - 1 && Int.random(in: 0..<12, using: &random) == 0
                    actuals.append(isMissing ? .nan : (level * 100).rounded() / 100)
                    let hasBudget = Int.random(in: 0..<3, using: &random) > 0
                    budgets.append(hasBudget ? (level * 90).rounded() / 100 : .nan)
                }
            }
        }

        var bytes: Data { (actuals + budgets).withUnsafeBytes { Data($0) } }

        private func amount(_ value: Double) throws -> Amount? { value.isNaN ? nil : try Amount(rounding: value) }

        func observations(_ place: Int) throws -> [Observation] {
            try (0..<years).map { column in
                Observation(
                    year: FiscalYear(firstYear + column),
                    initialBudget: try amount(budgets[place * years + column]).map { .stated($0) } ?? .notStated,
                    actual: try amount(actuals[place * years + column]))
            }
        }
    }

    private static func storedModel() throws -> StoredPanelModel {
        let file = BuiltLibrary.package.appending(path: "Models/small-bodies.json")
        return try JSONDecoder().decode(StoredPanelModel.self, from: Data(contentsOf: file))
    }

    /// Values and ends of ranges as the program in C prints them.
    private func answers(
        _ library: BuiltLibrary, _ matrix: Matrix, addsLevels: Bool = false, usesModel: Bool = false,
        codes: [String]? = nil
    ) throws -> [Double] {
        var list = "-"
        if let codes {
            list = library.folder.appending(path: "codes").path
            try codes.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
        }
        let model = usesModel ? BuiltLibrary.package.appending(path: "Models/small-bodies.json").path : "-"
        let result = try library.run(
            library.folder.appending(path: "matrix").path,
            [
                String(matrix.series), String(Self.years), String(Self.firstYear), String(Self.horizon),
                addsLevels ? "1" : "0", model, list,
            ], input: matrix.bytes)
        #expect(result.status == 0, "\(result.errors)")
        return result.output.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    }

    /// The same of the engine's forecasts, for the subjects in the order given.
    private func answers(_ forecasts: [Forecast], _ keys: [SubjectKey]) -> [Double] {
        let found = Dictionary(grouping: forecasts) { $0.subject.key }
        func all(_ value: (Forecast) -> Double) -> [Double] {
            keys.flatMap { key in found[key]?.map(value) ?? [Double](repeating: .nan, count: Self.horizon) }
        }
        return all(\.value) + all { $0.intervals[0].lower } + all { $0.intervals[1].lower }
            + all { $0.intervals[0].upper } + all { $0.intervals[1].upper }
    }

    private func expectSameBits(_ left: [Double], _ right: [Double]) {
        #expect(left.count == right.count)
        let differ = zip(left, right).filter { $0.bitPattern != $1.bitPattern && !($0.isNaN && $1.isNaN) }
        #expect(differ.isEmpty, "\(differ.count) of \(left.count) differ, the first: \(differ.prefix(1))")
    }

    @Test(
        "The examples compile without a warning, run, and are clean under valgrind; only the header's names are shown")
    func examples() throws {
        let library = try BuiltLibrary()
        let result = try library.check(valgrind: "arrow errors")
        #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))\(result.errors)")
    }

    @Test("Forecasts and ranges are those of the engine to the last bit, from doubles that lie in the caller's memory")
    func flatBlock() throws {
        let library = try BuiltLibrary()
        #expect(try library.check(valgrind: " ").status == 0)
        for (count, usesModel) in [(30, true), (30, false), (150, false)] {
            let matrix = Matrix(series: count, seed: UInt64(count))
            let series = try (0..<count).map { place in
                SpendingSeries(
                    unit: BudgetUnit("甲"),
                    subject: Subject(code: String(1_000_000_000 + place), names: [], level: SubjectLevel(depth: 1)),
                    observations: try matrix.observations(place))
            }
            let engine = ForecastEngine(ForecastConfiguration(shipped: usesModel ? try Self.storedModel() : nil))
            let forecasts = try engine.forecast(
                series, target: FiscalYear(Self.firstYear + Self.years), horizon: Self.horizon)
            expectSameBits(
                try answers(library, matrix, usesModel: usesModel), answers(forecasts, series.map(\.subject.key)))
        }
    }

    @Test("Levels that are added up are those of the command, and the lines are made to add up with them")
    func addedLevels() throws {
        let library = try BuiltLibrary()
        #expect(try library.check(valgrind: " ").status == 0)
        let matrix = Matrix(series: 24, seed: 5)
        let codes = (0..<24).map { "208\(String(format: "%02d%02d", 1 + $0 / 6, 1 + $0 % 6))" }
        var lines: [AccountLine] = []
        for (place, code) in codes.enumerated() {
            for observation in try matrix.observations(place) {
                lines.append(
                    AccountLine(
                        unit: BudgetUnit("甲"), fiscalYear: observation.year,
                        subject: Subject(code: code, names: [], level: .item),
                        initialBudget: observation.initialBudget, actual: observation.actual))
            }
        }
        let forecasts = try ForecastEngine(ForecastConfiguration(shipped: try Self.storedModel())).forecast(
            SeriesBuilder(scheme: .china).series(from: lines), target: FiscalYear(Self.firstYear + Self.years),
            horizon: Self.horizon)
        expectSameBits(
            try answers(library, matrix, addsLevels: true, usesModel: true, codes: codes),
            answers(forecasts, codes.map { .code($0) }))
    }

    private static var hasNumPy: Bool {
        let library = try? BuiltLibrary()
        return (try? library?.run("/usr/bin/env", ["python3", "-c", "import numpy"]))?.status == 0
    }

    @Test("The Python package says the same, and what is wrong with a frame", .enabled(if: hasNumPy))
    func python() throws {
        let package = BuiltLibrary.package
        let result = try BuiltLibrary().run(
            "/usr/bin/env", ["python3", package.appending(path: "scripts/python/tests/smoke.py").path],
            environment: [
                "JUESUAN_LIBRARY": BuiltLibrary.path,
                "JUESUAN_MODEL": package.appending(path: "Models/small-bodies.json").path,
                "PYTHONPATH": package.appending(path: "scripts/python/src").path,
            ])
        #expect(result.status == 0, "\(result.errors)")
    }
}
