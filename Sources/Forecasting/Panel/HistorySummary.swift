import Regression

/// What the last unbroken run of actuals says of one series: size, roughness, slope.
struct HistorySummary {
    /// The number of years in the run; at least one.
    var length = 1
    /// The last actual.
    var last = 0.0
    /// The size: the mean of the last three absolute actuals, at least the panel's floor.
    var size = 1.0
    /// The mean absolute yearly change; 0.3 sizes for fewer than three years.
    var roughness = 0.3
    /// The least-squares slope; zero for fewer than three years.
    var slope = 0.0

    /// The last actual in sizes.
    var relativeLast: Double { last / size }

    /// Runs are looked at for this many years at most.
    static let longestRun = 60

    /// The number of years without a break that end before column `end`.
    @inline(__always)
    static func runLength(_ row: UnsafePointer<Double>, end: Int) -> Int {
        var n = 0
        while n < end, n < longestRun, !row[end - 1 - n].isNaN { n += 1 }
        return n
    }

    /// The mean of the last three absolute actuals of a run that ends before column `end`.
    @inline(__always)
    static func rawSize(_ row: UnsafePointer<Double>, end: Int, length: Int) -> Double {
        let count = min(length, 3)
        var sum = 0.0
        for i in 0..<count { sum += abs(row[end - 1 - i]) }
        return sum / Double(count)
    }
}

/// What is typical of all subjects at one origin; makes features independent of the unit of account.
struct PanelScale: Hashable, Sendable, Codable {
    /// The logarithm of the median size.
    var logMedianSize: Double
    /// Sizes below this are raised to it.
    var floor: Double

    /// The scale of sizes as they stand; zeros take no part.
    init(sizes: [Double]) {
        let positive = sizes.filter { $0 > 0 }
        let middle = positive.isEmpty ? 1 : Median.of(positive)
        logMedianSize = naturalLog(middle)
        floor = max(middle * 1e-4, 1e-12)
    }
}
