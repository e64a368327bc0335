import Foundation
import LinearAlgebra
import Regression

/// Times fits on data from files of doubles, column by column, and prints `name=value` lines with seconds (the best of
/// several runs) and bytes.
///
///     RegressionBench generate DIRECTORY
///     RegressionBench series FILE [one-core]
///     RegressionBench series-memory FILE
///     RegressionBench fit FILE
@main
struct RegressionBench {
    static let periods = 10
    static let seriesCount = 1_000_000
    static let fitRows = 10_000
    static let fitColumns = 50

    struct Usage: Error {}

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, arguments.count >= 2 else { throw Usage() }
        let path = CommandLine.arguments[2]
        switch command {
        case "generate": try generate(into: path)
        case "series": try await timeSeries(path, oneCore: arguments.last == "one-core")
        case "series-memory": try await measureMemory(path)
        case "fit": try timeFit(path)
        default: throw Usage()
        }
    }

    /// Spending-like series (a level, a slope, noise), and a design of fifty independent columns with its response last.
    static func generate(into directory: String) throws {
        var generator = Generator(state: 2024)
        let series = Matrix(rows: periods, columns: seriesCount) { entries in
            for j in 0..<seriesCount {
                let (level, slope) = (100 + 900 * generator.uniform(), 20 * generator.uniform() - 5)
                for i in 0..<periods {
                    entries[j * periods + i] = level + slope * Double(i) + 30 * (generator.uniform() - 0.5)
                }
            }
        }
        let fit = Matrix(rows: fitRows, columns: fitColumns + 1) { entries in
            for k in entries.indices { entries[k] = generator.uniform() - 0.5 }
        }
        try write(series, to: directory + "/series.bin")
        try write(fit, to: directory + "/fit.bin")
    }

    static func regression() throws -> SeriesRegression {
        try SeriesRegression(
            Design(["year": (0..<periods).map(Double.init)]), predicting: Design(["year": [Double(periods)]]),
            level: 0.95)
    }

    static func timeSeries(_ path: String, oneCore: Bool) async throws {
        let regression = try regression()
        var best = Double.infinity
        for _ in 0..<7 {
            let series = try read(path, rows: periods, columns: seriesCount)
            let start = ContinuousClock.now
            let fit =
                oneCore ? try regression.fit(consume series) : try await regression.fitConcurrently(consume series)
            best = min(best, seconds(since: start))
            guard fit.residualStandardDeviation(of: 0) != nil else { throw Usage() }
        }
        print("seconds=\(best)")
    }

    static func measureMemory(_ path: String) async throws {
        let series = try read(path, rows: periods, columns: seriesCount)
        let fit = try await regression().fitConcurrently(consume series)
        print("peak=\(try peakResidentBytes())")
        print("input=\(fit.leaveOneOutResiduals.count * 8)")
    }

    static func timeFit(_ path: String) throws {
        let data = try read(path, rows: fitRows, columns: fitColumns + 1)
        let design = try Design(matrix: data.selecting(columns: Array(0..<fitColumns)))
        let response = Array(data.column(fitColumns))
        var best = Double.infinity
        for _ in 0..<60 {
            let start = ContinuousClock.now
            let fit = try LinearModel.leastSquares.fit(design, response)
            best = min(best, seconds(since: start))
            guard fit.residualStandardDeviation != nil else { throw Usage() }
        }
        print("seconds=\(best)")
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .seconds(1)
    }
}

/// SplitMix64.
struct Generator {
    var state: UInt64

    mutating func uniform() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
}
