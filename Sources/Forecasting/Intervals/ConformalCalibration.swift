/// The half-widths of intervals at the levels asked for, by kind and size of subject.
struct ConformalCalibration: Sendable {
    /// The levels, as asked for.
    let levels: [Double]
    /// Multipliers: level, kind, group.
    private let multipliers: [[[Double]]]
    private let table: ConformalTable

    private static let firstOrigins = 2
    private static let shrinkage = 3.0

    /// Calibrates on the errors of past origins.
    ///
    /// - Parameter residuals: errors at origins before `column`, each made without looking at its outcome.
    init(_ residuals: [ConformalResidual], before column: Int, levels: [Double], prior: ConformalTable.Group) {
        let table = ConformalTable(residuals, before: column, prior: prior)
        let moves = Self.moves(residuals, levels: levels, prior: prior)
        self.init(table: table, levels: levels, moves: moves)
    }

    /// Uses a table that stands ready.
    init(table: ConformalTable, levels: [Double], moves: [Double]? = nil) {
        self.table = table
        self.levels = levels
        multipliers = levels.enumerated().map { place, level in
            let moved = level + (moves?[place] ?? 0)
            // A move never takes more than half of what lies outside, nor doubles it.
            let bounded = min(max(moved, 2 * level - 1), (1 + level) / 2)
            return table.kinds.map { kind in kind.groups.map { $0.quantile(max(bounded, level / 2)) } }
        }
    }

    /// How far each level has to be moved for the coverage of past origins to be right.
    private static func moves(
        _ residuals: [ConformalResidual], levels: [Double], prior: ConformalTable.Group
    ) -> [Double] {
        let columns = Set(residuals.map(\.column)).sorted().dropFirst(firstOrigins)
        var shortfalls = [Double](repeating: 0, count: levels.count)
        for column in columns {
            let table = ConformalTable(residuals.filter { $0.column < column }, before: column, prior: prior)
            let rows = residuals.filter { $0.column == column }
            guard !rows.isEmpty else { continue }
            for (place, level) in levels.enumerated() {
                let covered = rows.count { row in
                    row.ratio
                        <= table.multiplier(level, relativeSize: row.relativeSize, isBudgeted: row.isBudgeted)
                }
                shortfalls[place] += level - Double(covered) / Double(rows.count)
            }
        }
        return shortfalls.map { $0 / (Double(columns.count) + shrinkage) }
    }

    /// The half-width at the level of the given place, in error scales.
    @inline(__always)
    func multiplier(_ place: Int, relativeSize: Double, isBudgeted: Bool) -> Double {
        let kind = isBudgeted ? 1 : 0
        return multipliers[place][kind][table.kinds[kind].group(relativeSize: relativeSize)]
    }
}
