import FinalAccounts
import Testing

@Suite("Totals")
struct TotalsTests {
    private func line(
        _ code: String, _ year: Int = 2023, budget: Int64? = nil, adjusted: Int64? = nil, actual: Int64? = nil,
        unbudgeted: Bool = false
    ) -> AccountLine {
        AccountLine(
            unit: BudgetUnit("某局"), fiscalYear: FiscalYear(year),
            subject: Subject(code: code, names: ["某项"], level: .item),
            initialBudget: unbudgeted ? .unbudgeted : budget.map { .stated(Amount(minorUnits: $0)) } ?? .notStated,
            adjustedBudget: adjusted.map(Amount.init(minorUnits:)), actual: actual.map(Amount.init(minorUnits:)))
    }

    private func observation(_ lines: [AccountLine], _ code: String? = nil, _ year: Int = 2023) throws -> Observation? {
        try series(lines).first { $0.subject.code == code }?.observation(in: FiscalYear(year))
    }

    private func series(_ lines: [AccountLine]) throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: .china).series(from: lines)
    }

    @Test("A rate over a total is over what states a budget, and says of how many that is")
    func partlyBudgeted() throws {
        let total = try #require(
            try observation([line("2010301", budget: 100_00, actual: 98_00), line("2010302", actual: 300_00)]))
        #expect(total.actual?.minorUnits == 398_00)
        #expect(total.executionRate?.text == "98.00%")
        #expect(total.parts?.subjects == 2)
        #expect(total.parts?.withBudget == 1)
    }

    @Test("What was never budgeted is stated, and counts in the rate")
    func unbudgeted() throws {
        let total = try #require(
            try observation([
                line("2010301", budget: 100_00, actual: 98_00), line("2010302", actual: 2_00, unbudgeted: true),
            ]))
        #expect(total.executionRate?.text == "100.00%")
        #expect(total.parts?.isBudgetedInPart == false)
    }

    @Test("A missing actual makes every sum above it incomplete, and the series says so")
    func missingActual() throws {
        let lines = [line("2010301", budget: 60_00), line("2010302", actual: 9_00), line("2080505", actual: 6_00)]
        #expect(try observation(lines)?.isComplete == false)
        #expect(try observation(lines, "201")?.isComplete == false)
        #expect(try observation(lines, "208")?.isComplete == true)
        let total = try #require(try series(lines).first)
        #expect(total.notes == [.incomplete(year: 2023, stated: 2, of: 3)])
    }

    @Test("A year of budgets alone is no incomplete one")
    func budgetsOnly() throws {
        #expect(try observation([line("2010301", budget: 60_00), line("2010302", budget: 1_00)])?.isComplete == true)
    }

    @Test("What a line states beyond its parts stands beside them, so that every level adds up")
    func remainder() throws {
        let lines = [
            line("201", budget: 100_00, actual: 120_00), line("20103", budget: 100_00, actual: 100_00),
            line("2010301", budget: 60_00, actual: 55_00), line("2010302", budget: 30_00, actual: 35_00),
        ]
        let found = try series(lines)
        let rest = found.filter(\.subject.isRemainder)
        #expect(rest.map(\.subject.code) == ["201XX", "20103XX"])
        #expect(rest.map { $0.actual(in: FiscalYear(2023))?.minorUnits } == [20_00, 10_00])
        #expect(rest.map { $0.observations[0].initialBudget } == [.stated(.zero), .stated(Amount(minorUnits: 10_00))])
        for depth in 1...3 {
            let sum = found.filter { $0.subject.level.depth == depth }.compactMap { $0.actual(in: FiscalYear(2023)) }
            #expect(try Amount.sum(sum).minorUnits == [120_00, 120_00, 100_00][depth - 1])
        }
    }

    @Test("Where a part is silent, nothing says what is left beyond the parts")
    func noRemainderOfSilence() throws {
        let lines = [line("201", actual: 120_00), line("20103", budget: 5_00), line("20104", actual: 100_00)]
        #expect(try !series(lines).contains(where: \.subject.isRemainder))
    }

    @Test("A budget at the category and actuals at the items meet in the category and the total")
    func fieldByField() throws {
        let lines = [line("213", budget: 100_00), line("2130301", actual: 70_00), line("2130305", actual: 40_40)]
        for code in [nil, "213"] {
            let found = try #require(try observation(lines, code))
            #expect(found.actual?.minorUnits == 110_40)
            #expect(found.initialBudget.amount?.minorUnits == 100_00)
            #expect(found.executionRate?.text == "110.40%")
            #expect(found.isComplete)
        }
    }

    @Test("A body's name is one name, whatever blanks, brackets and widths it is written with")
    func bodyNames() {
        let names = ["某市 河湖局(本级)", "某市河湖局（本级）", "某市　河湖局本级", " 某市河湖局【本级】 ", "某\u{200B}市河湖局[本级]"]
        #expect(Set(names.map { BudgetUnit($0) }).count == 1)
        #expect(BudgetUnit("Ministry of  Health").name == "Ministry of Health")
        #expect(BudgetUnit("某市本级").name == "某市本级")
        #expect(BudgetUnit("第１２中学Ａ区").name == "第12中学A区")
        #expect(BudgetUnit("某市河湖局").name != BudgetUnit("某市河湖局本级").name)
    }
}
