import Disclosures
import FinalAccounts
import Testing

/// Budgets and texts whose parts have no numbers. Made-up words and figures.
@Suite("Budgets in the wordings of bodies")
struct PlanWordingTests {
    func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
    }

    func figures(_ disclosure: Disclosure) -> [String] {
        disclosure.figures.map { "\($0.measure.name) \($0.value.text)" }
    }

    @Test("收入预算 and 支出预算 at the head of a sentence are the body's, whatever was spoken of before")
    func plannedTotals() throws {
        let text = """
            甲市乙局2024年部门预算
            四、名词解释
            （四）公用经费：指保障运转的支出。
            2024年部门预算编制说明
            2024年，甲市乙局收入预算30万元，其中：财政拨款收入28万元；其他收入2万元。支出预算30万元，其中：财政拨款支出预算28万元。
            财政拨款支出预算中，一般公共预算拨款支出预算27万元；政府性基金拨款支出预算1万元。
            """
        #expect(
            figures(try read(text)) == [
                "year_income.budget 300000", "fiscal_income.budget 280000", "other_income.budget 20000",
                "year_expenditure.budget 300000", "fiscal_expenditure.budget 280000",
                "general_public_expenditure.budget 270000", "government_fund_expenditure.budget 10000",
            ])
    }

    @Test("a fund is income where the part or the sentence speaks of income, over nouns that are not in the form")
    func fundsOfIncome() throws {
        let text = """
            甲市乙局2024年部门预算
            二、收入预算情况说明
            2024年收入预算30万元，其中：一般公共预算拨款27万元，纳入专户管理的非税收入拨款2万元，政府性基金拨款1万元。
            """
        let disclosure = try read(text)
        #expect(
            figures(disclosure) == [
                "year_income.budget 300000", "general_public_income.budget 270000",
                "government_fund_income.budget 10000",
            ])
        #expect(disclosure.diagnostics.map(\.message.en) == ["'2万元' states no measure this reader knows"])
    }

    @Test("the reason of one total ends at the next")
    func reasonBeforeTotal() throws {
        let text = """
            甲市乙局2024年部门预算
            一、收支预算总体情况
            收入预算30万元，比上年增加3万元，主要原因是人员增加；支出预算31万元，比上年增加4万元。
            """
        #expect(
            figures(try read(text)) == [
                "year_income.budget 300000", "year_income.change 30000", "year_expenditure.budget 310000",
                "year_expenditure.change 40000",
            ])
    }

    @Test("subjects are lines under headings that no one knows too, and a list of them ends at a heading")
    func lines() throws {
        let text = """
            甲市乙局2024年部门预算
            二、支出安排说明
            1.“教育支出（类）普通教育（款）小学教育（项）”20万元，主要用于教学。
            2.“住房保障支出（类）住房改革支出（款）住房公积金（项）”3万元。
            三、其他说明
            公务接待费1万元。
            """
        let disclosure = try read(text)
        #expect(disclosure.lines.map(\.line.subject.name) == ["小学教育", "住房公积金"])
        #expect(figures(disclosure) == ["reception.budget 10000"])
    }

    @Test("sentences behind a table that stands as text are read")
    func sentencesBehindTable() throws {
        let text = """
            甲市乙局2023年度部门决算
            二、收入决算表
            公开02表
            项目 金额
            收入决算情况说明
            2023年度收入合计30.00万元，其中：财政拨款收入28.00万元。
            """
        #expect(figures(try read(text)) == ["year_income.amount 300000", "fiscal_income.amount 280000"])
    }

    @Test("a document without a year has figures, no lines, and says so")
    func noYear() throws {
        let text = "去年县级单位“三公”经费支出5万元，其中：公务接待费1万元，公务用车运行费4万元。教育支出（类）普通教育（款）小学教育（项）支出决算为7万元。"
        let disclosure = try read(text)
        #expect(disclosure.fiscalYear == nil)
        #expect(disclosure.lines.isEmpty)
        #expect(figures(disclosure).contains("three_public.amount 50000"))
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("names no fiscal year") })
    }

    @Test(
        "a report on something else goes by its own words, and says what it is",
        arguments: [
            "甲市2023年度预算执行审计结果公告\n审计发现，3个单位在下属企业列支公务用车运行维护费8万元。",
            "甲县2023年1-5月份财政收支情况\n1-5月，我县一般公共预算收入完成300万元，增长6%。",
        ])
    func otherReports(text: String) throws {
        let disclosure = try read(text)
        #expect(disclosure.kind == .other)
        #expect(disclosure.figures.allSatisfy { $0.measure.topic == .other })
    }
}
