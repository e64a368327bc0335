/// The numbers of a grid for quick trial: which sums and rates hold is tried on these, and told by exact fractions.
struct GridValues {
    /// Values by row and column; `nil` for a blank.
    let values: [[Double?]]
    /// Half a last digit of each.
    let halves: [[Double]]

    init(_ grid: Grid, _ facts: [Fact]) {
        values = grid.rows.map { $0.facts.map { $0.map { facts[$0].number.value.approximation } } }
        halves = grid.rows.map { $0.facts.map { $0.map { facts[$0].number.half.approximation } ?? 0 } }
    }

    /// How a trial came out.
    enum Trial {
        /// It holds, of numbers that are none of them nothing.
        case holds
        /// It holds where nothing could fail.
        case idle
        case fails
    }

    /// A number against the sum of others of the same rows or columns.
    func sum(_ target: (row: Int, column: Int), _ terms: [(row: Int, column: Int, sign: Double)]) -> Trial? {
        guard let stated = values[target.row][target.column] else { return nil }
        var sum = 0.0
        var slack = halves[target.row][target.column]
        var filled = 0
        for term in terms {
            guard let value = values[term.row][term.column] else { continue }
            sum += term.sign * value
            slack += halves[term.row][term.column]
            if value != 0 { filled += 1 }
        }
        guard abs(stated - sum) <= slack * 1.0001 + 1e-9 * abs(stated) else { return .fails }
        return filled > (terms.count > 1 ? 1 : 0) && stated != 0 ? .holds : .idle
    }

    /// A number against a hundred times a part over a whole; parts of two are differences.
    func rate(_ row: Int, _ target: Int, _ rate: GridRate) -> Trial? {
        guard let stated = values[row][target], let part = values[row][rate.part], let whole = values[row][rate.whole],
            whole != 0
        else { return nil }
        let top = rate.sign * (rate.isChange ? part - whole : part)
        let blur =
            (halves[row][rate.part] + halves[row][rate.whole] * (1 + abs(top / whole))) * 100 / abs(whole)
        let gap = abs(stated - 100 * top / whole)
        // Cut off instead of rounded is no contradiction.
        let step = halves[row][target] * 2
        guard gap <= halves[row][target] * 1.0001 + blur else { return gap <= step + blur ? .idle : .fails }
        return stated == 0 || top == 0 || stated == 100 ? .idle : .holds
    }
}

/// A column that is a hundred times one column over another.
struct GridRate: Hashable {
    var part: Int
    var whole: Int
    /// Whether it is the part less the whole that is taken over it.
    var isChange: Bool
    /// -1 where decreases stand without their sign.
    var sign: Double
}
