import FinalAccounts
import OfficialForm

/// Makes the figures of a disclosure of account lines: prints the amounts, works out rates, shares and totals.
///
/// What lines cannot tell (income, the three public costs, procurement, evaluations) is given as stated figures and taken over as it
/// is. What they tell is worked out from them, whatever is stated, where each of them states what it takes.
///
/// ```swift
/// let composer = DisclosureComposer(unit: unit, fiscalYear: FiscalYear(2023))
/// let accounts = try composer.compose(lines: lines, lastYear: earlierLines)
/// let text = NarrativeWriter().write(accounts).text
/// ```
package struct DisclosureComposer: Sendable {
    /// The body.
    package var unit: BudgetUnit
    /// The year of the accounts.
    package var fiscalYear: FiscalYear
    /// The unit amounts are printed in.
    package var amountUnit: AmountUnit
    /// The decimals amounts are printed with.
    package var decimals: Int

    package init(unit: BudgetUnit, fiscalYear: FiscalYear, amountUnit: AmountUnit = .wan, decimals: Int = 2) {
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.amountUnit = amountUnit
        self.decimals = decimals
    }

    /// Composes the figures.
    ///
    /// - Parameters:
    ///   - lines: the lines of the year, each of them a leaf; lines of other years are left out.
    ///   - lastYear: last year's lines, for the changes.
    ///   - stated: figures that lines cannot tell.
    ///   - evaluations: self-evaluations.
    /// - Throws: `AmountError` where sums do not fit.
    package func compose(
        lines: [AccountLine], lastYear: [AccountLine] = [], stated: [StatedFigure] = [],
        evaluations: [Evaluation] = []
    ) throws(AmountError) -> StatedAccounts {
        let own = lines.filter { $0.fiscalYear == fiscalYear }
        var disclosed: [DisclosedLine] = []
        for line in own { disclosed.append(try print(line)) }
        var figures = stated
        let given = Set(stated.map(\.measure))
        let firstMentions = Dictionary(stated.indices.map { (Key(stated[$0]), $0) }) { first, _ in first }
        for fund in Fund.allCases {
            let part = disclosed.filter { $0.line.fund == fund }
            guard !part.isEmpty else { continue }
            let earlier = lastYear.filter { $0.fund == fund && $0.fiscalYear == fiscalYear.previous }
            var differs = false
            for figure in try totals(of: part, fund: fund, lastYear: earlier) {
                guard let index = firstMentions[Key(figure)] else {
                    if !given.contains(figure.measure) { figures.append(figure) }
                    continue
                }
                let isTotal = [.amount, .initialBudget].contains(figure.measure.aspect)
                if isTotal, isTold(figure.measure.aspect, by: part),
                    isOff(figures[index].value, figure.value, part.count)
                {
                    differs = true
                    figures[index] = figure
                } else if !isTotal, differs {
                    figures[index] = figure
                }
            }
        }
        return StatedAccounts(
            unit: unit, fiscalYear: fiscalYear, lines: disclosed, figures: figures, evaluations: evaluations)
    }

    /// What one figure is of.
    private struct Key: Hashable {
        var measure: Measure
        var subject: String?
        var fund: Fund?

        init(_ figure: StatedFigure) {
            measure = figure.measure
            subject = figure.subject
            fund = figure.measure.topic == .category ? figure.section.fund : nil
        }
    }

    /// Whether every line states what its sum takes.
    private func isTold(_ aspect: Aspect, by lines: [DisclosedLine]) -> Bool {
        lines.allSatisfy { (aspect == .amount ? $0.statedActual : $0.statedInitialBudget) != nil }
    }

    /// Whether two amounts lie farther apart than the rounding of so many summands explains.
    private func isOff(_ stated: FigureValue, _ worked: FigureValue, _ count: Int) -> Bool {
        guard case .amount(let left) = stated, case .amount(let right) = worked else { return false }
        let step = max(left.resolution, right.resolution).minorUnits
        return abs(Double(left.amount.minorUnits) - Double(right.amount.minorUnits)) > Double(step) * Double(count + 1)
            / 2
    }

    /// An amount rounded to what is printed of it, halves away from zero.
    package func stated(_ amount: Amount) throws(AmountError) -> StatedAmount {
        try StatedAmount(
            parsing: amount.formatted(unit: amountUnit, decimals: decimals), unit: amountUnit)
    }

    // MARK: Lines

    private func print(_ line: AccountLine) throws(AmountError) -> DisclosedLine {
        let initial = try line.initialBudget.amount.map { amount throws(AmountError) in try stated(amount) }
        let adjusted = try line.adjustedBudget.map { amount throws(AmountError) in try stated(amount) }
        let actual = try line.actual.map { amount throws(AmountError) in try stated(amount) }
        let base = initial ?? adjusted
        var rate: StatedPercentage?
        if let actual, let base { rate = StatedPercentage(of: actual.amount, in: base.amount) }
        return DisclosedLine(
            line: line, statedInitialBudget: initial, statedAdjustedBudget: adjusted, statedActual: actual,
            statedRate: rate, rateBasis: rate == nil ? nil : initial == nil ? .adjustedBudget : .initialBudget,
            comparison: comparison(actual, base))
    }

    private func comparison(_ actual: StatedAmount?, _ budget: StatedAmount?) -> BudgetComparison? {
        guard let actual, let budget else { return nil }
        return actual.amount == budget.amount ? .equal : actual.amount > budget.amount ? .above : .below
    }

    // MARK: Totals

    private func totals(
        of lines: [DisclosedLine], fund: Fund, lastYear: [AccountLine]
    ) throws(AmountError) -> [StatedFigure] {
        let topic = Self.expenditure(fund)
        let section = Self.section(fund)
        let total = try stated(Amount.sum(lines.compactMap(\.statedActual?.amount)))
        var figures = [StatedFigure(measure: Measure(topic, .amount), value: .amount(total), section: section)]
        let budgets = lines.compactMap(\.statedInitialBudget?.amount)
        if !budgets.isEmpty {
            let budget = try stated(Amount.sum(budgets))
            figures.append(
                StatedFigure(measure: Measure(topic, .initialBudget), value: .amount(budget), section: section))
            if let rate = StatedPercentage(of: total.amount, in: budget.amount) {
                figures.append(
                    StatedFigure(
                        measure: Measure(topic, .rateOnInitialBudget), value: .percentage(rate), section: section))
            }
        }
        figures += try changes(total, topic: topic, section: section, lastYear: lastYear)
        figures += try categories(of: lines, total: total.amount, section: section)
        return figures
    }

    private func changes(
        _ total: StatedAmount, topic: Topic, section: Section, lastYear: [AccountLine]
    ) throws(AmountError) -> [StatedFigure] {
        guard !lastYear.isEmpty else { return [] }
        let earlier = try stated(Amount.sum(lastYear.compactMap(\.actual)))
        let change = try stated(total.amount.subtracting(earlier.amount))
        var figures = [StatedFigure(measure: Measure(topic, .change), value: .amount(change), section: section)]
        if let rate = StatedPercentage(of: change.amount, in: earlier.amount) {
            figures.append(
                StatedFigure(measure: Measure(topic, .changeRate), value: .percentage(rate), section: section))
        }
        return figures
    }

    private func categories(
        of lines: [DisclosedLine], total: Amount, section: Section
    ) throws(AmountError) -> [StatedFigure] {
        var sums: [(name: String, amounts: [Amount])] = []
        for line in lines {
            guard let name = line.line.subject.names.first, line.line.subject.names.count > 1,
                let amount = line.statedActual?.amount
            else { continue }
            if let index = sums.firstIndex(where: { $0.name == name }) {
                sums[index].amounts.append(amount)
            } else {
                sums.append((name, [amount]))
            }
        }
        var figures: [StatedFigure] = []
        for (name, amounts) in sums {
            let sum = try stated(Amount.sum(amounts))
            figures.append(
                StatedFigure(
                    measure: Measure(.category, .amount), subject: name, value: .amount(sum), section: section))
            if let share = StatedPercentage(of: sum.amount, in: total) {
                figures.append(
                    StatedFigure(
                        measure: Measure(.category, .share), subject: name, value: .percentage(share), section: section)
                )
            }
        }
        return figures
    }

    private static func expenditure(_ fund: Fund) -> Topic {
        switch fund {
        case .generalPublicBudget: .generalPublicExpenditure
        case .governmentFund: .governmentFundExpenditure
        case .stateCapital: .stateCapitalExpenditure
        }
    }

    private static func section(_ fund: Fund) -> Section {
        switch fund {
        case .generalPublicBudget: .generalPublicBudget
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        }
    }
}
