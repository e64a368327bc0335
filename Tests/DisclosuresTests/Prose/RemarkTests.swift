import Disclosures
import OfficialForm
import Testing

/// Made-up words.
@Suite("What a document says in words")
struct RemarkTests {
    func read(_ text: String, under heading: String) throws -> Disclosure {
        let document = "甲市乙局2023年度部门决算\n第三部分 2023年度部门决算情况说明\n\(heading)\n\(text)"
        return try DisclosureReader().read(bytes: Array(document.utf8), file: "test.txt")
    }

    func remarks(_ text: String, under heading: String) throws -> [String] {
        try read(text, under: heading).remarks.map {
            [$0.kind.rawValue, $0.topic.rawValue, $0.subject, $0.words].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test("the reason of a total ends where the next figure begins")
    func reasons() throws {
        let text = "本年收入合计30万元，比上年增加3万元，主要原因是人员增加，项目也多；其他收入2万元，比上年减少1万元，主要是主要是利息少。"
        #expect(
            try remarks(text, under: "五、收入决算情况说明") == [
                "reason year_income 人员增加，项目也多", "reason other_income 利息少",
            ])
    }

    @Test("what a category was spent on is kept with it")
    func purposes() throws {
        let text = "教育支出20万元，占66.67%，主要用于教师培训；住房保障支出10万元，占33.33%，主要用于住房公积金。"
        #expect(
            try remarks(text, under: "七、一般公共预算财政拨款支出决算情况说明") == [
                "purpose category 教育支出 教师培训", "purpose category 住房保障支出 住房公积金",
            ])
    }

    @Test("the items that an amount is made of are a list")
    func contents() throws {
        let text = "人员经费30万元，主要包括：基本工资、津贴补贴、奖金等；公用经费3万元，主要包括：办公费、水费。"
        let found = try read(text, under: "八、一般公共预算财政拨款基本支出决算情况说明").remarks
        #expect(found.map(\.topic) == [.personnel, .operating])
        #expect(found.map(\.items) == [["基本工资", "津贴补贴", "奖金"], ["办公费", "水费"]])
    }

    @Test(
        "a sentence that says there was none is kept",
        arguments: [
            ("2023年度无政府性基金预算财政拨款支出。", "nothing government_fund_expenditure 无政府性基金预算财政拨款支出"),
            ("2023年度未发生政府性基金预算财政拨款支出。", "nothing government_fund_expenditure 未发生政府性基金预算财政拨款支出"),
        ])
    func nothing(text: String, remark: String) throws {
        #expect(try remarks(text + "本年政府性基金预算财政拨款收入0万元。", under: "十、政府性基金预算财政拨款收入支出决算情况说明").contains(remark))
    }

    @Test("the glossary and the list of bodies are read item by item")
    func glossaryAndBodies() throws {
        let text = """
            甲市乙局2023年度部门决算
            第一部分 甲市乙局概况
            二、部门决算单位构成
            纳入甲市乙局2023年度部门决算编制范围的二级预算单位包括：
            1.甲市乙局本级
            2.甲市丙中心
            第三部分 2023年度部门决算情况说明
            一、收入决算情况说明
            本年收入合计30万元。
            第四部分 名词解释
            一、财政拨款收入：指财政当年拨付的资金。
            二、其他收入：指上述以外的收入。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
        #expect(disclosure.bodies == ["甲市乙局本级", "甲市丙中心"])
        #expect(disclosure.glossary.map(\.term) == ["财政拨款收入", "其他收入"])
        #expect(disclosure.glossary.first?.definition == "指财政当年拨付的资金")
    }
}
