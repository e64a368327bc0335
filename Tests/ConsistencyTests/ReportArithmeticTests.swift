import Disclosures
import Testing

@testable import Consistency

/// Relations that reports and news state over several sentences: totals that are built up, rates of budgets named later, shares in turn,
/// and changes of all the parts there are.
@Suite("Arithmetic over sentences")
struct ReportArithmeticTests {
    private func findings(_ words: String, of title: String) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array((title + "\n" + words).utf8), file: "text.txt")
        return CheckEngine(language: .zhHans).check(disclosure)
    }

    @Test("what is added to an amount by its name comes to the total")
    func namedBase() throws {
        let title = "苕北区2018年预算执行情况和2019年预算（草案）的报告\n各位代表："
        let words =
            "一般公共预算收入完成152300万元，同比增长7.2%。其中：税收收入101400万元，非税收入50900万元。一般公共预算收入加上税收返还18420万元、转移支付164380万元、上年结余4750万元，收入总计"
        #expect(try findings(words + "338950万元。", of: title).contains { $0.message.contains("339850") })
        #expect(try findings(words + "339850万元。", of: title).isEmpty)
    }

    @Test("a list of all that something was used for is held to the whole that the sentence before begins with")
    func used() throws {
        let title = "苕北县2022年政府债务情况说明"
        let words =
            "2022年省财政厅转贷我县新增政府债券9600万元，其中：一般债券3400万元，专项债券6200万元。\n全部用于以下3个项目：供水管网改造4100万元、职业学校实训楼2300万元、冷链仓储"
        let short = try findings(words + "320万元。", of: title)
        #expect(short.contains { $0.rule == "listed-sum" && $0.message.contains("6720") })
        #expect(try findings(words + "3200万元。", of: title).isEmpty)
    }

    @Test("a rate of execution is held to the budget that is stated once, behind it")
    func budgetBehind() throws {
        let title = "泽口市水文站2015年度“三公”经费决算"
        let words =
            "2015年“三公”经费支出48.20万元。其中：公务用车购置及运行费36.40万元，预算执行比例为#%，公务接待费11.80万元，预算执行比例为73.75%。\n2015年“三公”经费预算68.00万元，其中：公务用车购置及运行费52.00万元，公务接待费16.00万元。"
        let slip = try findings(words.replacing("#", with: "07.00"), of: title)
        #expect(slip.contains { $0.rule == "execution-rate" && $0.message.contains("70.00") })
        #expect(try findings(words.replacing("#", with: "70.00"), of: title).allSatisfy { $0.rule != "execution-rate" })
    }

    @Test("shares in turn are of what the amounts before them add up to")
    func inTurn() throws {
        let title = "泽口市2024年政府采购情况"
        let words = "2024年全市政府采购规模为24.80亿元。货物、工程、服务三类依次为9.42亿元、6.18亿元和9.20亿元，在总规模中各占37.98%、24.92%和"
        #expect(try findings(words + "31.70%。", of: title).contains { $0.message.contains("37.10%") })
        #expect(try findings(words + "37.10%。", of: title).isEmpty)
    }

    @Test("the list of an item ends with the item")
    func items() throws {
        let title = "关于苕北镇2017年财政预算执行情况的报告\n各位代表："
        let words =
            "财政总收入5316万元，由三部分构成：一是本镇财政收入1720万元；二是上级财政补助收入3540万元，其中体制补助1264万元、专项转移支付#万元、政府性基金补助340万元；三是上年结转56万元。"
        #expect(try findings(words.replacing("#", with: "1396"), of: title).contains { $0.message.contains("1936") })
        #expect(try findings(words.replacing("#", with: "1936"), of: title).isEmpty)
    }

    @Test("what is left over when all is paid is no part of what was spent")
    func leftOver() throws {
        let title = "关于苕北镇2020年财政决算情况的报告\n各位代表："
        let words = "2020年全镇财政总支出为1284.50万元，主要支出项目执行情况是：\n教育支出 418.4万元\n行政运行支出 574.3万元\n农业发展支出 #万元\n收支相抵，年终结余53.70万元。"
        #expect(try findings(words.replacing("#", with: "291.8"), of: title).isEmpty)
        let slip = try findings(words.replacing("#", with: "219.8"), of: title)
        #expect(slip.contains { $0.rule == "listed-sum" && $0.message.contains("291.8") })
    }

    @Test("changes of basic and project expenditure come to the change of both")
    func changes() throws {
        let title = "泽口市人民法院2017年部门预算"
        let words =
            "2017年一般公共预算财政拨款支出2874.60万元，比2016年减少186.30万元。其中：基本支出2143.20万元，比2016年增加652.40万元。项目支出731.40万元，比2016年减少"
        #expect(try findings(words + "883.70万元。", of: title).contains { $0.message.contains("838.70") })
        #expect(try findings(words + "838.70万元。", of: title).isEmpty)
    }

    @Test("of totals that differ the balances make up the difference")
    func remainder() throws {
        let title = "泽口市广播电视大学2015年度部门决算说明"
        let words = "1.收入情况。全年总收入3648.20万元。年初结转和结余215.40万元。\n2.支出情况。全年总支出3517.90万元。年末结转和结余"
        #expect(try findings(words + "354.70万元。", of: title).contains { $0.message.contains("345.70") })
        #expect(try findings(words + "345.70万元。", of: title).isEmpty)
        // Anything but a slip of digits may have been paid back.
        #expect(try findings(words + "301.20万元。", of: title).allSatisfy { $0.rule != "balance" })
    }

    @Test("a change of the right size in the wrong direction is told where the amount stands sentences before")
    func direction() throws {
        let title = "泽口市工商业联合会2022年度部门决算"
        let words = "（一）收入总计246.30万元，包括：\n1.财政拨款收入242.10万元。\n2.年初结转和结余4.20万元。\n与上年收入总计268.50万元相比，今年收入"
        let turned = try findings(words + "增加22.20万元，增长8.27%。", of: title)
        #expect(turned.contains { $0.rule == "change-direction" })
        #expect(try findings(words + "减少22.20万元，下降8.27%。", of: title).allSatisfy { $0.rule != "change-direction" })
    }

    @Test("a total in a sentence of its own is that of the amounts of the sentence before, brackets apart")
    func closed() throws {
        let title = "2017年苕北区和区级预算执行情况"
        let words =
            "各位代表：\n2017年一般公共预算收入482130万元，转移性收入176420万元（其中：返还性收入96300万元，上年结转80120万元），一般债券转贷收入51600万元。合计收入为"
        #expect(try findings(words + "701150万元。", of: title).contains { $0.message.contains("710150") })
        #expect(try findings(words + "710150万元。", of: title).isEmpty)
    }

    @Test("what was adjusted in particular comes to the whole adjustment")
    func particulars() throws {
        let title = "关于苕北县2021年财政预算调整方案的报告\n各位代表："
        let words = "调增本年支出预算36820万元。具体为：专项转移支付调增支出6140万元、一般性转移支付调增支出21560万元、本级专项调增支出#万元、新增债券调增支出8600万元。"
        let slip = try findings(words.replacing("#", with: "529"), of: title)
        #expect(slip.contains { $0.rule == "listed-sum" && $0.message.contains("36829") })
        #expect(try findings(words.replacing("#", with: "520"), of: title).isEmpty)
    }

    @Test("a change behind the next amount is that amount's, not that of the rate before it")
    func nextAmount() throws {
        let title = "全省公共财政收支进度"
        let words = "1-8月全省公共财政预算收入完成184.2亿元。其中：中央公共财政预算收入完成81.6亿元，增长9.4%；地方公共财政预算收入完成102.6亿元，增收15.4亿元，增长17.7%。"
        #expect(try findings(words, of: title).allSatisfy { $0.rule != "growth-rate" })
    }

    @Test("what a part was planned to be is no other part of what is listed")
    func plannedParts() throws {
        let title = "泽口市驻外办事处2019年度部门决算"
        let words = """
            一般公共预算财政拨款基本支出223.50万元，其中：人员经费198.20万元，公用经费25.30万元。
            2019年度财政拨款“三公”经费预算为14.20万元，支出决算为11.13万元，完成预算的78.38%。其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费决算为7.23万元，完成预算8.00万元的90.38%；公务接待费决算为3.90万元，完成预算6.20万元的62.90%。
            """
        #expect(try findings(words, of: title).allSatisfy { $0.rule != "listed-sum" })
    }

    @Test("a share of what grew is none of the amount before it")
    func grown() throws {
        let title = "全省上半年财政收支"
        let words = "全省地方一般公共预算收入372.36亿元，同比增长23.9%，税收收入增长34.2%，占地方一般公共预算收入比重为70.1%。全省地方一般公共预算支出741.85亿元。"
        #expect(try findings(words, of: title).allSatisfy { $0.rule != "share" })
    }

    @Test("a rate that stands before its change is of the base in the bracket behind")
    func rateAhead() throws {
        let title = "一季度财政收支运行平稳"
        let words = "今年一季度，全县累计入库各项税收收入9634万元，同比增长#%，增收742万元（上年同期为8892万元）。"
        #expect(try findings(words.replacing("#", with: "3.8"), of: title).contains { $0.message.contains("8.3") })
        #expect(try findings(words.replacing("#", with: "8.3"), of: title).isEmpty)
    }

    @Test("the three economic classes come to basic expenditure")
    func classes() throws {
        let title = "泽口市水产站2018年部门预算"
        let words =
            "2.按支出结构分类：基本支出预算176.40万元，占70.00%；项目支出预算75.60万元，占30.00%。\n（1）基本支出：工资福利支出138.26万元；商品和服务支出#万元；对个人和家庭的补助9.12万元。"
        #expect(try findings(words.replacing("#", with: "20.92"), of: title).contains { $0.message.contains("168.30") })
        #expect(try findings(words.replacing("#", with: "29.02"), of: title).isEmpty)
    }

    @Test("a bound that the form of an indicator leaves open is no forgotten figure")
    func openBound() throws {
        let words = "产出指标 质量指标 适龄儿童入学率（≥**%）完成100%。受助对象满意度**%。"
        let found = try findings(words, of: "孤儿基本生活费项目绩效自评报告（2019年度）").filter { $0.rule == "placeholder" }
        #expect(found.filter { $0.severity == .error }.count == 1)
    }
}
