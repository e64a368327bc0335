/// The ends of ranges at the levels asked for, by kind and size of subject, in scales that the subject's traits tell.
struct ConformalCalibration: Sendable {
    /// The levels, as asked for.
    let levels: [Double]
    /// The mean absolute error to expect of a subject.
    private let expected: ErrorScale.Fast
    /// Ends: level, kind, group.
    private let ends: [[[(lower: Double, upper: Double)]]]
    private let table: ErrorTable

    private static let firstOrigins = 2
    private static let shrinkage = 3.0
    /// What large subjects count more where the scale is fitted: the interval score is theirs, the coverage everyone's.
    private static let sizePower = 0.3
    private static let storedRows = 200.0

    /// Calibrates on the errors of past origins.
    ///
    /// - Parameters:
    ///   - errors: errors at origins before `column`, each made without looking at its outcome.
    ///   - typical: what stands in for errors where there are few.
    init(_ errors: [PastError], before column: Int, levels: [Double], typical: ErrorTable.Group) {
        let scale = ErrorScale(errors, weights: Self.weights(errors))
        let ratios = Self.ratios(errors, scale)
        let moves = Self.moves(ratios, levels: levels, prior: typical)
        self.init(
            scale: scale, table: ErrorTable(ratios, before: column, prior: typical), levels: levels, moves: moves)
    }

    /// Puts the errors of a small panel's past into stored ones.
    init(_ errors: [PastError], before column: Int, levels: [Double], stored: StoredErrors) {
        let ratios = Self.ratios(errors, stored.scale)
        self.init(
            scale: stored.scale,
            table: ErrorTable(ratios, before: column, stored: stored.table, priorRows: Self.storedRows), levels: levels)
    }

    private init(scale: ErrorScale, table: ErrorTable, levels: [Double], moves: [Double]? = nil) {
        expected = scale.fast
        self.table = table
        self.levels = levels
        ends = levels.enumerated().map { place, level in
            let moved = level + (moves?[place] ?? 0)
            // A move never takes more than half of what lies outside, nor doubles it.
            let bounded = min(max(moved, 2 * level - 1), (1 + level) / 2)
            return table.kinds.map { kind in kind.groups.map { $0.ends(max(bounded, level / 2)) } }
        }
    }

    static func weights(_ errors: [PastError]) -> [Double] {
        errors.map { exponential(sizePower * min(max($0.traits.relativeSize, -7), 7)) }
    }

    static func ratios(_ errors: [PastError], _ scale: ErrorScale) -> [ErrorTable.Ratio] {
        let fast = scale.fast
        return errors.map {
            ErrorTable.Ratio(
                column: $0.column, value: $0.error / fast($0.traits), relativeSize: $0.traits.relativeSize,
                isBudgeted: $0.traits.isBudgeted)
        }
    }

    /// How far each level has to be moved for the coverage of past origins to be right (after Gibbs and Candès, 2021).
    private static func moves(
        _ ratios: [ErrorTable.Ratio], levels: [Double], prior: ErrorTable.Group
    ) -> [Double] {
        let columns = Set(ratios.map(\.column)).sorted().dropFirst(firstOrigins)
        var shortfalls = [Double](repeating: 0, count: levels.count)
        for column in columns {
            let table = ErrorTable(ratios.filter { $0.column < column }, before: column, prior: prior)
            let rows = ratios.filter { $0.column == column }
            guard !rows.isEmpty else { continue }
            for (place, level) in levels.enumerated() {
                let ends = table.kinds.map { kind in kind.groups.map { $0.ends(level) } }
                let covered = rows.count { row in
                    let kind = row.isBudgeted ? 1 : 0
                    let end = ends[kind][table.kinds[kind].group(relativeSize: row.relativeSize)]
                    return end.lower <= row.value && row.value <= end.upper
                }
                shortfalls[place] += level - Double(covered) / Double(rows.count)
            }
        }
        return shortfalls.map { $0 / (Double(columns.count) + shrinkage) }
    }

    /// The scale of a subject, in its sizes.
    @inline(__always)
    func scale(_ traits: ErrorTraits) -> Double { expected(traits) }

    /// The ends at the level of the given place, in scales.
    @inline(__always)
    func ends(_ place: Int, _ traits: ErrorTraits) -> (lower: Double, upper: Double) {
        let kind = traits.isBudgeted ? 1 : 0
        return ends[place][kind][table.kinds[kind].group(relativeSize: traits.relativeSize)]
    }
}

/// Errors of many panels' past, for panels that have too little of their own.
struct StoredErrors: Hashable, Sendable, Codable {
    var scale: ErrorScale
    var table: ErrorTable
}
