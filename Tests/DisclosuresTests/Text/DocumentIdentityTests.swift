import Disclosures
import FinalAccounts
import Testing

@Suite("Whose accounts a document holds")
struct DocumentIdentityTests {
    func unit(_ head: String) throws -> String? {
        let text = """
            \(head)
            第三部分 2023年度部门决算情况说明
            一、收入支出决算总体情况说明
            2023年度收、支总计均为10万元。
            """
        return try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt").unit?.name
    }

    @Test(
        "a body of two characters is one, wherever it is named",
        arguments: ["第一部分 甲局概况", "甲局2023年度部门决算", "部门：甲局 公开01表", "单位名称：甲局"])
    func twoCharacters(head: String) throws {
        #expect(try unit(head) == "甲局")
    }

    @Test("bodies of other kinds are known by the ends of their names", arguments: ["乙院", "丙委", "丁镇", "戊中心"])
    func kinds(name: String) throws {
        #expect(try unit("第一部分 \(name)概况") == name)
    }

    @Test(
        "words that stand for any body are no name",
        arguments: ["部门", "本单位", "部门（单位）", "部门单位", "我局", "该院", "机构", "基本"])
    func generic(words: String) throws {
        #expect(try unit("第一部分 \(words)概况") == nil)
    }
}
