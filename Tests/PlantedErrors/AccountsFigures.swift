import Disclosures
import FinalAccounts
import Narration
import OfficialForm

/// States accounts in figures as the explanatory text gives them, each rounded by itself.
struct AccountsFigures {
    typealias Fen = DrawnAccounts.Fen

    let accounts: DrawnAccounts
    private let composer: DisclosureComposer

    init(_ accounts: DrawnAccounts) {
        self.accounts = accounts
        composer = DisclosureComposer(unit: BudgetUnit(accounts.unit), fiscalYear: FiscalYear(accounts.year))
    }

    /// What the narrative is written of.
    func stated() throws(AmountError) -> StatedAccounts {
        var stated = try composer.compose(
            lines: accounts.lines.map { line($0, lastYear: false) }, stated: try figures(),
            evaluations: try evaluations())
        // Rates are worked out from the books, not from what is printed of them.
        for (index, line) in accounts.lines.enumerated() {
            stated.lines[index].purpose = line.purpose
            guard let budget = line.budget else { continue }
            stated.lines[index].statedRate = StatedPercentage(
                of: Amount(minorUnits: line.actual), in: Amount(minorUnits: budget))
        }
        return stated
    }

    /// The lines of the year before, rounded one by one as they were published.
    func previousLines() throws(AmountError) -> [AccountLine] {
        var lines: [AccountLine] = []
        for drawn in accounts.lines {
            var line = line(drawn, lastYear: true)
            line.actual = try composer.stated(Amount(minorUnits: drawn.lastYear)).amount
            lines.append(line)
        }
        return lines
    }

    private func line(_ line: DrawnAccounts.Line, lastYear: Bool) -> AccountLine {
        let year = FiscalYear(accounts.year)
        return AccountLine(
            unit: BudgetUnit(accounts.unit), fiscalYear: lastYear ? year.previous : year, fund: line.fund,
            subject: Subject(code: nil, names: line.names),
            initialBudget: line.budget.map { .stated(Amount(minorUnits: $0)) } ?? .unbudgeted,
            actual: Amount(minorUnits: line.actual), reason: line.reason, origin: .synthetic)
    }

    // MARK: Figures

    private func figures() throws(AmountError) -> [StatedFigure] {
        var figures = try totals()
        for fund in Fund.allCases where !accounts.lines(of: fund).isEmpty { figures += try expenditure(fund) }
        figures += try amount(.generalPublicBasic, accounts.generalBasic, .basicExpenditure)
        figures += try amount(.personnel, accounts.personnel, .basicExpenditure)
        figures += try amount(.operating, accounts.operating, .basicExpenditure)
        figures += try publicCosts()
        figures += try amount(.agencyOperating, accounts.operating, .agencyOperating)
        return try figures + procurement() + assets() + performance()
    }

    private func totals() throws(AmountError) -> [StatedFigure] {
        let last = accounts.lines.reduce(0) { $0 + $1.lastYear }
        var figures = try amount(.incomeAndExpenditure, accounts.total, .totals)
        figures += try change(.incomeAndExpenditure, accounts.total, last + accounts.lastYearOther, .totals)
        if accounts.opening > 0 { figures += try amount(.openingBalance, accounts.opening, .totals) }
        if accounts.closing > 0 { figures += try amount(.closingBalance, accounts.closing, .totals) }
        figures += try amount(.yearIncome, accounts.yearIncome, .income)
        let sources = [
            (Topic.fiscalIncome, accounts.fiscalIncome), (.businessIncome, accounts.business),
            (.otherIncome, accounts.otherIncome),
        ]
        figures += try parts(sources, of: accounts.yearIncome, .income)
        figures += try amount(.yearExpenditure, accounts.yearExpenditure, .expenditure)
        let kinds = [
            (Topic.basicExpenditure, accounts.basic), (.projectExpenditure, accounts.yearExpenditure - accounts.basic),
        ]
        figures += try parts(kinds, of: accounts.yearExpenditure, .expenditure)
        figures += try amount(.fiscalIncomeAndExpenditure, accounts.fiscalIncome + accounts.opening, .fiscalTotals)
        figures += try change(
            .fiscalIncomeAndExpenditure, accounts.fiscalIncome + accounts.opening, last, .fiscalTotals)
        let funds = [Topic.generalPublicIncome, .governmentFundIncome, .stateCapitalIncome]
        for (topic, fund) in zip(funds, Fund.allCases) where accounts.income(fund) > 0 {
            figures += try amount(topic, accounts.income(fund), .fiscalTotals)
        }
        return figures
    }

    private func expenditure(_ fund: Fund) throws(AmountError) -> [StatedFigure] {
        let topics: [Fund: (Topic, Section)] = [
            .generalPublicBudget: (.generalPublicExpenditure, .generalPublicBudget),
            .governmentFund: (.governmentFundExpenditure, .governmentFund),
            .stateCapital: (.stateCapitalExpenditure, .stateCapital),
        ]
        guard let (topic, section) = topics[fund] else { return [] }
        let lines = accounts.lines(of: fund)
        let spent = accounts.spent(fund)
        var figures = try amount(topic, spent, section)
        if fund == .generalPublicBudget {
            figures += percent(topic, .share, spent, accounts.yearExpenditure, section)
        }
        figures += try change(topic, spent, lines.reduce(0) { $0 + $1.lastYear }, section)
        let budget = lines.reduce(0) { $0 + ($1.budget ?? 0) }
        if budget > 0 {
            figures += try amount(topic, budget, section, .initialBudget)
            figures += percent(topic, .rateOnInitialBudget, spent, budget, section)
        }
        for category in Set(lines.map { $0.names[0] }).sorted() {
            let part = lines.filter { $0.names[0] == category }.reduce(0) { $0 + $1.actual }
            figures += try amount(.category, part, section, subject: category)
            figures += percent(.category, .share, part, spent, section, subject: category)
        }
        return figures
    }

    private func publicCosts() throws(AmountError) -> [StatedFigure] {
        let costs: [(Topic, DrawnAccounts.Cost)] = [
            (.threePublic, accounts.threePublic), (.abroad, accounts.abroad), (.vehicles, accounts.vehicles),
            (.vehiclePurchase, accounts.purchase), (.vehicleRunning, accounts.running),
            (.reception, accounts.reception),
        ]
        var figures: [StatedFigure] = []
        for (topic, cost) in costs where cost.budget > 0 {
            figures += try amount(topic, cost.budget, .threePublic, .initialBudget)
            figures += try amount(topic, cost.actual, .threePublic)
            figures += percent(topic, .rateOnInitialBudget, cost.actual, cost.budget, .threePublic)
            let isPart = [.abroad, .vehicles, .reception].contains(topic)
            if isPart { figures += percent(topic, .share, cost.actual, accounts.threePublic.actual, .threePublic) }
        }
        if accounts.abroad.actual > 0 {
            figures += [
                count(.abroadGroups, 2, "个", .threePublic), count(.abroadVisits, accounts.visits, "人次", .threePublic),
            ]
        }
        if accounts.purchase.actual > 0 { figures.append(count(.vehiclesPurchased, 1, "辆", .threePublic)) }
        figures.append(count(.vehiclesHeld, accounts.vehiclesHeld, "辆", .threePublic))
        figures.append(count(.receptionBatches, accounts.batches, "批次", .threePublic))
        figures.append(count(.receptionVisitors, accounts.visitors, "人次", .threePublic))
        return figures
    }

    private func procurement() throws(AmountError) -> [StatedFigure] {
        var figures = try amount(.procurement, accounts.procurement, .procurement)
        figures += try amount(.procurementGoods, accounts.goods, .procurement)
        figures += try amount(.procurementWorks, accounts.works, .procurement)
        figures += try amount(.procurementServices, accounts.services, .procurement)
        let firms = [(Topic.procurementSmallFirms, accounts.smallFirms), (.procurementMicroFirms, accounts.microFirms)]
        return try figures + parts(firms, of: accounts.procurement, .procurement)
    }

    private func assets() -> [StatedFigure] {
        [count(.assetVehicles, accounts.vehicleCount, "辆", .assets)]
            + accounts.vehiclesByKind.map { count(.assetVehicles, $0.count, "辆", .assets, subject: $0.name) }
            + [count(.largeEquipment, accounts.equipment, "台", .assets, subject: "100万元以上")]
    }

    private func performance() throws(AmountError) -> [StatedFigure] {
        let budget = accounts.projects.reduce(0) { $0 + $1.budget }
        return [count(.evaluatedProjects, Int64(accounts.projects.count), "个", .performance)]
            + (try amount(.evaluatedProjects, budget, .performance))
    }

    private func evaluations() throws(AmountError) -> [Evaluation] {
        var evaluations: [Evaluation] = []
        for project in accounts.projects {
            evaluations.append(
                Evaluation(
                    kind: .project, name: project.name, budget: try composer.stated(Amount(minorUnits: project.budget)),
                    executed: try composer.stated(Amount(minorUnits: project.executed)),
                    rate: StatedPercentage(
                        of: Amount(minorUnits: project.executed), in: Amount(minorUnits: project.budget)),
                    score: DecimalText(digits: project.score, decimals: 1)))
        }
        return evaluations
    }

    // MARK: Pieces

    private func amount(
        _ topic: Topic, _ fen: Fen, _ section: Section, _ aspect: Aspect = .amount, subject: String? = nil
    ) throws(AmountError) -> [StatedFigure] {
        let stated = try composer.stated(Amount(minorUnits: fen))
        return [
            StatedFigure(measure: Measure(topic, aspect), subject: subject, value: .amount(stated), section: section)
        ]
    }

    private func percent(
        _ topic: Topic, _ aspect: Aspect, _ part: Fen, _ whole: Fen, _ section: Section, subject: String? = nil
    ) -> [StatedFigure] {
        guard let value = StatedPercentage(of: Amount(minorUnits: part), in: Amount(minorUnits: whole)) else {
            return []
        }
        return [
            StatedFigure(measure: Measure(topic, aspect), subject: subject, value: .percentage(value), section: section)
        ]
    }

    private func count(
        _ topic: Topic, _ count: Int64, _ counter: String, _ section: Section, subject: String? = nil
    ) -> StatedFigure {
        StatedFigure(
            measure: Measure(topic, .count), subject: subject, value: .count(count, counter: counter), section: section)
    }

    private func change(_ topic: Topic, _ now: Fen, _ before: Fen, _ section: Section) throws(AmountError)
        -> [StatedFigure]
    {
        guard now != before else { return [] }
        return try amount(topic, now - before, section, .change)
            + percent(topic, .changeRate, now - before, before, section)
    }

    private func parts(
        _ parts: [(Topic, Fen)], of whole: Fen, _ section: Section
    ) throws(AmountError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for (topic, fen) in parts where fen > 0 {
            figures += try amount(topic, fen, section)
            figures += percent(topic, .share, fen, whole, section)
        }
        return figures
    }
}
