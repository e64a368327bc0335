import FinalAccounts
import OfficialForm

extension SampleMaker {
    // MARK: Totals

    /// Income and expenditure that balance: opening + income = expenditure + closing.
    mutating func makeTotals(spent: Amount, earlier: Amount) throws(AmountError) -> [StatedFigure] {
        let other = chance(0.4) ? amount() : .zero
        let closing = chance(0.4) ? amount() : .zero
        let expenditure = try spent.adding(other)
        let total = try expenditure.adding(closing)
        let opening = closing < expenditure && closing != .zero ? closing : .zero
        let income = try total.subtracting(opening)
        let lastTotal = try earlier.adding(scaled(other, by: 0.9))
        var figures = try amountFigure(.incomeAndExpenditure, total, .totals)
        figures += try changes(.incomeAndExpenditure, total, lastTotal, .totals)
        if opening != .zero {
            figures += try amountFigure(.openingBalance, opening, .totals)
            figures += try amountFigure(.closingBalance, closing, .totals)
        }
        figures += try amountFigure(.yearIncome, income, .income)
        figures += try parts(
            of: income, [(.fiscalIncome, spent), (.otherIncome, try income.subtracting(spent))], .income)
        figures += try amountFigure(.yearExpenditure, expenditure, .expenditure)
        let basic = scaled(spent, by: 0.45)
        figures += try parts(
            of: expenditure, [(.basicExpenditure, basic), (.projectExpenditure, try expenditure.subtracting(basic))],
            .expenditure)
        figures += try amountFigure(.fiscalIncomeAndExpenditure, spent, .fiscalTotals)
        figures += try changes(.fiscalIncomeAndExpenditure, spent, earlier, .fiscalTotals)
        figures += try amountFigure(.generalPublicIncome, spent, .fiscalTotals)
        figures += try amountFigure(.generalPublicBasic, basic, .basicExpenditure)
        let personnel = scaled(basic, by: 0.7)
        figures += try amountFigure(.personnel, personnel, .basicExpenditure)
        figures += try amountFigure(.operating, try basic.subtracting(personnel), .basicExpenditure)
        figures += try amountFigure(.agencyOperating, try basic.subtracting(personnel), .agencyOperating)
        if let share = StatedPercentage(of: spent, in: expenditure) {
            figures.append(percentFigure(.generalPublicExpenditure, .share, share, .generalPublicBudget))
        }
        return figures
    }

    // MARK: Three public

    mutating func makeThreePublic() throws(AmountError) -> [StatedFigure] {
        let abroad = chance(0.3) ? amount() : .zero
        let purchase = chance(0.3) ? amount() : .zero
        let running = amount()
        let reception = amount()
        let vehicles = try purchase.adding(running)
        let total = try Amount.sum([abroad, vehicles, reception])
        let budget = chance(0.5) ? total : scaled(total, by: Double.random(in: 1...1.5, using: &random))
        var figures = try amountFigure(.threePublic, budget, .threePublic, .initialBudget)
        figures += try amountFigure(.threePublic, total, .threePublic)
        if let rate = StatedPercentage(of: total, in: budget) {
            figures.append(percentFigure(.threePublic, .rateOnInitialBudget, rate, .threePublic))
        }
        figures += try parts(
            of: total, [(.abroad, abroad), (.vehicles, vehicles), (.reception, reception)], .threePublic)
        figures += try amountFigure(.vehiclePurchase, purchase, .threePublic)
        figures += try amountFigure(.vehicleRunning, running, .threePublic)
        figures.append(countFigure(.abroadGroups, abroad == .zero ? 0 : 2, "个", .threePublic))
        figures.append(countFigure(.abroadVisits, abroad == .zero ? 0 : 5, "人次", .threePublic))
        figures.append(countFigure(.vehiclesPurchased, purchase == .zero ? 0 : 1, "辆", .threePublic))
        let held = Int64.random(in: 1...30, using: &random)
        figures.append(countFigure(.vehiclesHeld, held, "辆", .threePublic))
        figures.append(countFigure(.receptionBatches, Int64.random(in: 1...40, using: &random), "批次", .threePublic))
        figures.append(countFigure(.receptionVisitors, Int64.random(in: 41...400, using: &random), "人次", .threePublic))
        return figures + assets(vehicles: held)
    }

    private mutating func assets(vehicles: Int64) -> [StatedFigure] {
        let emergency = Int64.random(in: 0...vehicles, using: &random)
        return [
            countFigure(.assetVehicles, vehicles, "辆", .assets),
            countFigure(.assetVehicles, emergency, "辆", .assets, subject: "应急保障用车"),
            countFigure(.assetVehicles, vehicles - emergency, "辆", .assets, subject: "其他用车"),
            countFigure(.largeEquipment, Int64.random(in: 0...9, using: &random), "台", .assets, subject: "100万元以上"),
        ]
    }

    // MARK: Procurement

    mutating func makeProcurement() throws(AmountError) -> [StatedFigure] {
        let goods = amount()
        let works = chance(0.6) ? amount() : .zero
        let services = amount()
        let total = try Amount.sum([goods, works, services])
        let small = scaled(total, by: Double.random(in: 0.2...1, using: &random))
        var figures = try amountFigure(.procurement, total, .procurement)
        figures += try amountFigure(.procurementGoods, goods, .procurement)
        figures += try amountFigure(.procurementWorks, works, .procurement)
        figures += try amountFigure(.procurementServices, services, .procurement)
        return try figures + parts(of: total, [(.procurementSmallFirms, small)], .procurement)
    }

    // MARK: Evaluations

    mutating func makeEvaluations() throws(AmountError) -> [Evaluation] {
        let names = ["城市管理", "机构运转", "基层党建", "应急机动", "社区建设", "环境整治"]
        var evaluations: [Evaluation] = []
        for name in names.prefix(Int.random(in: 0...6, using: &random)) {
            let budget = amount()
            let executed = scaled(budget, by: Double.random(in: 0.6...1, using: &random))
            let score = DecimalText(digits: Int64.random(in: 600...1000, using: &random), decimals: 1)
            evaluations.append(
                Evaluation(
                    kind: .project, name: name, budget: try composer.stated(budget),
                    executed: try composer.stated(executed), rate: StatedPercentage(of: executed, in: budget),
                    score: score))
        }
        return evaluations
    }

    // MARK: Figures

    private func amountFigure(
        _ topic: Topic, _ amount: Amount, _ section: Section, _ aspect: Aspect = .amount
    ) throws(AmountError) -> [StatedFigure] {
        let stated = try composer.stated(amount)
        return [StatedFigure(measure: Measure(topic, aspect), value: .amount(stated), section: section)]
    }

    private func percentFigure(
        _ topic: Topic, _ aspect: Aspect, _ value: StatedPercentage, _ section: Section
    ) -> StatedFigure {
        StatedFigure(measure: Measure(topic, aspect), value: .percentage(value), section: section)
    }

    private func countFigure(
        _ topic: Topic, _ count: Int64, _ counter: String, _ section: Section, subject: String? = nil
    ) -> StatedFigure {
        StatedFigure(
            measure: Measure(topic, .count), subject: subject, value: .count(count, counter: counter), section: section)
    }

    private func changes(
        _ topic: Topic, _ now: Amount, _ before: Amount, _ section: Section
    ) throws(AmountError) -> [StatedFigure] {
        let change = try now.subtracting(before)
        var figures = try amountFigure(topic, change, section, .change)
        if let rate = StatedPercentage(of: change, in: before) {
            figures.append(percentFigure(topic, .changeRate, rate, section))
        }
        return figures
    }

    private func parts(
        of whole: Amount, _ parts: [(Topic, Amount)], _ section: Section
    ) throws(AmountError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for (topic, amount) in parts where amount != .zero {
            figures += try amountFigure(topic, amount, section)
            if let share = StatedPercentage(of: amount, in: whole) {
                figures.append(percentFigure(topic, .share, share, section))
            }
        }
        return figures
    }
}
