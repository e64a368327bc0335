import FinalAccounts
import Forecasting

/// Tells what class a line is of, from its years, the document's reasons, its name, and what its forecast noted.
///
/// A line that was in no initial budget is never taken for one that is asked for, whatever its name: the class of what is
/// not budgeted goes by the reasons.
package struct LineClassifier: Sendable {
    private let target: FiscalYear

    /// Reasons of so many of the last years are looked at.
    private static let reasonYears = 3
    /// So many years without an initial budget make a line that had one before a line that is left out.
    private static let leftOutYears = 2
    /// Spending that exceeds the initial budget by more than this share is not what the budget was for.
    private static let tolerance = 0.1
    /// So many years running above the initial budget make a line to which money is added, whatever the reasons.
    private static let exceededYears = 2
    /// So many years of like additions are a habit.
    private static let recurringYears = 4

    /// - Parameter target: the year the budget is for; nothing from it on is looked at.
    package init(target: FiscalYear) {
        self.target = target
    }

    /// The class of a line.
    package func classification(of series: SpendingSeries, notes: [ForecastNote] = []) -> LineClassification {
        let years = series.observations.filter { $0.year < target && isKnown($0) }
        if let ended = ended(years, notes) { return ended }
        let told = years.filter { $0.initialBudget != .notStated }
        let budgeted = told.count(where: isBudgeted)
        let trailing = told.reversed().prefix { !isBudgeted($0) }.count
        if told.isEmpty { return withoutBudgets(series, years) }
        if budgeted == 0 {
            return outsideBudget(series, years, [.neverBudgeted(years: told.count)])
        }
        if trailing >= Self.leftOutYears {
            return outsideBudget(series, years, [.leftOutOfBudget(years: trailing)])
        }
        return inBudget(series, years, notes, .budgeted(years: budgeted, of: told.count))
    }

    private func isKnown(_ year: Observation) -> Bool {
        year.actual.map { $0 != .zero } ?? false || isBudgeted(year)
    }

    private func isBudgeted(_ year: Observation) -> Bool { year.initialBudget.amount.map { $0 > .zero } ?? false }

    private func ended(_ years: [Observation], _ notes: [ForecastNote]) -> LineClassification? {
        for case .ended(let year, _) in notes { return LineClassification(.ended, [.lastYear(year)]) }
        guard let last = years.last else { return LineClassification(.ended, []) }
        return last.year < target.previous.previous
            ? LineClassification(.ended, [.lastYear(last.year.number)]) : nil
    }

    private func withoutBudgets(_ series: SpendingSeries, _ years: [Observation]) -> LineClassification {
        if let word = ClassWords.first(ClassWords.oneOff, in: series.subject.name) {
            return LineClassification(.oneOff, [.name(word), .noBudgetStated])
        }
        return LineClassification(.unstated, [.noBudgetStated])
    }

    /// What is spent without an initial budget.
    private func outsideBudget(
        _ series: SpendingSeries, _ years: [Observation], _ evidence: [ClassEvidence]
    ) -> LineClassification {
        let first = years.count == 1 ? years.map { ClassEvidence.firstYear($0.year.number) } : []
        if let found = reason(ClassWords.oneOff, years) ?? name(ClassWords.oneOff, series) {
            return LineClassification(.oneOff, [found] + evidence + first)
        }
        if let found = reason(ClassWords.transfer, years) {
            return LineClassification(.transfer, [found] + evidence + first)
        }
        return LineClassification(.addedInYear, evidence + recurring(years) + first)
    }

    /// Additions that come every year and are alike, up to the last year.
    private func recurring(_ years: [Observation]) -> [ClassEvidence] {
        let spent = years.compactMap { $0.actual?.doubleValue }
        guard spent.count >= Self.recurringYears, let least = spent.min(), let most = spent.max(), least > 0,
            most <= 2 * least, years.last?.year == target.previous,
            years.first?.year.number == target.number - spent.count
        else { return [] }
        return [.recurring(years: spent.count)]
    }

    /// What has an initial budget.
    private func inBudget(
        _ series: SpendingSeries, _ years: [Observation], _ notes: [ForecastNote], _ budgeted: ClassEvidence
    ) -> LineClassification {
        var outside: [ClassEvidence] = []
        for case .oneOff(let year, _, _) in notes { outside.append(.farOutside(year: year)) }
        if let found = name(ClassWords.threePublic, series) {
            return LineClassification(.threePublic, [found, budgeted] + outside)
        }
        if let found = name(ClassWords.personnel, series) {
            return LineClassification(.personnel, [found, budgeted] + outside)
        }
        if years.count == 1, let only = years.first {
            let evidence = [ClassEvidence.firstYear(only.year.number), budgeted]
            if let found = reason(ClassWords.oneOff, years) ?? name(ClassWords.oneOff, series) {
                return LineClassification(.oneOff, [found] + evidence)
            }
            return LineClassification(.new, evidence)
        }
        if let found = additions(years) { return LineClassification(.toppedUp, found + [budgeted] + outside) }
        return LineClassification(.budgeted, [budgeted] + outside)
    }

    /// What shows that money was added to the budget of the last year; `nil` where nothing does.
    private func additions(_ years: [Observation]) -> [ClassEvidence]? {
        let run = years.reversed().prefix(while: isExceeded).count
        let said = run == 0 ? nil : reason(ClassWords.addition, years.suffix(1))
        guard run >= Self.exceededYears || said != nil else { return nil }
        return [said, .exceeded(years: run)].compactMap { $0 }
    }

    private func isExceeded(_ year: Observation) -> Bool {
        guard let actual = year.actual, let budget = year.initialBudget.amount, budget > .zero else { return false }
        return actual.doubleValue > (1 + Self.tolerance) * budget.doubleValue
    }

    private func name(_ words: [String], _ series: SpendingSeries) -> ClassEvidence? {
        ClassWords.first(words, in: series.subject.name).map { .name($0) }
    }

    private func reason(_ words: [String], _ years: some BidirectionalCollection<Observation>) -> ClassEvidence? {
        for year in years.suffix(Self.reasonYears).reversed() {
            guard let reason = year.reason, let word = ClassWords.first(words, in: reason) else { continue }
            return .reason(word, year: year.year.number)
        }
        return nil
    }
}
