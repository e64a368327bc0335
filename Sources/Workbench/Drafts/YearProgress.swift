import Budgeting
import FinalAccounts
import Forecasting
import Platform
import Reporting

/// The year so far: what has been spent, what it will come to, and what its budget asks for.
package struct YearProgress: Sendable {
    /// How the year is forecast from the years before it; ``SpendingForecast/target`` is the year.
    package var forecast: SpendingForecast
    /// The month that is looked at; `nil` for the last one reported.
    package var month: Int?

    package init(_ forecast: SpendingForecast, month: Int? = nil) {
        self.forecast = forecast
        self.month = month
    }

    /// The table of a body's year.
    ///
    /// - Parameters:
    ///   - rows: reports of execution, of the year and of earlier ones, whose months show how a year usually goes.
    ///   - accounts: the accounts; initial and adjusted budgets of the year are taken from them where no report tells them.
    ///     `nil` without any.
    ///   - drafted: the final budgets of a stored draft, which count where neither tells one.
    /// - Throws: ``WorkbenchError`` without reports of the year or with those of several bodies.
    package func table(
        of rows: [ExecutionFile.Row], accounts: AccountLines?, drafted: [DraftEntry] = []
    ) throws -> ReportTable {
        guard let year = forecast.target ?? rows.map(\.year).max(),
            let month = month ?? rows.filter({ $0.year == year }).map(\.month).max()
        else {
            throw WorkbenchError(
                .data, Bilingual("没有该年度的执行报表", "no report is of the year"),
                advice: Bilingual("请给出含该年度月份的报表", "name one with months of it"))
        }
        let unit = try body(of: rows, accounts, year)
        let own = rows.filter { $0.unit == nil || $0.unit == unit.name }
        let periods = periods(of: try leaves(of: own, unit: unit))
        guard periods.values.contains(where: { $0.executed(by: month, of: year) != nil }) else {
            throw WorkbenchError(
                .data, Bilingual("没有 \(year) 年截至 \(month) 月的执行报表", "no report is of \(year) up to month \(month)"),
                advice: Bilingual("请用 --through 另选月份", "name another month with --through"))
        }
        let known = try knowledge(of: accounts?.of(unit), year: year)
        let lines = try ProgressLines(
            periods: periods, year: year, month: month, budgets: budgets(own, known.accounts, drafted, unit, year),
            actuals: known.actuals, forecasts: known.forecasts, subjects: subjects(of: own, unit: unit)
        ).lines()
        return ProgressTable(
            unit: unit, year: year, month: month, lines: lines, language: forecast.context.language,
            amounts: forecast.context.amounts
        ).table
    }

    // MARK: What is known

    private func body(
        of rows: [ExecutionFile.Row], _ accounts: AccountLines?, _ year: FiscalYear
    ) throws(WorkbenchError) -> BudgetUnit {
        let named = Set(rows.compactMap(\.unit))
        if named.count == 1, let name = named.first { return BudgetUnit(name) }
        guard let accounts else {
            if named.isEmpty { return BudgetUnit("") }
            throw WorkbenchError(
                .usage, Bilingual("执行报表涉及 \(named.count) 个单位", "the reports are of \(named.count) bodies"), .chooseUnit)
        }
        let units = Set(accounts.lines.map(\.unit))
        if units.count == 1, let unit = units.first { return unit }
        throw WorkbenchError(
            .usage, Bilingual("决算数据涉及 \(units.count) 个单位", "the accounts are of \(units.count) bodies"), .chooseUnit)
    }

    /// A report's row as an account line, so that codes and names settle as those of accounts do.
    private func line(_ row: ExecutionFile.Row, unit: BudgetUnit) -> AccountLine {
        var subject = row.subject
        if let code = subject.code, let level = forecast.context.scheme.level(of: code) {
            subject = Subject(code: code, names: subject.names, level: level)
        }
        let line = AccountLine(
            unit: unit, fiscalYear: row.year, subject: subject,
            initialBudget: row.initialBudget.map { .stated($0) } ?? .notStated, adjustedBudget: row.adjustedBudget)
        return forecast.context.succeeded(forecast.context.settled([line])).first ?? line
    }

    private func subjects(of rows: [ExecutionFile.Row], unit: BudgetUnit) -> [SubjectKey: Subject] {
        Dictionary(rows.map { line($0, unit: unit).subject }.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The rows of subjects with none below them.
    private func leaves(
        of rows: [ExecutionFile.Row], unit: BudgetUnit
    ) throws -> [(key: SubjectKey, row: ExecutionFile.Row)] {
        let keyed = rows.map { (key: line($0, unit: unit).subject.key, row: $0) }
        var parents: Set<SubjectKey> = []
        for key in Set(keyed.map(\.key)) {
            var above = forecast.context.scheme.parent(of: key)
            while let parent = above {
                parents.insert(parent)
                above = forecast.context.scheme.parent(of: parent)
            }
        }
        return keyed.filter { !parents.contains($0.key) }
    }

    /// What each subject had spent by the end of months; periods are added up from January, a month that is left out is one
    /// without spending.
    private func periods(of rows: [(key: SubjectKey, row: ExecutionFile.Row)]) -> [SubjectKey: ExecutedPeriods] {
        var result: [SubjectKey: ExecutedPeriods] = [:]
        for (key, rows) in Dictionary(grouping: rows, by: \.key) {
            var periods = ExecutedPeriods()
            for (year, months) in Dictionary(grouping: rows.map(\.row), by: \.year) {
                var sum = Amount.zero
                for (month, rows) in Dictionary(grouping: months, by: \.month).sorted(by: { $0.key < $1.key }) {
                    let sums = rows.compactMap(\.toDate)
                    let parts = rows.compactMap(\.inPeriod)
                    sum = (try? Amount.sum(sums.isEmpty ? [sum] + parts : sums)) ?? sum
                    periods.note(sum, by: month, of: year)
                }
            }
            result[key] = periods
        }
        return result
    }

    private struct Knowledge {
        var accounts: [AccountLine] = []
        var actuals: [SubjectKey: [FiscalYear: Amount]] = [:]
        var forecasts: [SubjectKey: Forecast] = [:]
    }

    private func knowledge(of accounts: AccountLines?, year: FiscalYear) throws -> Knowledge {
        guard let accounts else { return Knowledge() }
        var known = Knowledge()
        known.accounts = forecast.context.succeeded(forecast.context.settled(accounts.lines)).filter {
            $0.fiscalYear == year
        }
        let before = accounts.known(before: year, withBudget: false)
        guard before.lines.contains(where: { $0.actual != nil }) else { return known }
        let series = try forecast.context.series(from: before.lines)
        for one in series {
            known.actuals[one.subject.key] = Dictionary(
                one.observations.compactMap { year in year.actual.map { (year.year, $0) } }
            ) { first, _ in first }
        }
        var target = forecast
        (target.target, target.withBudget, target.horizon) = (year, false, 1)
        for one in try target.run(on: series, target: year).run.forecasts where one.targetYear == year {
            known.forecasts[one.subject.key] = one
        }
        return known
    }

    /// Initial and adjusted budgets of the year.
    private func budgets(
        _ rows: [ExecutionFile.Row], _ accounts: [AccountLine], _ drafted: [DraftEntry], _ unit: BudgetUnit,
        _ year: FiscalYear
    ) -> [SubjectKey: ProgressLines.Budget] {
        var budgets: [SubjectKey: ProgressLines.Budget] = [:]
        for entry in drafted { budgets[entry.subject.key] = .init(initial: try? entry.final()) }
        for line in accounts {
            let initial = line.initialBudget == .unbudgeted ? .zero : line.initialBudget.amount
            budgets[line.subject.key, default: .init()].add(initial: initial, adjusted: line.adjustedBudget)
        }
        for row in rows.filter({ $0.year == year }).sorted(by: { $0.month < $1.month }) {
            let key = line(row, unit: unit).subject.key
            if let initial = row.initialBudget { budgets[key, default: .init()].initial = initial }
            if let adjusted = row.adjustedBudget { budgets[key, default: .init()].adjusted = adjusted }
        }
        return budgets
    }
}
