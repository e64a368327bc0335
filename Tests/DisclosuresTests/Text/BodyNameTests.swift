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
            ("917丙河镇财政所 预算年度:2023\n2023年部门预算" + rest, "丙河镇财政所"),
        ])
    func bodies(text: String, body: String) throws {
        #expect(try read(text).unit?.name == body)
    }

    @Test("a place or a newspaper's sentence is no body", arguments: ["甲县2023年“三公”经费情况", "甲市财政局日前公布甲市2023年“三公”决算"])
    func noBodies(title: String) throws {
        #expect(try read(title + Self.rest).unit == nil)
    }

    @Test(
        "the year of the title outweighs years of the text",
        arguments: [
            "甲市乙局2024年“三公”经费预算情况\n二、2023年“三公”经费决算情况\n2023年度“三公”经费支出2万元。",
            "甲市乙局2024部门决算\n截至2023年底有车2辆。2023年年初结转1万元，2023年支出减少。" + rest,
        ])
    func years(text: String) throws {
        #expect(try read(text).fiscalYear?.number == 2024)
    }
}
