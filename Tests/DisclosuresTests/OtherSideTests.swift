import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Words that state the other side, marks in numbered lines, counters, and names of bodies beside those of their places.
@Suite("Other sides and other names")
struct OtherSideTests {
    private func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
    }

    private func figures(_ disclosure: Disclosure) -> Set<String> {
        Set(disclosure.figures.map { [$0.measure.name, $0.value.text].joined(separator: " ") })
    }

    @Test("支出决算 behind the income of the body is its expenditure, not the name of a line")
    func expenditureBehindIncome() throws {
        let disclosure = try read(
            """
            泽口市水文站2019年度部门决算
            二、收入支出预算执行情况分析
            2019年收入年初预算480.00万元，决算520.00万元。支出决算510.00万元，其中：基本支出400.00万元，占78.43%；项目支出110.00万元，占21.57%。
            """)
        #expect(
            figures(disclosure).isSuperset(of: [
                "year_income.initial_budget 4800000", "year_income.amount 5200000", "year_expenditure.amount 5100000",
                "basic_expenditure.amount 4000000", "basic_expenditure.share 78.43",
            ]))
        #expect(disclosure.lines.isEmpty)
    }

    @Test("what stands in the bracket behind a rate of change is last year's amount where it says so")
    func baseInBracket() throws {
        let disclosure = try read(
            "泽口市水文站2019年度部门决算\n九、“三公”经费支出情况\n“三公”经费支出9.05万元，同比下降19.20%（上年11.20万元）。\n")
        #expect(
            figures(disclosure) == [
                "three_public.amount 90500", "three_public.change_rate -19.20", "three_public.previous_amount 112000",
            ])
    }

    @Test("a budget on a page of budgets and accounts is a budget: 预决算 names both")
    func pageOfBoth() throws {
        let text = """
            当前位置：首页 > 法定主动公开内容 > 财政预决算及“三公”经费 > 2020年
            2020年度部门预算信息公开_[031]泽口市教育系统
            一、关于2020年财政拨款收支预算情况的总体说明
            2020年财政拨款收支总预算1842.60万元。支出包括：教育支出1620.40万元、住房保障支出222.20万元。
            1.教育支出（类）普通教育（款）学前教育（项）：2020年预算数为416.30万元，比2019年执行数增加12.60万元，增长3.12%。
            2.教育支出（类）普通教育（款）小学教育（项）：2020年预算数为1204.10万元，比2019年执行数减少38.40万元，下降3.09%。
            """
        let disclosure = try read(text)
        #expect(disclosure.kind == .budget)
        #expect(!figures(disclosure).contains { $0.contains("category.amount") })
    }

    @Test("the accounts of a township's government are those of a body")
    func office() throws {
        let text = "2023年度苕北乡人民政府决算公开\n一、收入情况\n本年收入合计862.40万元，其中：财政拨款收入862.40万元，占100%。\n"
        #expect(try read(text).kind == .finalAccounts)
    }

    @Test("the line that news begins with is its heading, though words of comparison stand in it")
    func newsHeading() throws {
        let text = """
            2023年全市政府采购规模较上年增长6.2%

            2024.6.18

              2023年全市政府采购规模为54.30亿元，较上年增加3.17亿元，增长6.2%；占全市一般公共预算支出的比重为11.5%。

              从结构来看，货物、工程、服务政府采购规模分别为12.40亿元、26.10亿元和15.80亿元，占全市政府采购规模比例为22.8%、48.1%和29.1%。
            """
        let found = figures(try read(text))
        #expect(found.contains("procurement.amount 5430000000"), "\(found)")
        #expect(found.contains("procurement_works.amount 2610000000"))
    }

    @Test(
        "news and notes on what a government takes in and spends are a region's",
        arguments: [
            "全省公共财政收支进度加快\n1-8月全省公共财政预算收入完成231.6亿元。其中：中央公共财政预算收入完成97.3亿元；地方公共财政预算收入完成134.3亿元。\n",
            "泽口开发区2022年政府预决算相关重要事项说明\n2022年度泽口开发区一般公共预算支出数为61206万元，比2021年度决算数增加5149万元，增长9.19%。\n",
        ])
    func government(text: String) throws {
        #expect(try read(text).kind == .regional)
    }

    @Test("a town's accounts that are laid before its delegates are a region's report")
    func delegates() throws {
        let text = "二〇二一年度苕北镇财政决算报告\n各位代表：\n全年财政总收入26840万元。全年一般公共预算支出18337.50万元。\n"
        #expect(try read(text).kind == .regional)
    }

    @Test("a numbered line that states a mark is read, not taken for a heading")
    func markInHeading() throws {
        let disclosure = try read("泽口市水文站2019年度部门决算\n九、整体支出绩效自评得分93.5分。\n")
        #expect(figures(disclosure) == ["overall_evaluation.score 93.5"])
    }

    @Test("numbers of cases and the like are told as left over", arguments: ["1386宗", "7笔"])
    func counters(number: String) throws {
        let disclosure = try read("泽口市水文站2019年度部门决算\n一、基本情况\n全年共办理\(number)。\n")
        #expect(disclosure.diagnostics.contains { $0.message.zhHans.contains(number) })
    }

    @Test("a province at the head of every page is not the body whose accounts they are")
    func province() throws {
        let page = "黑龙江省2021年度部门决算公开说明\n"
        let text = page + "松绥农垦医院2021年度部门决算公开说明\n一、说明\n2021年度收入合计100.00万元。\n" + page + page
        #expect(try read(text).unit?.name == "松绥农垦医院")
        #expect(try read(page + "2021年，一般公共预算支出20亿元。\n").unit?.name == "黑龙江省")
    }

    @Test("the government of a town that is named in full is the body, not the town")
    func government() throws {
        let text = """
            椰湾镇2020年度“三公”经费决算公开
            琼渡县椰湾镇人民政府　　2021年9月15日
            2020年全镇“三公”经费决算支出63.4万元。
            """
        #expect(try read(text).unit?.name == "琼渡县椰湾镇人民政府")
    }
}
