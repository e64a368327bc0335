import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// What a comparison is of that names its noun late or by half, and what stands beside it: lists that end, savings, cars.
@Suite("What comparisons are of")
struct ComparedTotalsTests {
    private func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
    }

    private func figures(_ words: String, of title: String = "泽口市水文站2020年度部门决算") throws -> [String] {
        try read(title + "\n" + words + "\n").figures.map { [$0.measure.name, $0.value.text].joined(separator: " ") }
    }

    @Test("a comparison with last year's accounts behind a reason and a semicolon goes on about the measure")
    func behindReason() throws {
        let found = try figures(
            "九、“三公”经费支出情况\n“三公”经费支出2.18万元，较年初预算数减少1.82万元，主要原因是公函规范；较上年支出数减少0.67万元，下降23.51%。")
        #expect(found.contains("three_public.change -6700"))
        #expect(found.contains("three_public.change_rate -23.51"))
    }

    @Test("the short name behind a total is that total where change and rate are true of it, and else what it says")
    func shortName() throws {
        let words = "二、收入预算情况\n（一）财务收入情况\n2020年部门财务总收入399.00万元，其中：一般公共预算财政拨款386.40万元，上年结转12.60万元。\n与上年对比，收入增加"
        let title = "泽口市水文站2020年部门预算"
        #expect(try figures(words + "26.50万元，增长7.11%。", of: title).contains("income_total.change 265000"))
        #expect(try figures(words + "26.50万元，增长9.30%。", of: title).contains("year_income.change 265000"))
    }

    @Test("what is named right behind a comparison that begins its sentence is what its amount was of")
    func namedBehind() throws {
        let found = try figures(
            "“三公”经费预算642.30万元，其中公务接待费91.00万元。\n据介绍，公务接待费里有外事接待费35.00万元。\n与2019年预算数612.30万元相比，2020年“三公”经费预算增加30.00万元。",
            of: "泽口市水文站2020年“三公”经费预算")
        #expect(found.contains("three_public.previous_amount 6123000"))
        #expect(!found.contains { $0.hasSuffix(" 6123000") && !$0.hasPrefix("three_public") })
    }

    @Test("a change behind a list whose parts make the whole is that of the whole")
    func behindList() throws {
        let found = try figures(
            "五、收支预算情况\n2020年收入预算160.00万元，其中：一般公共预算拨款收入90.00万元，事业收入60.00万元，其他收入10.00万元；较上年增加10.60万元。",
            of: "泽口市水文站2020年部门预算")
        #expect(found.contains { $0.hasSuffix("income.change 106000") && !$0.hasPrefix("other") })
    }

    @Test("what buying cost less than planned is no measure of the form", arguments: ["比年初采购计划少花", "比采购预算节约"])
    func savings(words: String) throws {
        let found = try figures("六、政府采购情况\n2020年政府采购规模为18.64亿元，\(words)2.36亿元，节约率11.24%。")
        #expect(found == ["procurement.amount 1864000000"])
    }

    @Test("what was really bought is told from the plan, in all and by kind, and held against last year's")
    func reallyBought() throws {
        let found = try figures(
            "六、政府采购情况\n政府采购预算规模为176.60万元，其中：货物类采购预算金额100.60万元；服务类采购预算金额76.00万元。实际采购规模为160.20万元，其中：货物类实际采购规模90.20万元；服务类实际采购规模70.00万元。\n与2019年实际采购规模151.40万元相比，增加8.80万元，增长5.81%。"
        )
        #expect(
            Set(found).isSuperset(of: [
                "procurement.amount 1602000", "procurement_goods.amount 902000", "procurement_services.amount 700000",
                "procurement.previous_amount 1514000", "procurement.change 88000",
            ]))
        #expect(!found.contains { $0.hasPrefix("procurement.budget") && !$0.hasSuffix(" 1766000") })
    }

    @Test("the last noun of a list may have the number of its nouns behind it")
    func countedList() throws {
        let found = try figures("六、政府采购情况\n政府采购支出18.64万元，货物、工程、服务三类依次为7.83万元、3.36万元和7.45万元。")
        #expect(found.contains("procurement_services.amount 74500"))
    }

    @Test("all of it being of one fund does not change what is spoken of")
    func allOfOneFund() throws {
        let found = try figures(
            "二、收入支出说明\n2020年收入预算103.47万元，全部为财政拨款，比2019年增加4.31万元。", of: "泽口市水文站2020年部门预算")
        #expect(found.contains("year_income.change 43100"))
    }

    @Test("cars counted in pieces and school buses among the other cars are the whole and a part of it")
    func cars() throws {
        #expect(
            try figures("三、公务用车\n截至2019年底本单位在册公务用车4台。", of: "泽口市水文站2020年“三公”经费决算") == [
                "vehicles_held.count 4"
            ])
        let assets = try figures("十一、国有资产占用情况\n共有车辆8辆，其中机要通信用车1辆、其他用车7辆（含校车2辆）。")
        #expect(assets.count { $0.hasPrefix("asset_vehicles.count") } == 3)
    }

    @Test("a category is known by 与 for 和")
    func category() throws {
        let found = try figures(
            "二、财政拨款支出情况\n财政拨款支出129.43万元：（1）一般公共服务支出61.07万元，占47.18%；（2）社会保障与就业支出68.36万元，占52.82%。")
        #expect(found.filter { $0.hasPrefix("category.amount") }.count == 2)
    }

    @Test("a table of one column whose corner is blank gives the three costs")
    func blankCorner() throws {
        let text = """
            2016年“三公”经费预算
            一、2016年“三公”经费支出预算表
            单位:万元

            预 算 数

            合计

            46.5

            因公出国（境）费

            12.2

            公务接待费

            15.8

            公务用车购置及运行费

            18.5
            """
        let found = try read(text).figures.map { [$0.measure.name, $0.value.text].joined(separator: " ") }
        #expect(
            found == [
                "three_public.budget 465000", "abroad.budget 122000", "reception.budget 158000",
                "official_vehicles.budget 185000",
            ])
    }

    @Test("the path to a page is no name, and who put it there is")
    func path() throws {
        let title = "雅砻技师学院2024年度部门决算公开报告\n一、收入支出决算总体情况说明\n2024年度收支总计6602.93万元。\n"
        #expect(try read("您当前的位置: 首页>政务公开>财政预决算\n" + title).unit?.name == "雅砻技师学院")
        #expect(
            try read(
                "发布时间:2021-09-03  信息来源:柳湾镇人民政府  浏览次数:\n2020年“三公”经费决算情况\n2020年“三公”经费决算数合计30.42万元，其中公务接待费12.30万元。\n"
            ).unit?.name
                == "柳湾镇人民政府")
    }

    @Test("titles of tables may have a number without a sign behind it, and their heads tell the year")
    func numberedTitles() throws {
        let table = """
            附表3 支出预算总表,,,,
            部门：泽口市老年大学,,,,单位：万元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,334.39,222.39,112.00
            2050499,其他成人教育支出,318.52,206.52,112.00
            2101102,事业单位医疗,15.87,15.87,
            附表6 “三公”经费预算表,,,,
            项目,2022年预算数,2021年预算数,增减,
            合计,1.20,1.50,-0.30,
            因公出国（境）费,0.00,0.00,0.00,
            公务接待费,1.20,1.50,-0.30,
            公务用车购置及运行费,0.00,0.00,0.00,
            """
        let disclosure = try DisclosureReader().read(bytes: Array(table.utf8), file: "table.csv")
        #expect(disclosure.fiscalYear == FiscalYear(2022))
        #expect(disclosure.lines.count == 2)
        #expect(disclosure.tables.map(\.kind) == [.expenditure, .threePublic])
    }

    @Test("the number of a title takes nothing of its name", arguments: ["表3 ", "表一 ", "附表一、", ""])
    func ordinals(number: String) {
        #expect(
            TableTitles.kind(TableText.folded((number + "一般公共预算支出情况表").unicodeScalars)) == .generalPublicExpenditure)
    }

    @Test("财政拨款支出 over the total, basic and project columns is what the table is of")
    func fiscalTable() throws {
        let table = """
            2020年单位财政拨款支出预算表,,,,,,
            编制单位：泽口市水文站,,,,,,单位：元
            项目,,,,财政拨款支出,,
            功能分类科目编码,,,功能分类科目名称,合计,基本支出,项目支出
            类,款,项,,,,
            208,,,社会保障和就业支出,"684,200","684,200",
            208,05,,行政事业单位养老支出,"684,200","684,200",
            208,05,05,机关事业单位基本养老保险缴费支出,"684,200","684,200",
            合计,,,,"684,200","684,200",
            """
        let disclosure = try DisclosureReader().read(bytes: Array(table.utf8), file: "table.csv")
        #expect(disclosure.lines.map { $0.statedInitialBudget?.text } == ["684200元"])
        #expect(!disclosure.figures.contains { $0.measure.name == "other.budget" })
    }
}
