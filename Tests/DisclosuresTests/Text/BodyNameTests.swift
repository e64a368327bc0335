import Disclosures
import Testing

/// Made-up bodies.
@Suite("Whose accounts a document holds, of which year")
struct BodyNameTests {
    func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
    }

    static let rest = "\n“三公”经费支出3万元，其中公务接待费3万元。"

    @Test(
        "the body is told from titles, captions and mentions",
        arguments: [
            ("甲市人民政府\n关于2023年决算的报告\n2023年全市一般公共预算收入10万元，上解支出1万元。", "甲市人民政府"),
            ("甲市丙区人民政府关于2023年财政决算的报告\n2023年全区一般公共预算收入10万元，上解支出1万元。", "甲市丙区人民政府"),
            ("2023年甲市政府机关幼儿园部门决算\n市政府幼儿园2023年收入总计3万元。", "甲市政府机关幼儿园"),
            ("按照要求，现将丙河镇2023年度“三公”经费决算公布如下：" + rest, "丙河镇"),
            ("2023年“三公”经费说明\n使用财政拨款安排甲县种子检验中心出国团组0个。" + rest, "甲县种子检验中心"),
            ("收入决算表\n编制单位：丁县人民医院 | 2023年度 | 金额单位：万元" + rest, "丁县人民医院"),
            ("某网7月20日电 甲县水文站2023年度部门决算公布。" + rest, "甲县水文站"),
            ("国家冻土观测局公布全系统“三公”经费情况\n国家冻土观测局4月18日公布的数据显示，2023年“三公”经费支出3万元。" + rest, "国家冻土观测局"),
            ("一、基本情况\n丁市公安局巡逻大队受市公安局领导，有辅警12人。\n2023年支出5万元。" + rest, "丁市公安局巡逻大队"),
            ("二〇二三年度丙河镇财政决算报告\n现把本镇2023年度财政决算报告如下。\n支出5万元。" + rest, "丙河镇"),
            ("根据预算法和甲县财政局对2023年度部门决算的批复，现说明如下：\n甲县乙局主管全县乙业。" + rest, "甲县乙局"),
            ("绩效目标自评表\n项目主管单位 甲县乙局 项目实施单位 县丙所\n（2023年度）" + rest, "甲县乙局"),
            (
                "第一部分 丁县乙局部门单位概况\n一、部门主要职责\n管理全县乙业。\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n本年支出5万元。" + rest,
                "丁县乙局"
            ),
            ("国家冻土观测局在其网站公布了2023年部门预算，显示该局今年“三公”经费预算数为3万元。" + rest, "国家冻土观测局"),
            ("【本报讯】记者报道：全国冻土研究会2023年部门预算昨日上网。" + rest, "全国冻土研究会"),
            ("2023年丁县人民法院省级部门决算基本情况说明\n2023年度省级部门决算公开" + rest, "丁县人民法院"),
            ("丙市水务局机关2023年度部门决算公开报告\n丙市水务局主管全市水务。" + rest, "丙市水务局"),
            ("冻土局“三公”经费减少\n国家冻土局4月18日公布的数据显示，2023年“三公”经费支出3万元。" + rest, "国家冻土局"),
            ("917丙河镇财政所 预算年度:2023\n2023年部门预算" + rest, "丙河镇财政所"),
        ])
    func bodies(text: String, body: String) throws {
        #expect(try read(text).unit?.name == body)
    }

    @Test("a place or a newspaper's sentence is no body", arguments: ["甲县2023年“三公”经费情况", "甲市财政局日前公布甲市2023年“三公”决算"])
    func noBodies(title: String) throws {
        #expect(try read(title + Self.rest).unit == nil)
    }

    @Test("a page whose text does not name the body is of the one its title names")
    func titleOfPage() throws {
        let page = """
            <html><head><meta charset="utf-8"><title>甲县林业站2023年度单位预算公开</title></head><body>
            <p>2023年度收入预算5万元。</p><p>2023年“三公”经费预算3万元。</p></body></html>
            """
        #expect(try DisclosureReader().read(bytes: Array(page.utf8), file: "a.html").unit?.name == "甲县林业站")
    }

    @Test(
        "the year that a text does not name is taken from the day it was put out, and that is said",
        arguments: [
            ("甲县1-9月财政收支情况\n发布时间：2021-10-14\n1-9月，一般公共预算收入完成5万元。", 2021),
            ("甲县政府采购上半年节约2万元\n2014-07-18 09:12\n上半年实际采购金额5万元。", 2014),
            ("甲县政府采购\n2022年1月18日\n1至12月实际采购金额5万元。", 2021),
            ("索引号：甲财〔2021〕17-1\n1-8月全省财政收支情况\n1-8月，全省一般公共预算收入5亿元。", 2021),
            ("甲县乙局项目绩效自评报告\n填报日期：2023年3月22日\n“三公”经费支出3万元。", 2022),
        ])
    func assumedYears(text: String, year: Int) throws {
        let disclosure = try read(text)
        #expect(disclosure.fiscalYear?.number == year)
        #expect(disclosure.diagnostics.contains { $0.kind == .assumedYear })
    }

    @Test("days that do not agree, or that say nothing of a year, give none")
    func noYear() throws {
        for text in [
            "甲县1-9月财政收支情况\n2021-10-14\n2022-10-15\n1-9月，收入完成5万元。", "甲县乙局\n2021-10-14\n“三公”经费支出3万元。",
        ] {
            let disclosure = try read(text)
            #expect(disclosure.fiscalYear == nil)
            #expect(!disclosure.diagnostics.contains { $0.kind == .assumedYear })
        }
    }

    @Test(
        "the year of the title outweighs years of the text",
        arguments: [
            "甲市乙局2024年“三公”经费预算情况\n二、2023年“三公”经费决算情况\n2023年度“三公”经费支出2万元。",
            "关于甲镇2024年财政决算情况和2025年上半年预算执行情况的报告\n各位代表：\n一、2024年财政决算情况\n2024年全镇收入5万元。\n二、2025年上半年预算执行情况\n1-6月收入3万元。"
                + rest,
            "现将2024年上半年预算执行情况和2023年决算报告如下，请予审议。\n一、2024年上半年预算执行情况\n收入5万元。\n二、2023年决算情况\n收入9万元。" + rest,
            "甲市乙局2024部门决算\n截至2023年底有车2辆。2023年年初结转1万元，2023年支出减少。" + rest,
        ])
    func years(text: String) throws {
        #expect(try read(text).fiscalYear?.number == 2024)
    }
}
