/// A small body as it stood before one year, with only a few years of its past: what stored models are fitted on.
///
/// Columns are the known years, oldest first, and then the years to be forecast.
package struct CutBody: Sendable {
    /// The figures, one row for each subject.
    package let panel: SeriesPanel
    /// The number of known years, which is the column forecast first.
    package let known: Int
    /// The number of the source, from zero; sources count alike in a fit.
    package let source: Int

    /// The subjects of `panel` in `rows`, with `known` years before `column`.
    package init(_ panel: SeriesPanel, rows: [Int], column: Int, known: Int, ahead: Int, source: Int) {
        let years = min(known + ahead, panel.years - column + known)
        var cut = SeriesPanel(
            series: rows.count, firstYear: panel.firstYear + column - known, years: years, hasBudgets: panel.hasBudgets)
        for (i, row) in rows.enumerated() {
            for j in 0..<years {
                let place = row * panel.years + column - known + j
                let year = cut.firstYear + j
                cut.setActual(panel.actuals[place], series: i, year: year)
                guard panel.hasBudgets else { continue }
                cut.setBudget(panel.budgets[place], series: i, year: year)
                cut.setAdjusted(panel.adjusted[place], series: i, year: year)
            }
        }
        self.panel = cut.aligningBudgetSigns()
        self.known = known
        self.source = source
    }
}

extension CutBody {
    private static let longest = 5
    private static let ahead = 3
    private static let wholeBody = 80
    private static let draws = 8
    private static let seed: UInt64 = 1717

    /// Bodies cut from panels, for every year before `end` and one to five known years: a panel of up to eighty subjects as
    /// it is, of a larger one eight bodies of forty to sixty subjects, half of them neighbours and half from everywhere.
    package static func bodies(of panels: [SeriesPanel], before end: Int, source: Int) -> [CutBody] {
        var random = NormalGenerator(seed: seed)
        var result: [CutBody] = []
        for panel in panels {
            for column in 1..<max(min(end, panel.years), 1) {
                for known in 1...min(column, longest) {
                    for rows in draw(panel, column: column, known: known, &random) {
                        result.append(
                            CutBody(
                                panel, rows: rows, column: column, known: known, ahead: min(ahead, end - column),
                                source: source))
                    }
                }
            }
        }
        return result
    }

    private static func draw(
        _ panel: SeriesPanel, column: Int, known: Int, _ random: inout NormalGenerator
    ) -> [[Int]] {
        let rows = (0..<panel.series).filter { i in
            ((column - known)...column).contains { !panel.actuals[i * panel.years + $0].isNaN }
        }
        guard rows.count > wholeBody else { return rows.isEmpty ? [] : [rows] }
        return (0..<draws).map { number in
            let count = 40 + Int(21 * random.uniform())
            if number.isMultiple(of: 2) {
                let start = Int(Double(rows.count - count) * random.uniform())
                return Array(rows[start..<(start + count)])
            }
            var pool = rows
            for k in 0..<count { pool.swapAt(k, k + Int(Double(pool.count - k) * random.uniform())) }
            return pool.prefix(count).sorted()
        }
    }
}
