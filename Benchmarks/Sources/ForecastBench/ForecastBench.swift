import Forecasting
import Foundation

/// Times the forecast of many generated series and prints `name=value` lines.
///
///     ForecastBench run SERIES [THREADS [MODEL]]
///     ForecastBench export SERIES FILE
///     ForecastBench reconcile LEAVES wls|mint [FILE]
@main
struct ForecastBench {
    static let years = 10
    static let firstYear = 2014

    struct Usage: Error {}

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let count = Int(arguments[2]) else { throw Usage() }
        switch arguments[1] {
        case "run":
            let model = arguments.count > 4 ? ModelName(rawValue: arguments[4]) : .combination
            guard let model else { throw Usage() }
            try run(count, threads: arguments.count > 3 ? Int(arguments[3]) : nil, model: model)
        case "export":
            guard arguments.count > 3 else { throw Usage() }
            try export(count, to: arguments[3])
        case "reconcile":
            guard arguments.count > 3, let method = Reconciliation(rawValue: arguments[3]) else { throw Usage() }
            try ReconcileBench(leaves: count).run(method, writing: arguments.count > 4 ? arguments[4] : nil)
        default: throw Usage()
        }
    }

    /// Spending-like series: a level over four orders of magnitude, growth of its own, a yearly shock that stays and one
    /// that does not.
    static func values(_ count: Int) -> [Double] {
        var generator = Generator(state: 7)
        var values = [Double](repeating: 0, count: count * years)
        for i in 0..<count {
            var level = exp(4 + 9 * generator.uniform())
            let growth = 0.03 + 0.05 * generator.normal()
            for year in 0..<years {
                level *= exp(growth + 0.1 * generator.normal())
                values[i * years + year] = (level * exp(0.05 * generator.normal()) * 100).rounded() / 100
            }
        }
        return values
    }

    static func run(_ count: Int, threads: Int?, model: ModelName) throws {
        let panel = try SeriesPanel(firstYear: firstYear, years: years, actuals: values(count))
        let start = ContinuousClock.now
        let result = try PanelForecaster(PanelOptions(model: model, threads: threads))
            .forecast(panel, target: firstYear + years)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let finite = (0..<count).allSatisfy { i in
            result.values[i].isFinite && result.lower[1][i] <= result.lower[0][i]
                && result.upper[0][i] <= result.upper[1][i]
        }
        print("seconds=\(seconds)")
        print("finite=\(finite)")
        // A digest of the results: the same for any number of threads.
        var digest: UInt64 = 14_695_981_039_346_656_037
        for list in [result.values] + result.lower + result.upper {
            for value in list { digest = (digest ^ value.bitPattern) &* 1_099_511_628_211 }
        }
        print("digest=\(String(digest, radix: 16))")
        print(
            "weights=\(result.weights.sorted { $0.key < $1.key }.map { "\($0.key):\(($0.value * 100).rounded() / 100)" }.joined(separator: ","))"
        )
        print("peak=\(try peakResidentBytes())")
    }

    static func export(_ count: Int, to path: String) throws {
        let values = values(count)
        let lines = (0..<count).map { i in
            values[(i * years)..<((i + 1) * years)].map { "\($0)" }.joined(separator: ",")
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// The largest resident size the process has had, as Linux counts it.
    static func peakResidentBytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
            if let size = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
                return size * 1024
            }
        }
        throw Usage()
    }
}

/// SplitMix64 with a normal deviate by Box and Muller.
struct Generator {
    var state: UInt64

    mutating func uniform() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }

    mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
    }
}
