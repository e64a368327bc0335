/// The sums behind every measure of one panel, one part of its subjects and one set of them.
struct Score: Sendable {
    private(set) var count = 0
    private var size = 0.0
    private var error = 0.0
    private var lastError = 0.0
    private var budgetError = 0.0
    private var scaled = (own: 0.0, last: 0.0, count: 0)
    private(set) var bias = 0.0
    private(set) var covered = [0, 0]
    private(set) var ranged = 0
    private var width = 0.0
    private var intervalScore = 0.0

    /// One subject with its outcome.
    struct Case {
        var actual: Double
        var forecast: Double
        var last: Double
        var budget: Double
        /// The mean absolute yearly change of the past; zero where unknown.
        var roughness: Double
        /// 80% and 95%; empty without a row.
        var ranges: [(lower: Double, upper: Double)]
    }

    mutating func add(_ item: Case) {
        count += 1
        size += abs(item.actual)
        error += abs(item.actual - item.forecast)
        bias += item.forecast - item.actual
        lastError += abs(item.actual - item.last)
        budgetError += abs(item.actual - item.budget)
        if item.roughness > 0 {
            scaled.own += abs(item.actual - item.forecast) / item.roughness
            scaled.last += abs(item.actual - item.last) / item.roughness
            scaled.count += 1
        }
        guard item.ranges.count == 2 else { return }
        ranged += 1
        for (place, range) in item.ranges.enumerated() where range.lower <= item.actual && item.actual <= range.upper {
            covered[place] += 1
        }
        let wide = item.ranges[1]
        width += wide.upper - wide.lower
        intervalScore +=
            wide.upper - wide.lower + 40 * (max(wide.lower - item.actual, 0) + max(item.actual - wide.upper, 0))
    }

    var isUsable: Bool { size > 0 }
    var wape: Double { error / size }
    var lastWape: Double { lastError / size }
    var budgetWape: Double { budgetError / size }
    var mase: Double { scaled.count > 0 ? scaled.own / Double(scaled.count) : 0 }
    var lastMase: Double { scaled.count > 0 ? scaled.last / Double(scaled.count) : 0 }
    var relativeWidth: Double { width / size }
    var relativeScore: Double { intervalScore / size }
    var relativeBias: Double { bias / size }
}
