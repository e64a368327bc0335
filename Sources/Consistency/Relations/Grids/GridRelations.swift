import FinalAccounts
import Platform

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
        let tried = additions().map { target, terms in
            (target, terms, rows.map { row in values.sum((row, target), terms.map { (row, $0, 1) }) })
        }
        // What holds of one column throughout does not hold of another that only mostly has the same amounts.
        let whole = Set(tried.filter { !$2.contains(.fails) && $2.count { $0 == .holds } >= Self.leastProof }.map(\.1))
        let sums = tried.flatMap { target, terms, trials -> [Relation] in
            let isProven = isProven(trials, of: [target] + terms)
            guard !whole.contains(terms), isProven || sumsByHead(target, terms) && isShown(trials) else { return [] }
            let names = terms.map { grid.heads[$0] }.filter { !$0.isEmpty }
            let source =
                names.count == terms.count && terms.count < 4
                ? Bilingual(
                    names.map { "“\($0)”" }.joined(separator: "与") + "之和",
                    "the sum of " + names.map { "“\($0)”" }.joined(separator: " and "))
                : Bilingual("本行各栏之和", "the row's cells")
            return rows.compactMap { row in
                // A row without a name may be the rest of another.
                guard isProven || !grid.rows[row].labels[target].isEmpty else { return nil }
                return sum((row, target), terms.map { (row, $0, 1) }, rule, source)
            }
        }
        let shares = rates().map { target, rate in (target, rate, rows.map { values.rate($0, target, rate) }) }
        let settled = Set(
            shares.filter { !$2.contains(.fails) && $2.count { $0 == .holds } >= Self.leastProof }.map(\.0))
        // 调整预算数 is 执行数 in most rows: of two ways that explain a column the one counts that fails in fewer of them.
        let shown = shares.filter { $2.count { $0 == .holds } >= Self.leastProof }
        let fewest = Dictionary(shown.map { ($0, $2.count { $0 == .fails }) }, uniquingKeysWith: min)
        let rates = shares.flatMap { target, rate, trials -> [Relation] in
            guard !settled.contains(target), isProven(trials, of: [target, rate.part, rate.whole]),
                trials.count(where: { $0 == .fails }) == fewest[target]
            else { return [] }
            return rows.compactMap { relation($0, target, rate, rule) }
        }
        return sums + rates
    }

    /// Whether several rows show that it holds, and few that it does not.
    private func isProven(_ trials: [GridValues.Trial?], of columns: [Int]) -> Bool {
        let failed = trials.count { $0 == .fails }
        guard failed > 0 else { return false }
        // A row said twice, for the body and for its only unit, shows no more than once.
        let shown = Set(
            trials.indices.filter { trials[$0] == .holds }.map { row in columns.map { values.values[row][$0] } })
        return shown.count >= Self.leastProof && failed <= max(1, shown.count / 2)
    }

    /// Whether a column is called the sum of what stands behind it, up to the next that is: 本年支出合计 over 基本支出, 项目支出.
    private func sumsByHead(_ target: Int, _ terms: [Int]) -> Bool {
        func isTotal(_ column: Int) -> Bool {
            let head = grid.heads[column].filter { !$0.isNumber }
            return ["合计", "总计", "小计"].contains { head.closes(with: $0) }
        }
        let run = grid.heads.indices[(target + 1)...].prefix { !isTotal($0) && !grid.isRate($0) }
        return isTotal(target) && terms.count > 1 && Array(run) == terms
    }

    /// Whether a sum that the head announces holds in some rows and fails in hardly any.
    private func isShown(_ trials: [GridValues.Trial?]) -> Bool {
        let (held, failed) = (trials.count { $0 == .holds }, trials.count { $0 == .fails })
        return failed == 1 && held >= 1 && trials.count { $0 == .holds || $0 == .idle } >= 3
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

    /// A row that may be the sum of others, and how that comes out by column.
    private struct Family {
        var target: Int
        var children: [Int]
        var trials: [Int: GridValues.Trial]
        func count(_ trial: GridValues.Trial) -> Int { trials.values.count { $0 == trial } }
    }

    /// What the columns show of the rows: 合计 is the sum of the rows numbered below it.
    func ofRows(rule: String) -> [Relation] {
        guard grid.rows.count > 2 else { return [] }
        // Columns with labels of their own are another table beside the first.
        let columns = grid.heads.indices.filter { !grid.isRate($0) }
        let blocks = Dictionary(grouping: columns) { column in grid.rows.map { $0.labels[column] } }
        return blocks.values.sorted { $0[0] < $1[0] }.flatMap { ofRows($0, rule) }
    }

    private func ofRows(_ columns: [Int], _ rule: String) -> [Relation] {
        let families = grid.rows.indices.flatMap { target -> [Family] in
            let tried = children(of: target, in: columns[0]).map { children in
                let trials = columns.compactMap { column in
                    values.sum((target, column), children.map { ($0, column, 1) }).map { (column, $0) }
                }
                return Family(target: target, children: children, trials: Dictionary(trials) { first, _ in first })
            }
            // Where one way of adding up holds throughout, that is the one.
            return tried.filter { $0.count(.fails) == 0 && $0.count(.holds) > 0 }.first.map { [$0] } ?? tried
        }
        var adding: [Int: Int] = [:]
        for family in families {
            for (column, trial) in family.trials where trial == .holds { adding[column, default: 0] += 1 }
        }
        return bounds(columns, rule)
            + families.flatMap { family -> [Relation] in
                let (held, failed) = (family.count(.holds), failures(family))
                // Columns that hold show what the row is; a column that adds up elsewhere shows it less surely.
                let isShown = held > 1 && (failed == 1 || failed * 3 <= held)
                let isLikely = failed == 1 && family.trials.contains { $1 == .fails && adding[$0, default: 0] > 0 }
                let isOfForm = failed == 1 && isNear(family) && sumsByName(family, columns[0], held: held)
                guard failed > 0, isShown || isLikely && (held > 0 || isNear(family)) || isOfForm else { return [] }
                return family.trials.keys.sorted().compactMap { column -> Relation? in
                    let relation = sum(
                        (family.target, column), family.children.map { ($0, column, 1) }, rule,
                        Bilingual("其各分项之和", "the rows below it"))
                    return isShown && adding[column, default: 0] > 0 ? relation : relation?.with(proof: .inferred)
                }
            }
    }

    /// 公务用车费 0, 其中：运行维护费 22.10: what a row names as a part of the one above it is not more than that.
    private func bounds(_ columns: [Int], _ rule: String) -> [Relation] {
        grid.rows.indices.dropFirst().flatMap { row -> [Relation] in
            guard grid.rows[row].labels[columns[0]].opens(with: "其中") else { return [] }
            return columns.compactMap { column -> Relation? in
                guard let part = values.values[row][column], let whole = values.values[row - 1][column], part > whole,
                    whole >= 0, let fact = grid.rows[row].facts[column], let above = grid.rows[row - 1].facts[column]
                else { return nil }
                return Relation(
                    rule: rule, target: fact, form: .notAbove([Relation.Term(above)]),
                    source: Bilingual(
                        "其上一行“\(grid.rows[row - 1].labels[column])”", "“\(grid.rows[row - 1].labels[column])” above it")
                ).with(proof: .inferred)
            }
        }
    }

    /// How many columns fail; two that hold the same numbers, as a total and its only part do, fail once.
    private func failures(_ family: Family) -> Int {
        Set(
            family.trials.filter { $1 == .fails }.keys.map { column in
                ([family.target] + family.children).map { values.values[$0][column] }
            }
        ).count
    }

    /// Whether a row is called the sum of what stands by it: 支出合计 where another column adds up, 本年支出合计 anyhow.
    private func sumsByName(_ family: Family, _ column: Int, held: Int) -> Bool {
        guard family.children.count >= 3 else { return false }
        let label = grid.rows[family.target].labels[column]
        return held > 0 && label.closes(with: "合计") || ["本年支出合计", "本年收入合计"].contains(label)
    }

    /// Whether the gap is small beside the total: a column that is none of these rows' is far from their sum.
    private func isNear(_ family: Family) -> Bool {
        family.trials.filter { $1 == .fails }.keys.allSatisfy { column in
            guard let stated = values.values[family.target][column] else { return false }
            let sum = family.children.compactMap { values.values[$0][column] }.reduce(0, +)
            return abs(stated - sum) * 8 <= abs(stated)
        }
    }

    /// The rows that a row may be the sum of: those of the next level below it, or before it where it closes a list.
    private func children(of row: Int, in column: Int) -> [[Int]] {
        let levels = grid.rows.map { $0.levels[column].depth }
        func widest(_ span: ArraySlice<Int>) -> [Int] {
            guard let least = span.map({ levels[$0] }).min() else { return [] }
            return span.filter { levels[$0] == least }
        }
        let all = Array(grid.rows.indices).filter {
            grid.rows[$0].facts[column] != nil || !grid.rows[$0].labels[column].isEmpty
        }
        guard let place = all.firstIndex(of: row) else { return [] }
        let isTotal = grid.rows[row].levels[column] == .total
        let below = widest(all[(place + 1)...].prefix { levels[$0] > levels[row] })
        // A total over one body alone is that body's row.
        var found = below.count > 1 || below.count == 1 && isTotal ? [below] : []
        if isTotal, place > 1 {
            let last = all[..<place].lastIndex { levels[$0] == 0 }
            let above = widest(all[((last ?? -1) + 1)..<place])
            if above.count > 1 { found.append(above) }
            // 总计 is 本年合计 with the balances below it.
            if let last, place > last + 1 {
                let between = all[(last + 1)..<place]
                let balances = between.filter { row in
                    ["结转", "结余", "弥补", "分配"].contains { grid.rows[row].labels[column].contains($0) }
                }
                found += [[all[last]] + between, [all[last]] + balances].filter { $0.count > 1 }
            }
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
