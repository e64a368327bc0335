import Consistency
import Disclosures
import Platform
import Testing

/// What is written like a known phrase but for a character that looks or sounds like the right one.
@Suite("Misspellings from knowledge")
struct MisprintTests {
    private func found(_ sentence: String) throws -> [Finding] {
        let text = "云岭县林业局2022年度部门决算\n二、2022年度部门决算情况说明\n本年收入合计12.00万元。\n\(sentence)\n"
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        let engine = CheckEngine(
            language: .zhHans, subjects: try SharedDocuments.subjects(), characters: try SharedDocuments.characters())
        return engine.check(disclosure).filter { $0.rule == "misprint" && $0.severity != .note }
    }

    @Test(
        "One character of a name of the classification or of the form's words is told, with the right one",
        arguments: [
            ("负责集体士地和森林的管理。", "集体士地", "集体土地"), ("主要用于购买末单独设置顶级科目的其他支出。", "顶级科目", "项级科目"),
            ("机关事业单位基本养老保险徽费支出12.00万元。", "徽", "缴"), ("公务接侍费支出3.00万元。", "公务接侍", "公务接待"),
            ("支出诀算数为80.00万元。", "支出诀算", "支出决算"), ("年初予算数为80.00万元，一般公共予算收入20.00万元。", "公共予算", "公共预算"),
            ("用于森林资源官理支出9.00万元。", "森林资源官理", "森林资源管理"), ("文化馆免费开发经费6.00万元。", "免费开发", "免费开放"),
        ])
    func alike(_ sentence: String, _ wrong: String, _ right: String) throws {
        let found = try found(sentence)
        #expect(found.contains { $0.message.contains(wrong) && $0.message.contains(right) }, "\(found.map(\.message))")
    }

    @Test(
        "What is a word of its own is none",
        arguments: [
            "养老机构建设支出9.00万元，由小微企业承担。", "决算数与年初预算数持平，公务接待费同比下降。", "因公出国经费支出为0万元，收入决算比上年增加。",
            "社区事务受理中心开放，软件开发完成。", "预算执行率未达到要求。",
        ])
    func apart(_ sentence: String) throws {
        let found = try found(sentence)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("A table of characters of another form is refused with the line", arguments: ["sound\tfa", "colour\ta\tb"])
    func malformed(_ line: String) {
        #expect(throws: (any Error).self) { try LikeCharacters(parsing: "# 1\n" + line + "\n") }
    }
}
