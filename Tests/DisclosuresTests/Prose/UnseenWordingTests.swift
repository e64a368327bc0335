import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Wordings that documents nobody had read brought up.
@Suite("Wordings of documents nobody had read")
struct UnseenWordingTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    @Test("parts behind budget and actual are of what the document is about")
    func frame() throws {
        let text = """
            甲岭镇2022年度部门决算
            一、“三公”经费支出决算情况说明
            2022年度“三公”经费支出全年预算数86.00万元，决算数78.35万元，完成预算的91.10%，比上年增加17.88万元，其中：公务用车购置及运行维护费支出76.90万元，占98.15%；公务接待费支出1.45万元，占1.85%。
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["official_vehicles.amount  769000", "reception.amount  14500"]))
    }

    @Test("an item that names nothing is about the part it stands in")
    func item() throws {
        let text = """
            乙川县气象局2019年度部门决算
            五、一般公共预算财政拨款支出决算情况说明
            1．总体情况。一般公共预算财政拨款支出948.60万元。
            2．结构情况。科学技术支出36.00万元，占3.80%；住房保障支出174.37万元，占18.38%。
            3．具体情况。年初预算为780.94万元，支出决算为948.60万元，完成年初预算的121.47%。
            """
        let found = try read(text).figures
        #expect(found.contains("general_public_expenditure.initial_budget  7809400"))
        #expect(found.contains("general_public_expenditure.rate_on_initial_budget  121.47"))
    }

    @Test(
        "a code stated level by level is one code",
        arguments: [
            "1.213类03款01项行政运行，年初预算数20.00万元，决算数21.00万元。",
            "1.213类农林水支出03款水利01项行政运行，年初预算数20.00万元，决算数21.00万元。",
            "1.农林水支出（213类）水利（03款）行政运行（01项）。年初预算为20.00万元，支出决算为21.00万元。",
        ])
    func levels(item: String) throws {
        let text = "丙原县水务局2023年度部门决算\n五、一般公共预算财政拨款支出决算情况说明\n（三）具体情况\n\(item)\n"
        let line = try #require(try read(text).disclosure.lines.first)
        #expect(line.line.subject.code == "2130301")
        #expect(line.line.subject.name == "行政运行")
        #expect(line.statedActual?.amount == (try Amount(parsing: "21.00", unit: .wan)))
    }

    @Test("what is said of a whole 款 are figures, no lines")
    func section() throws {
        let text = """
            丁山区医院2018年度部门决算
            三、一般公共预算财政拨款支出决算情况说明
            “公立医院”（款）2018年度决算2405.17万元，比2018年年初预算增加305.17万元，增长14.53%。
            """
        let (found, disclosure) = try read(text)
        #expect(disclosure.lines.isEmpty)
        #expect(found.contains("section.amount 公立医院 24051700"))
        #expect(found.contains("section.change_on_budget 公立医院 3051700"))
    }

    @Test("all that was spent is no subject", arguments: ["累计支出", "全年支出", "实际支出"])
    func total(words: String) throws {
        let text = "甲岭市宗教局2022年度部门决算\n\(words)148.07万元，其中：基本支出86.92万元，项目支出61.15万元。"
        #expect(try read(text).disclosure.lines.isEmpty)
    }

    @Test("a line that counts things is no heading")
    func counts() throws {
        let text = """
            乙川县驻省城办事处2024年度部门决算
            十一、国有资产占用情况说明
            （三）共有车辆5辆，均为其他用车；房屋建筑面积1,280平方米。
            """
        #expect(try read(text).figures.contains("asset_vehicles.count  5"))
    }

    @Test("counts of other things than the form's are left over", arguments: ["汇总范围为区级71个部门", "（其中：陪同34人次）"])
    func others(words: String) throws {
        let text = "丙原区2017年“三公”经费\n“三公”经费支出20.00万元，因公出国（境）费2.00万元，公务接待费18.00万元，接待17批次139人次\(words)。"
        let found = try read(text).figures
        #expect(!found.contains { $0.contains("abroad_groups") || $0.contains("receptionVisitors.count 34") })
        #expect(!found.contains("reception_visitors.count  34"))
    }

    @Test("a part that is called as its whole is, with words of its own, is none of the form's")
    func part() throws {
        let text = """
            丁山县水务局2023年度部门决算
            八、政府性基金预算财政拨款支出决算情况说明
            政府性基金预算财政拨款本年支出299.50万元。其中：国家重大水利工程建设基金安排的支出199.50万元。
            """
        let (found, disclosure) = try read(text)
        #expect(found.contains("government_fund_expenditure.amount  2995000"))
        #expect(!found.contains("government_fund_expenditure.amount  1995000"))
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("199.50万元") })
    }

    @Test("the day of a meeting is not the year of the accounts")
    func day() throws {
        let text = """
            关于甲岭市2016年市级决算的报告
            ——2017年8月28日在甲岭市人民代表大会常务委员会第十二次会议上
            2016年市级一般公共预算收入决算数214836万元，比2015年增收13529万元。上解支出100万元，非税收入90万元。
            """
        #expect(try read(text).disclosure.fiscalYear == FiscalYear(2016))
    }

    @Test("in a plan the part on performance states plans")
    func plan() throws {
        let text = """
            乙川市科学技术局2025年部门预算
            （六）预算绩效目标。本部门整体支出3,250.40万元实行绩效目标管理，其中项目支出2,030.10万元。
            """
        #expect(!(try read(text).figures.contains { $0.hasPrefix("project_expenditure.amount") }))
    }

    @Test("chapters called after bodies are of these bodies, by their own words")
    func bodies() throws {
        let text = """
            丁山街道办事处2021年部门预算
            第二部分 部门预算收支总体情况
            2021年丁山街道办事处部门预算支出38.00万元，其中：人员支出12.00万元、项目支出26.00万元。
            第三部分 部门预算支出具体情况
            一、丁山街道办事处本级
            丁山街道办事处本级预算30.00万元，包括人员支出9.00万元、项目支出21.00万元。
            （一）人员支出9.00万元，主要是工资。
            二、丁山街道综合行政执法队
            丁山街道综合行政执法队预算8.00万元，包括人员支出3.00万元、项目支出5.00万元。
            """
        let found = try read(text).figures
        #expect(found.contains("personnel_expenditure.budget  120000"))
        #expect(
            !found.contains { $0.contains("expenditure.budget  90000") || $0.contains("expenditure.budget  30000") })
        #expect(found.contains { $0.hasPrefix("other.") && $0.hasSuffix(" 90000") })
    }

    @Test("what names nothing behind a closed list is the whole's, a rate behind open parts nobody's")
    func lists() throws {
        let text = """
            甲岭局2022年度部门决算
            七、“三公”经费支出情况说明
            “三公”经费支出9.46万元，其中公务用车运行维护费8.90万元、公务接待费0.56万元；年初预算15.80万元。
            三、支出决算情况说明
            本年支出合计148.07万元，其中：基本支出86.92万元，项目支出61.15万元，完成年初预算的63.63%。
            """
        let found = try read(text).figures
        #expect(found.contains("three_public.initial_budget  158000"))
        #expect(!found.contains { $0.contains("rate_on_initial_budget") && $0.hasPrefix("project") })
    }

    @Test("a project whose budget and execution a sentence states is evaluated")
    func project() throws {
        let text = """
            乙川湿地站2020年度部门决算
            十三、预算绩效情况说明
            “湿地补水”项目全年预算数120.00万元，执行数118.36万元，完成预算的98.63%，自评得分97.86分。
            """
        let found = try read(text).figures
        #expect(found.contains("project_evaluation.amount 湿地补水 1183600"))
        #expect(found.contains("project_evaluation.score 湿地补水 97.86"))
    }

    @Test("a number of the outline inside a line leads to the noun behind it")
    func inlineNumbers() throws {
        let text = "丙原县2022年“三公”经费支出情况\n1.2022年因公出国（境）0批次0人次。2.公务用车购置6辆，保有量320辆。3.公务接待1,250批次，10,300人次。\n"
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["reception_batches.count  1250", "reception_visitors.count  10300"]))
    }
}
