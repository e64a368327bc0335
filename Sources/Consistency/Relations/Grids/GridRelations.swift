import FinalAccounts

/// The sums, differences and rates that the cells of a table show to hold, for the cells where they do not.
///
/// What a column or a row is of need not be known: what holds of most rows and fails of one is a slip in that one. A table
/// where all holds gives no relation.
struct GridRelations {
    let grid: Grid
    let values: GridValues

    init(_ grid: Grid, _ facts: [Fact]) {
        self.grid = grid
        values = GridValues(grid, facts)
    }

    /// So many rows show what a column is.
    private static let leastProof = 3
    private static let mostColumns = 16

    private typealias Place = (row: Int, column: Int, sign: Double)

    /// What the rows show of their columns: 决算数 less 预算数 is 增减额, over 预算数 it is 增减%.
    func ofColumns(rule: String) -> [Relation] {
        guard grid.heads.count >= 3, grid.heads.count <= Self.mostColumns, grid.rows.count > Self.leastProof else {
            return []
        }
        let rows = grid.rows.indices
        let sums = additions().flatMap { target, terms -> [Relation] in
            let trials = rows.map { row in values.sum((row, target), terms.map { (row, $0, 1) }) }
            guard isProven(trials, of: [target] + terms) else { return [] }
            let names = terms.map { grid.heads[$0] }.filter { !$0.isEmpty }
            let source =
                names.count == terms.count && terms.count < 4
                ? Bilingual(
                    names.map { "“\($0)”" }.joined(separator: "与") + "之和",
                    "the sum of " + names.map { "“\($0)”" }.joined(separator: " and "))
                : Bilingual("本行各栏之和", "the row's cells")
            return rows.compactMap { row in sum((row, target), terms.map { (row, $0, 1) }, rule, source) }
        }
        let rates = rates().flatMap { target, rate -> [Relation] in
            let trials = rows.map { values.rate($0, target, rate) }
            guard isProven(trials, of: [target, rate.part, rate.whole]) else { return [] }
            return rows.compactMap { relation($0, target, rate, rule) }
        }
        return sums + rates
    }

    /// Whether several rows show that it holds, and few that it does not.
    private func isProven(_ trials: [GridValues.Trial?], of columns: [Int]) -> Bool {
        let failed = trials.count { $0 == .fails }
        guard failed > 0 else { return false }
        // A row said twice, for the body and for its only unit, shows no more than once.
        let shown = Set(trials.indices.filter { trials[$0] == .holds }.map { row in columns.map { values.values[row][$0] } })
        return shown.count >= Self.leastProof && failed <= max(1, shown.count / 4)
    }

    /// Every column as the sum of two others, or of a run of more.
    private func additions() -> [(target: Int, terms: [Int])] {
        let columns = grid.heads.indices.filter { !grid.isRate($0) }
        var found: [(target: Int, terms: [Int])] = []
        for target in columns {
            let others = columns.filter { $0 != target }
            for (index, first) in others.enumerated() {
                found += others[(index + 1)...].map { (target, [first, $0]) }
            }
            for start in columns.indices where columns[start] != target {
                for end in columns.indices where end >= start + 2 {
                    let run = Array(columns[start...end])
                    if run.contains(target) { break }
                    found.append((target, run))
                }
            }
        }
        return found
    }

    private func rates() -> [(target: Int, rate: GridRate)] {
        let columns = Array(grid.heads.indices)
        let targets = columns.filter { grid.isRate($0) || isOfPercent($0) }
        return targets.flatMap { target -> [(target: Int, rate: GridRate)] in
            let others = columns.filter { $0 != target && !targets.contains($0) }
            return others.flatMap { whole in
                others.filter { $0 != whole }.flatMap { part in
                    [
                        GridRate(part: part, whole: whole, isChange: false, sign: 1),
                        GridRate(part: part, whole: whole, isChange: true, sign: 1),
                        GridRate(part: part, whole: whole, isChange: true, sign: -1),
                    ].map { (target, $0) }
                }
            }
        }
    }

    private func isOfPercent(_ column: Int) -> Bool {
        grid.heads[column].contains("增减") || grid.heads[column].contains("增长") || grid.heads[column].contains("±")
    }

    // MARK: Rows

    /// What the columns show of the rows: 合计 is the sum of the rows numbered below it.
    func ofRows(rule: String) -> [Relation] {
        let columns = grid.heads.indices.filter { !grid.isRate($0) }
        guard grid.rows.count > 2, !columns.isEmpty else { return [] }
        struct Family {
            var target: Int
            var children: [Int]
            var trials: [Int: GridValues.Trial]
            func count(_ trial: GridValues.Trial) -> Int { trials.values.count { $0 == trial } }
        }
        var families: [Family] = []
        for target in grid.rows.indices {
            for children in children(of: target, in: columns[0]) {
                let trials = columns.compactMap { column in
                    values.sum((target, column), children.map { ($0, column, 1) }).map { (column, $0) }
                }
                families.append(
                    Family(
                        target: target, children: children, trials: Dictionary(trials) { first, _ in first }))
            }
        }
        // A column adds up if it does elsewhere.
        var adding: [Int: Int] = [:]
        for family in families {
            for (column, trial) in family.trials where trial == .holds { adding[column, default: 0] += 1 }
        }
        let meant = families.filter { family in
            let (held, failed) = (family.count(.holds), family.count(.fails))
            guard failed > 0 else { return false }
            return held >= failed
                || family.trials.allSatisfy { $1 != .fails || adding[$0, default: 0] > 0 } && failed == 1
        }
        return meant.flatMap { family -> [Relation] in
            let isShown = family.count(.holds) > 1 && family.count(.fails) == 1
            return family.trials.sorted { $0.key < $1.key }.compactMap { column, trial -> Relation? in
                guard trial != .fails || isShown || adding[column, default: 0] > 0 || family.count(.holds) > 0 else {
                    return nil
                }
                let relation = sum(
                    (family.target, column), family.children.map { ($0, column, 1) }, rule,
                    Bilingual("其各分项之和", "the rows below it"))
                return isShown && adding[column, default: 0] > 0 ? relation : relation?.with(proof: .inferred)
            }
        }
    }

    /// The rows that a row may be the sum of: those of the next level below it, or before it where it closes a list.
    private func children(of row: Int, in column: Int) -> [[Int]] {
        let levels = grid.rows.map { $0.levels[column].depth }
        func widest(_ span: ArraySlice<Int>) -> [Int] {
            guard let least = span.map({ levels[$0] }).min() else { return [] }
            return span.filter { levels[$0] == least }
        }
        let all = Array(grid.rows.indices)
        let below = widest(all[(row + 1)...].prefix { levels[$0] > levels[row] })
        var found = below.count > 1 ? [below] : []
        if grid.rows[row].levels[column] == .total, row > 1 {
            let start = (all[..<row].last { levels[$0] == 0 }).map { $0 + 1 } ?? 0
            let above = widest(all[start..<row])
            if above.count > 1 { found.append(above) }
        }
        return found
    }

    // MARK: Relations

    private func sum(
        _ target: (row: Int, column: Int), _ terms: [Place], _ rule: String, _ source: Bilingual
    ) -> Relation? {
        let facts = terms.compactMap { grid.rows[$0.row].facts[$0.column] }
        guard let fact = grid.rows[target.row].facts[target.column], !facts.isEmpty else { return nil }
        return Relation(
            rule: rule, target: fact, form: .sum(facts.map { Relation.Term($0) }), source: source, noteGroup: "grid")
    }

    private func relation(_ row: Int, _ target: Int, _ rate: GridRate, _ rule: String) -> Relation? {
        let facts = grid.rows[row].facts
        guard let stated = facts[target], let part = facts[rate.part], let whole = facts[rate.whole] else { return nil }
        let sign = rate.sign < 0 ? -1 : 1
        let top = [Relation.Term(part, sign)] + (rate.isChange ? [Relation.Term(whole, -sign)] : [])
        let (first, second) = (grid.heads[rate.part], grid.heads[rate.whole])
        let source =
            rate.isChange
            ? Bilingual("“\(first)”比“\(second)”的增减", "the change from “\(second)” to “\(first)”")
            : Bilingual("“\(first)”÷“\(second)”", "“\(first)” over “\(second)”")
        return Relation(
            rule: rule, target: stated, form: .ratio(part: top, whole: [Relation.Term(whole)]), source: source,
            noteGroup: "grid")
    }
}
