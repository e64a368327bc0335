import Disclosures
import Testing

@testable import Consistency

/// Parts that no word announces, rates of execution in reports on projects, and what is left of what there was.
@Suite("Parts that nothing announces")
struct UnannouncedPartsTests {
    private func findings(_ words: String, of title: String = "泽口市水文站2023年度部门决算") throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array((title + "\n" + words).utf8), file: "text.txt")
        return CheckEngine(language: .zhHans).check(disclosure)
    }

    @Test("amounts in the bracket right behind a total are its parts, unless words say that it holds some of them")
    func bracket() throws {
        let title = "关于2020年县本级财政决算的报告\n"
        let words = "调入资金14.59亿元；补助62.14亿元；收入合计76.73亿元"
        let found = try findings(words + "（县本级62.14亿元，高新区15.49亿元）。", of: title)
        #expect(found.contains { $0.message.contains("62.14") || $0.message.contains("77.63") })
        #expect(try findings(words + "（县本级61.24亿元，高新区15.49亿元）。", of: title).isEmpty)
        #expect(try findings(words + "（含县本级62.14亿元，高新区15.49亿元）。", of: title).isEmpty)
    }

    @Test("a list that begins with the name of a total stated before is held to it")
    func untotalled() throws {
        let words =
            "一、基本情况\n支出：691.20万元。其中：人员经费支出454.00万元，项目支出237.20万元。\n二、项目支出实施情况。\n项目支出委员活动经费42.60万元，文史编印经费18.00万元，平台维护经费6.50万元，食堂改造经费"
        let title = "沅浦县政协办2021年部门整体支出绩效评价报告"
        #expect(try findings(words + "150.10万元。", of: title).contains { $0.message.contains("217.20") })
        #expect(try findings(words + "170.10万元。", of: title).isEmpty)
    }

    @Test("what was saved is the difference of the two amounts before it, where a slip of digits alone stands between")
    func saved() throws {
        let title = "关于2018年岑峒县财政收支情况的报告"
        let words = "共完成评审148个，送审金额96420万元，审定金额81356万元，审减金额"
        #expect(try findings(words + "15604万元，审减率15.62%。", of: title).contains { $0.message.contains("15064") })
        #expect(try findings(words + "15064万元，审减率15.62%。", of: title).isEmpty)
        #expect(try findings(words + "820万元。", of: title).allSatisfy { $0.rule != "change-amount" })
    }

    @Test("projects that are counted and listed with their amounts are all of the projects")
    func counted() throws {
        let words = "一、支出预算情况\n支出预算186.94万元。其中：基本支出92.44万元，项目支出94.50万元。\n（三）项目支出"
        let list = "个：1.炮弹购置52.00万元；2.作业点改造28.50万元；3.津贴"
        let title = "泽口市人影中心2022年部门预算"
        #expect(try findings(words + "3" + list + "41.00万元。", of: title).contains { $0.message.contains("121.50") })
        #expect(try findings(words + "3" + list + "14.00万元。", of: title).isEmpty)
        // Of four the list holds three.
        #expect(try findings(words + "4" + list + "41.00万元。", of: title).allSatisfy { $0.rule != "listed-sum" })
    }

    @Test("the rate of execution behind what was spent is of the budget named before")
    func execution() throws {
        let title = "泽口市防灾项目支出绩效自评报告（2021年度）"
        let words = "年初预算240.00万元，年中调减后全年预算200.00万元。\n截至12月31日，到位资金200.00万元，到位率100%；实际支出184.00万元，预算执行率"
        #expect(try findings(words + "96.00%。", of: title).contains { $0.message.contains("92.00%") })
        #expect(try findings(words + "92.00%。", of: title).allSatisfy { $0.rule != "execution-rate" })
        // Of the first budget it is true as well.
        #expect(try findings(words + "76.67%。", of: title).allSatisfy { $0.rule != "execution-rate" })
    }

    @Test("what is left is what there was to spend less what was spent")
    func rest() throws {
        let title = "苕北镇2021年度财政决算报告\n各位代表："
        let words = "并入上年结余1280.35万元，可动用资金合计19922.85万元。\n全年一般公共预算支出18337.50万元，结余"
        #expect(try findings(words + "1558.35万元。", of: title).contains { $0.message.contains("1585.35") })
        #expect(try findings(words + "1585.35万元。", of: title).isEmpty)
    }

    @Test("of two values that fit, the one that a sum asks for to the digit is named")
    func exact() throws {
        let words = "一、收支总体情况\n2023年度收支总计6482.30万元，2022年度5960.18万元，较上年增加512.12万元，增长8.76%。"
        let found = try findings(words).filter { $0.message.contains("512.12") }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.message.contains("522.12") && !$0.message.contains("522.11") })
    }

    @Test("a statement that gives some of the costs is held to its total where two digits changed places")
    func someCosts() throws {
        let title = "津汊区柳堤街2015年“三公”经费财政拨款预算情况"
        let words = "2015年“三公”经费预算11.64万元。\n（一）公务接待费\n公务接待费4.26万元。\n（二）公务用车购置及运行维护费\n2、公务用车运行维护费支出"
        #expect(try findings(words + "7.20万元。", of: title).contains { $0.message.contains("11.46") })
        #expect(try findings(words + "7.38万元。", of: title).isEmpty)
        #expect(try findings(words + "5.20万元。", of: title).allSatisfy { $0.rule != "three-public-parts" })
    }

    @Test("cars listed by kind are all there are")
    func cars() throws {
        let title = "栀子镇2015年“三公”经费支出说明"
        let words = "到年底，全镇在册公务用车8辆，其中：一般公务用车5辆，环卫、消防等特种作业车"
        #expect(try findings(words + "2辆。", of: title).contains { $0.rule == "count-parts" })
        #expect(try findings(words + "3辆。", of: title).allSatisfy { $0.rule != "count-parts" })
    }
}
