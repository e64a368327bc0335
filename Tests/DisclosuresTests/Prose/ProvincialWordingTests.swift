import Disclosures
import FinalAccounts
import Testing

/// Made-up figures in the wordings that provinces give the numbered parts of the form.
@Suite("Parts of the form in the wordings of provinces")
struct ProvincialWordingTests {
    func read(_ text: String, under heading: String) throws -> Disclosure {
        let document = "第一部分 甲市乙局概况\n第三部分 2023年度部门决算情况说明\n\(heading)\n\(text)"
        return try DisclosureReader().read(bytes: Array(document.utf8), file: "test.txt")
    }

    /// What a text states: measure, subject where it has one, value.
    func figures(_ text: String, under heading: String) throws -> [String] {
        try read(text, under: heading).figures.map { figure in
            ([figure.measure.name, figure.subject, figure.value.text].compactMap(\.self)).joined(separator: " ")
        }
    }

    static let spending = "五、一般公共预算财政拨款支出决算情况说明"
    static let threePublic = "七、财政拨款“三公”经费支出决算情况说明"

    @Test("categories are known by their names where no sign of the level is printed")
    func categories() throws {
        let text = "主要用于以下方面：一般公共服务支出900.00万元，占90%；社会保障和就业支出100.00万元，占10%。"
        #expect(
            try figures(text, under: Self.spending) == [
                "category.amount 一般公共服务支出 9000000", "category.share 一般公共服务支出 90",
                "category.amount 社会保障和就业支出 1000000", "category.share 社会保障和就业支出 10",
            ])
    }

    @Test("a category's budget, actual and rate are its own")
    func categoryBudget() throws {
        let text = "（一）住房保障支出全年预算数为80.00万元，决算数为60.00万元，完成全年预算的75%，主要原因是：人员减少。"
        #expect(
            try figures(text, under: Self.spending) == [
                "category.adjusted_budget 住房保障支出 800000", "category.amount 住房保障支出 600000",
                "category.rate_on_adjusted_budget 住房保障支出 75",
            ])
    }

    @Test("a change on the budget of a named year is no change on last year")
    func changeOnBudget() throws {
        let text = "1、“教育支出”（类）2023年度决算10.00万元，比2023年年初预算减少2.00万元，下降16.67%。"
        #expect(
            try figures(text, under: Self.spending) == [
                "category.amount 教育支出 100000", "category.change_on_budget 教育支出 -20000",
                "category.change_rate_on_budget 教育支出 -16.67",
            ])
    }

    @Test(
        "items are known by their code where no sign of the level is printed",
        arguments: [
            "（一）2010601行政运行90.50万元，较上年决算数增加3.00万元，增长3.43%。", "1.行政运行（2010601）。支出决算90.50万元，较上年增加3.00万元，增长3.43%。",
            "1、2010601行政运行。年初未安排预算，支出决算为90.50万元，比上年增加3.00万元，增长3.43%。",
        ])
    func codedItems(text: String) throws {
        let line = try #require(try read(text, under: Self.spending).lines.first)
        #expect(line.line.subject.code == "2010601")
        #expect(line.line.subject.names == ["行政运行"])
        #expect(line.line.actual?.formatted(unit: .yuan) == "905000")
        #expect(line.statedChange?.amount.formatted(unit: .yuan) == "30000")
    }

    @Test("a category as a heading stands over the items below it", arguments: ["一般公共服务支出（类）", "一般公共服务支出"])
    func headings(category: String) throws {
        let text = """
            （一）\(category)
            1.财政事务（款）行政运行（项）。年初预算3,000.00万元，支出决算3,200.00万元。决算数与年初预算数的差异原因：人员增加。
            2.财政事务（款）信息化建设（项）。年初预算100.00万元，支出决算110.00万元。
            """
        let lines = try read(text, under: Self.spending).lines
        #expect(
            lines.map(\.line.subject.names) == [["一般公共服务支出", "财政事务", "行政运行"], ["一般公共服务支出", "财政事务", "信息化建设"]])
        #expect(lines.first?.line.reason == "人员增加")
    }

    @Test("an explanation ends where the sentence goes on with the change on last year")
    func reasonEnd() throws {
        let text = "公务接待费支出决算为9.00万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少1.00万元，减少10%，减少的主要原因是厉行节约。"
        #expect(
            try figures(text, under: Self.threePublic) == [
                "reception.amount 90000", "reception.change -10000", "reception.change_rate -10",
            ])
    }

    @Test("a total behind a semicolon is no part of the explanation before it")
    func totalBehindReason() throws {
        let text = "本年支出合计1180.50万元，较2022年增加130.00万元，主要原因是：项目增加；年末结转和结余20.00万元，较2022年减少30.50万元。"
        #expect(
            try figures(text, under: "三、支出决算情况说明") == [
                "year_expenditure.amount 11805000", "year_expenditure.change 1300000", "closing_balance.amount 200000",
                "closing_balance.change -305000",
            ])
    }

    @Test("running costs by kind and costs per vehicle are no measure of the form")
    func kindsOfCosts() throws {
        let text = "公务用车运行维护费18.00万元。公务用车运行维护费中，公务用车加油8.00万元，车辆维修6.00万元。公务用车保有量9辆，车均运行维护费2.00万元。"
        let disclosure = try read(text, under: Self.threePublic)
        #expect(
            disclosure.figures.map(\.measure.name) == ["vehicle_running.amount", "vehicles_held.count"])
        #expect(disclosure.diagnostics.count == 3)
    }

    @Test("vehicles held are told from vehicles bought and from their kinds")
    func vehicles() throws {
        let text = "公务用车购置支出0万元。全年更新购置公务用车0辆，其中：轿车0辆。截至2023年12月31日，单位共有公务用车2辆，其中：轿车1辆、越野车1辆。"
        #expect(
            try figures(text, under: Self.threePublic) == [
                "vehicle_purchase.amount 0", "vehicles_purchased.count 0", "vehicles_held.count 2",
            ])
    }

    @Test("guests from abroad are told from all guests")
    func guests() throws {
        let text = "国内公务接待56批次380人，其中：国内外事接待1批次，4人。全年共接待来访团组23个、来宾187人次。"
        #expect(
            try figures(text, under: Self.threePublic) == [
                "reception_batches.count 56", "reception_visitors.count 380", "foreign_reception_batches.count 1",
                "foreign_reception_visitors.count 4", "reception_batches.count 23", "reception_visitors.count 187",
            ])
    }

    @Test("what one fund carries over or spends on projects is no total of all funds")
    func fundParts() throws {
        let text = "2023年度政府性基金预算财政拨款收入60.00万元；年初结转和结余5.00万元；支出60.00万元，其中基本支出0万元，项目支出60.00万元；年末结转和结余5.00万元。"
        #expect(
            try figures(text, under: "八、政府性基金预算收入支出决算情况") == [
                "government_fund_income.amount 600000", "fund_opening_balance.amount 政府性基金预算 50000",
                "government_fund_expenditure.amount 600000", "fund_basic_expenditure.amount 政府性基金预算 0",
                "fund_project_expenditure.amount 政府性基金预算 600000", "fund_closing_balance.amount 政府性基金预算 50000",
            ])
    }

    @Test("meetings and training, which some provinces state beside the three public costs, are their own")
    func meetings() throws {
        let text = "2023年度会议费支出2.30万元，较上年决算数增加0.30万元，增长15.0%。本年度培训费支出5.60万元。"
        #expect(
            try figures(text, under: "九、会议费和培训费情况说明") == [
                "meetings.amount 23000", "meetings.change 3000", "meetings.change_rate 15.0", "training.amount 56000",
            ])
    }

    @Test("classes of the economic classification are told apart")
    func economicClasses() throws {
        let text = "（一）工资福利支出650.00万元，较2022年增加20.00万元。（二）商品和服务支出120.50万元，较2022年减少5.00万元。"
        #expect(
            try figures(text, under: "六、一般公共预算财政拨款基本支出决算情况说明") == [
                "economic_class.amount 工资福利支出 6500000", "economic_class.change 工资福利支出 200000",
                "economic_class.amount 商品和服务支出 1205000", "economic_class.change 商品和服务支出 -50000",
            ])
    }

    @Test("subsections of a chapter on everything are the parts they name")
    func subsections() throws {
        let text = """
            （一）收入支出决算总体情况说明
            1.总体情况。2023年度收入总计100.00万元，支出总计100.00万元。收支较上年决算数减少5.00万元，下降4.8%。
            （二）政府性基金预算收支决算情况说明
            本年收入50.00万元，较上年决算数减少30.00万元。本年支出50.00万元。
            """
        #expect(
            try figures(text, under: "一、部门决算收支情况说明") == [
                "income_total.amount 1000000", "expenditure_total.amount 1000000",
                "income_and_expenditure.change -50000", "income_and_expenditure.change_rate -4.8",
                "government_fund_income.amount 500000", "government_fund_income.change -300000",
                "government_fund_expenditure.amount 500000",
            ])
    }

    @Test("vehicles counted in 台, and kinds with brackets in their names")
    func assets() throws {
        let text = "本部门共有车辆9台，其中：副部（省）级及以上领导用车0台、特种专业技术用车2台、其他用车7台；单位价值100万元以上的设备（不含车辆）1台（套）。"
        #expect(
            try figures(text, under: "十三、国有资产占用情况说明") == [
                "asset_vehicles.count 9", "asset_vehicles.count 副部（省）级及以上领导用车 0",
                "asset_vehicles.count 特种专业技术用车 2", "asset_vehicles.count 其他用车 7",
                "large_equipment.count 100万元以上 1",
            ])
    }

    @Test("the year of a document is that of its titles, however often last year is stated")
    func year() throws {
        let item = "年初预算为10.00万元，2022年支出决算为9.00万元，2022年度决算数为9.00万元。"
        let text = (1...9).map { "\($0).教育支出（类）普通教育（款）小学教育（项）。\(item)" }.joined(separator: "\n")
        #expect(try read(text, under: Self.spending).fiscalYear?.number == 2023)
    }
}
