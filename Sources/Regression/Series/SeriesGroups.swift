import LinearAlgebra

/// Series sorted by their pattern of observed periods.
struct SeriesGroups: Sendable {
    /// A piece of work: part of the series of one pattern.
    struct Batch: Sendable {
        let pattern: Int
        let range: Range<Int>
    }

    private(set) var patterns: [ObservationPattern]
    /// For each pattern the design factored for it; nil for the one without any observation.
    private(set) var operators: [SeriesOperator?]
    /// For each pattern the series that have it; left empty for the complete one.
    private(set) var members: [[Int]] = [[]]
    /// For each series its pattern; nil while all are complete.
    private(set) var indices: [Int32]?
    private var places: [ObservationPattern: Int]
    private let count: Int

    init(count: Int, complete: SeriesOperator) {
        let pattern = ObservationPattern(complete: complete.observed.count)
        patterns = [pattern]
        operators = [complete]
        places = [pattern: 0]
        self.count = count
    }

    /// Files a series under its pattern.
    mutating func add(_ series: Int, pattern: ObservationPattern) {
        let index: Int
        if let known = places[pattern] {
            index = known
        } else {
            index = patterns.count
            places[pattern] = index
            patterns.append(pattern)
            members.append([])
        }
        members[index].append(series)
        if indices == nil { indices = [Int32](repeating: 0, count: count) }
        indices?[series] = Int32(index)
    }

    /// Factors the design for every pattern that needs it.
    mutating func factor(_ regression: SeriesRegression) throws(RegressionError) {
        for index in operators.count..<max(patterns.count, operators.count) {
            let observed = patterns[index].observed
            guard !observed.isEmpty else {
                operators.append(nil)
                continue
            }
            operators.append(
                try SeriesOperator(
                    regression.design, observed: observed, predicted: regression.predictionRows,
                    level: regression.level))
        }
    }

    /// The work in pieces for tasks.
    var batches: [Batch] {
        members.indices.flatMap { pattern in
            pieces(members[pattern].count, of: 1024).map { Batch(pattern: pattern, range: $0) }
        }
    }
}
