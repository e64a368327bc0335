import Disclosures
import FinalAccounts
import OfficialForm
import Testing

@Suite("The street office's disclosure of 2023, as text", .enabled(if: SharedData.isPresent, SharedData.reason))
struct QinglingTests {
    let disclosure: Disclosure

    init() throws {
        disclosure = try DisclosureReader().read(file: SharedData.path("qingling-2023.txt"))
    }

    @Test("names the body and the year")
    func identity() {
        #expect(disclosure.unit?.name == "武汉市洪山区人民政府青菱街道办事处")
        #expect(disclosure.fiscalYear == FiscalYear(2023))
        #expect(disclosure.kind == .finalAccounts)
    }

    @Test("gives all 46 subject lines of the general public budget exactly as the golden file has them")
    func lines() throws {
        let golden = try Golden.rows("qingling-2023-lines.csv")
        let lines = disclosure.lines.filter { $0.line.fund == .generalPublicBudget }
        try #require(lines.count == golden.count)
        for (line, row) in zip(lines, golden) {
            #expect(line.line.subject.names == [row["category"], row["section"], row["item"]])
            #expect(line.line.actual == (try Amount(parsing: row["actual_wan"] ?? "", unit: .wan)))
            if row["initial_budget_wan"] == "unbudgeted" {
                #expect(line.line.initialBudget == .unbudgeted)
                #expect(line.statedRate == nil)
            } else {
                let budget = try Amount(parsing: row["initial_budget_wan"] ?? "", unit: .wan)
                #expect(line.line.initialBudget == .stated(budget))
                #expect(line.statedRate?.text == "\(row["rate"] ?? "")%")
                #expect(line.rateBasis == .initialBudget)
            }
            #expect((line.line.reason != nil) == (row["has_reason"] == "yes"))
        }
    }

    @Test("has lines that add up to the stated total")
    func linesAddUp() throws {
        let lines = disclosure.lines.filter { $0.line.fund == .generalPublicBudget }
        let sum = try Amount.sum(lines.compactMap(\.line.actual))
        #expect(sum == disclosure.mentions(of: Measure(.generalPublicExpenditure, .amount)).first?.value.amount)
    }

    @Test("has the state capital expenditure, which stops at its 类, as a line of that level")
    func stateCapital() throws {
        let line = try #require(disclosure.lines.first { $0.line.fund == .stateCapital })
        #expect(disclosure.lines.count == 47)
        #expect(line.line.subject.names == ["国有资本经营预算支出"])
        #expect(line.line.subject.level == .category)
        #expect(line.line.actual == Amount(minorUnits: 9_790_000))
    }

    @Test("has the parts of the body's mark and its three goals")
    func parts() throws {
        let parts = try #require(disclosure.evaluations.first).parts
        #expect(parts.map(\.name) == ["当年年度目标", "预算执行情况", "年度目标1", "年度目标2", "年度目标3"])
        #expect(parts.map { $0.weight?.text } == ["100", "20", "30", "30", "20"])
        #expect(parts.map { $0.score?.text } == ["92", "20", nil, nil, nil])
        #expect(parts[3].words == "推进法治民生建设，维护社会治安稳定，信访创“三无”成效明显，无重大安全生产事故发生，食品药品安全无事故。")
    }

    @Test("keeps the printed decimals: 0.50 and 20.4")
    func precision() {
        let printed = disclosure.lines.compactMap(\.statedActual?.text)
        #expect(printed.contains("0.50万元"))
        #expect(printed.contains("20.4万元"))
    }

    @Test("keeps a reason of two parts with its line")
    func reason() {
        let line = disclosure.lines.first { $0.line.subject.name == "其他人力资源和社会保障管理事务支出" }
        #expect(line?.line.reason?.hasPrefix("按政策规定，上级下拨") == true)
        #expect(line?.line.reason?.hasSuffix("应急保障经费") == true)
        #expect(line?.comparison == .above)
    }

    @Test(
        "places the stated totals",
        arguments: [
            ("income_and_expenditure.amount", "110925900"), ("income_and_expenditure.change", "-35056400"),
            ("income_and_expenditure.change_rate", "-24.01"), ("year_income.amount", "119025900"),
            ("year_expenditure.amount", "110925900"), ("basic_expenditure.amount", "51976500"),
            ("basic_expenditure.share", "46.86"), ("project_expenditure.amount", "58949400"),
            ("project_expenditure.share", "53.14"), ("general_public_income.amount", "110828000"),
            ("general_public_income.change", "-33527900"), ("state_capital_income.amount", "97900"),
            ("state_capital_income.change", "-47600"), ("general_public_expenditure.share", "99.91"),
            ("general_public_expenditure.change_rate", "-23.23"),
            ("general_public_expenditure.initial_budget", "70385900"),
            ("general_public_expenditure.rate_on_initial_budget", "157.46"),
            ("personnel_expenditure.amount", "33063400"), ("operating_expenditure.amount", "18913100"),
            ("three_public.budget", "124400"), ("three_public.amount", "124400"),
            ("three_public.rate_on_budget", "100"), ("official_vehicles.amount", "124400"),
            ("vehicle_running.amount", "124400"), ("vehicles_held.count", "3"), ("agency_operating.amount", "18913100"),
            ("agency_operating.change_on_budget", "-654500"), ("agency_operating.change_rate_on_budget", "-3.34"),
            ("procurement.amount", "17881100"), ("procurement_goods.amount", "988400"),
            ("procurement_works.amount", "965800"), ("procurement_services.amount", "16026900"),
            ("procurement_small_firms.amount", "17881100"), ("procurement_micro_firms.share", "100"),
            ("evaluated_projects.count", "4"), ("evaluated_projects.amount", "58851500"),
            ("overall_evaluation.score", "92"), ("overall_evaluation.adjusted_budget", "110925900"),
        ])
    func totals(measure: String, value: String) throws {
        let measure = try #require(Measure(name: measure))
        #expect(disclosure.mentions(of: measure).first?.value.text == value)
    }

    @Test("places the nine category amounts and shares")
    func categories() throws {
        let amounts = disclosure.mentions(of: Measure(.category, .amount)).filter { $0.section == .generalPublicBudget }
        let shares = disclosure.mentions(of: Measure(.category, .share))
        #expect(amounts.count == 9)
        #expect(shares.count == 9)
        #expect(try Amount.sum(amounts.compactMap(\.value.amount)) == Amount(parsing: "11082.80", unit: .wan))
        #expect(shares.first { $0.subject == "社会保障和就业支出" }?.value.text == "25.16")
    }

    @Test(
        "gives the four projects' budget, executed amount, rate and mark",
        arguments: [
            ("城市管理", "11942300", "11942300", "93.5"), ("机构运转", "40009530", "40009500", "97.1"),
            ("基层党建", "779400", "779400", nil), ("应急机动", "6120300", "6120300", "95.5"),
        ])
    func projects(name: String, budget: String, executed: String, score: String?) throws {
        let found = try #require(disclosure.evaluations.first { $0.name == name })
        #expect(found.budget?.amount.formatted(unit: .yuan) == budget)
        #expect(found.executed?.amount.formatted(unit: .yuan) == executed)
        #expect(found.rate?.text == "100%")
        #expect(found.score?.text == score)
    }

    @Test("leaves one amount as a diagnostic: the price of land sold, which is no figure of the accounts")
    func diagnostics() {
        #expect(disclosure.diagnostics.map(\.message.en) == ["'3.065亿元' states no measure this reader knows"])
    }

    @Test("quotes the sentence a figure stands in, without its heading")
    func quotes() {
        let figure = disclosure.mentions(of: Measure(.yearExpenditure, .amount)).first
        #expect(figure?.quote.hasPrefix("2023年度支出合计11092.59万元") == true)
        #expect(figure?.quote.hasSuffix("。") == true)
    }
}
