import Disclosures
import Testing

/// Whose a change, a share, a count or an amount is that stands without a noun of its own. Made-up words and figures.
@Suite("What a number without a noun belongs to")
struct BelongingTests {
    func read(_ text: String, under heading: String = "五、收入决算情况说明", as kind: String = "部门决算") throws -> Disclosure {
        let document = "甲市乙局2023年度\(kind)\n第三部分 2023年度\(kind)情况说明\n\(heading)\n\(text)"
        return try DisclosureReader().read(bytes: Array(document.utf8), file: "test.txt")
    }

    func figures(_ text: String, under heading: String = "五、收入决算情况说明", as kind: String = "部门决算") throws -> [String] {
        try read(text, under: heading, as: kind).figures.map { "\($0.measure.name) \($0.value.text)" }
    }

    func left(_ text: String, under heading: String = "五、收入决算情况说明", as kind: String = "部门决算") throws -> [String] {
        try read(text, under: heading, as: kind).diagnostics.map { String($0.message.en.prefix { $0 != " " }) }
    }

    static let costs = "八、财政拨款“三公”经费支出决算情况说明"
    static let performance = "十、预算绩效情况说明"

    @Test("a sentence that begins with a comparison goes on about the whole of the parts before it")
    func wholeOfParts() throws {
        let text = "本年收入合计30万元，其中：财政拨款收入28万元，占93.33%；其他收入2万元，占6.67%。比上年增加3万元，增长11.11%。"
        let found = try figures(text)
        #expect(found.contains("year_income.change 30000"))
        #expect(found.contains("year_income.change_rate 11.11"))
    }

    @Test("it goes on about the last part where a rate or a change was said of that part already")
    func lastPart() throws {
        let text = "“三公”经费支出9万元。其中：公务接待费支出2万元，完成预算的50%。决算数较预算数减少2万元。"
        #expect(try figures(text, under: Self.costs).contains("reception.change_on_budget -20000"))
    }

    @Test("a change behind parts strung together is the whole's")
    func strungParts() throws {
        let text = "本年收入合计30万元，其中财政拨款收入28万元、其他收入2万元，较上年增加3万元。"
        #expect(try figures(text).contains("year_income.change 30000"))
    }

    @Test("a change behind parts that may be the last part's or the whole's is nobody's")
    func ambiguousParts() throws {
        let text = "本年收入合计30万元，其中：财政拨款收入28万元，其他收入2万元，较上年增加3万元。"
        #expect(try left(text) == ["'3万元'"])
    }

    @Test("what a comparison names counts for the noun that is named behind it")
    func comparisonBeforeNoun() throws {
        let text = "收、支总计40万元，与年初预算35万元相比，收、支总计各增加5万元，增长14.29%。"
        let found = try figures(text, under: "一、收入支出决算总体情况说明")
        #expect(found.contains("income_and_expenditure.change_on_budget 50000"))
        #expect(found.contains("income_and_expenditure.change_rate_on_budget 14.29"))
    }

    @Test("the amount of the year before that follows at once is the same measure's")
    func twoYears() throws {
        let text = "本年收入合计：2023年30万元，2022年27万元，增加3万元。公务接待费2万元（上年4万元）。"
        #expect(try figures(text).contains("year_income.previous_amount 270000"))
        #expect(
            try figures("公务接待费2万元（上年4万元），下降50%。", under: Self.costs) == [
                "reception.amount 20000", "reception.previous_amount 40000", "reception.change_rate -50",
            ])
    }

    @Test("a rate of difference from the budget has its own sign")
    func differenceRate() throws {
        let text = "“三公”经费支出年初预算数4万元，决算数3万元，预决算差异率-25%。"
        #expect(try figures(text, under: Self.costs).contains("three_public.change_rate_on_budget -25"))
    }

    @Test("决算 before an amount is a side, but the parts of a budget stay budgets")
    func shortSide() throws {
        #expect(
            try figures("公务接待费预算3万元、决算2万元。", under: Self.costs) == ["reception.budget 30000", "reception.amount 20000"])
    }

    @Test("economies and overruns are directions", arguments: [("节约", "-10000"), ("超支", "10000")])
    func economies(word: String, change: String) throws {
        #expect(
            try figures("公务接待费2万元，比年初预算\(word)1万元。", under: Self.costs).contains("reception.change_on_budget \(change)")
        )
    }

    @Test("a reason that is nothing but changes of measures states those changes")
    func reasonOfChanges() throws {
        let text = "本年支出合计30万元，比上年减少3万元，主要是基本支出增加1万元，项目支出减少4万元。"
        let found = try figures(text, under: "六、支出决算情况说明")
        #expect(found.contains("basic_expenditure.change 10000"))
        #expect(found.contains("project_expenditure.change -40000"))
    }

    @Test("counts behind a reason state what is counted")
    func countsBehindReason() throws {
        let text = "公务接待费2万元，主要是外地同行来访，国内公务接待3批次，18人次；公务用车运行维护费5万元，主要是油费，年末公务用车保有量2辆。"
        let found = try figures(text, under: Self.costs)
        #expect(found.contains("reception_batches.count 3"))
        #expect(found.contains("reception_visitors.count 18"))
        #expect(found.contains("vehicles_held.count 2"))
    }

    @Test("projects keep their counts and what they are worth")
    func projects() throws {
        let text = "本部门组织对5个项目编制了绩效目标，选取4个项目开展绩效监控，组织对6个项目开展绩效自评。实行绩效目标管理的项目3个，涉及一般公共预算拨款64.8万元。"
        let found = try figures(text, under: Self.performance)
        #expect(
            found == [
                "targeted_projects.count 5", "tracked_projects.count 4", "evaluated_projects.count 6",
                "targeted_projects.count 3", "targeted_projects.amount 648000",
            ])
    }

    @Test("costs per head are no figure of the form")
    func perHead() throws {
        #expect(try left("国内公务接待2批次、10人次，人均80元。", under: Self.costs) == ["'80元'"])
    }

    @Test("a measure that a direction stands before without a number states nothing")
    func directionBeforeNoun() throws {
        #expect(try left("全年两次压减公用经费共3万元。", under: "六、支出决算情况说明") == ["'3万元'"])
    }

    @Test("vehicles bought, held and disposed of are told apart")
    func vehicles() throws {
        let text = "公务用车购置费20万元，购置执法用车1辆；公务用车运行维护费5万元，年末执法执勤用车6辆。"
        let found = try figures(text, under: Self.costs)
        #expect(found.contains("vehicles_purchased.count 1"))
        #expect(found.contains("vehicles_held.count 6"))
        #expect(try left("共有车辆6辆。处置车辆1辆。", under: "九、国有资产占用情况说明") == ["'1辆'"])
    }

    @Test("guests from abroad are counted apart")
    func guestsFromAbroad() throws {
        let text = "国内公务接待批次41个，接待人次302人；国（境）外公务接待批次7个，接待人次39人。"
        #expect(
            try figures(text, under: Self.costs) == [
                "reception_batches.count 41", "reception_visitors.count 302", "foreign_reception_batches.count 7",
                "foreign_reception_visitors.count 39",
            ])
    }

    @Test("what a measure is made of does not hide its name")
    func enumerations() throws {
        let text = "其中：基本工资、津贴补贴等人员经费支出12万元；办公费、印刷费等公用经费3万元。"
        let found = try figures(text, under: "七、一般公共预算财政拨款基本支出决算情况说明")
        #expect(found == ["personnel_expenditure.amount 120000", "operating_expenditure.amount 30000"])
    }

    @Test("an appropriation whose part names no fund is that of all funds")
    func allFunds() throws {
        let text = "2023年度财政拨款支出30万元，占本年支出合计的75%。"
        #expect(
            try figures(text, under: "七、财政拨款支出决算情况说明") == [
                "fiscal_expenditure.amount 300000", "fiscal_expenditure.share 75",
            ])
    }

    @Test("an amount whose unit is left out is left over")
    func noUnit() throws {
        #expect(try left("本年收入合计1351.20，其中：财政拨款收入30万元。") == ["'1351.20'"])
    }
}
