import FinalAccounts
import Platform

/// Account lines as a source gave them, and what can be asked of them before anything is worked out.
package struct AccountLines: Sendable {
    /// The lines, in a deterministic order.
    package var lines: [AccountLine]
    /// What was left out on reading, one sentence each.
    package var warnings: [Bilingual]

    package init(_ lines: [AccountLine], warnings: [Bilingual] = []) {
        self.lines = lines
        self.warnings = warnings
    }

    /// The latest year that has an actual.
    package var latestYear: FiscalYear? {
        lines.lazy.filter { $0.actual != nil }.map(\.fiscalYear).max()
    }

    /// The year asked for, or the latest with actuals.
    ///
    /// - Throws: ``WorkbenchError`` when the year has no line, or no year has actuals.
    package func reviewedYear(_ year: FiscalYear?) throws(WorkbenchError) -> FiscalYear {
        if let year {
            guard lines.contains(where: { $0.fiscalYear == year }) else {
                let years = Set(lines.map(\.fiscalYear)).sorted().map(\.description).joined(separator: ", ")
                throw WorkbenchError(
                    .data, Bilingual("没有 \(year) 年度的科目数据", "no account lines of \(year)"),
                    advice: Bilingual("现有年度为 \(years)", "there are lines of \(years)"))
            }
            return year
        }
        guard let latestYear else {
            throw WorkbenchError(
                .data, Bilingual("没有任何科目有决算数", "no line has an actual"),
                advice: Bilingual("无从比较", "nothing can be compared"))
        }
        return latestYear
    }

    /// The one body that has lines of a year.
    ///
    /// - Throws: ``WorkbenchError`` when there are several.
    package func soleUnit(in year: FiscalYear) throws(WorkbenchError) -> BudgetUnit {
        let units = Set(lines.lazy.filter { $0.fiscalYear == year }.map(\.unit)).sorted()
        guard let unit = units.first, units.count == 1 else {
            let names = units.prefix(5).map(\.name).listed()
            throw WorkbenchError(
                .usage,
                Bilingual(
                    "有 \(units.count) 个单位有 \(year) 年度的数据（\(names.zhHans)\(units.count > 5 ? "等" : "")）",
                    "\(units.count) bodies have lines of \(year) (\(names.en)\(units.count > 5 ? ", …" : ""))"),
                .chooseUnit)
        }
        return unit
    }

    /// The lines a forecast of `target` may know of: those of the years before it and, with a budget, the target's own
    /// initial budgets.
    package func known(before target: FiscalYear, withBudget: Bool) -> AccountLines {
        // The lines of most calls are all of earlier years, and may be millions.
        guard lines.contains(where: { $0.fiscalYear >= target }) else { return self }
        return AccountLines(
            lines.compactMap { line in
                if line.fiscalYear < target { return line }
                guard withBudget, line.fiscalYear == target else { return nil }
                var budget = line
                (budget.adjustedBudget, budget.actual, budget.basic, budget.project) = (nil, nil, nil, nil)
                return budget
            })
    }

    /// The lines of one body.
    package func of(_ unit: BudgetUnit) -> AccountLines {
        AccountLines(lines.filter { $0.unit == unit })
    }
}
