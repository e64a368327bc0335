import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Numbers that no reader takes are said, and groups of digits are one number.
@Suite("No number is lost without a word")
struct NothingLostTests {
    private func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
    }

    private func says(_ disclosure: Disclosure, _ numbers: [String]) -> Bool {
        let said = disclosure.diagnostics.map { $0.message.en + $0.quote }.joined()
        return numbers.allSatisfy(said.contains)
    }

    private static let accounts = "白石县地震局2021年度部门决算\n三、支出决算情况说明\n本年支出合计80.00万元。\n"

    @Test(
        "numbers run together with a sentence, or between bars, become diagnostics",
        arguments: [
            ("项目 行次 金额 甲 1 12.30 乙 2 45.60 注：本表反映收支情况。", ["12.30", "45.60"]),
            ("事由 | 批次 | 人次 | 金额（万元） |\n调研 | 4 | 62 | 3.89 |\n", ["62", "3.89"]),
        ])
    func leftOver(lines: String, numbers: [String]) throws {
        #expect(says(try read(Self.accounts + lines), numbers))
    }

    @Test("groups of three digits between blanks are one number where a unit of money follows")
    func groups() throws {
        let disclosure = try read(
            "白石市2025年“三公”经费预算\n2025年市本级“三公”经费预算安排1 412.35万元，公务接待费预算2 000 300.50元。")
        let values = disclosure.figures.map { $0.measure.topic.rawValue + " " + $0.value.text }
        #expect(values.contains("three_public 14123500"))
        #expect(values.contains("reception 2000300.5"))
    }

    @Test("numbers filled in on a rule are read as if it were not there")
    func onRules() throws {
        let disclosure = try read(Self.accounts + "共有预算单位__1__个，编制人数__18_人。本年收入合计__80.00__万元。")
        #expect(says(disclosure, ["1个", "18人"]))
        #expect(
            disclosure.figures.contains { $0.measure == Measure(.yearIncome, .amount) && $0.value.text == "800000" })
    }

    @Test("tables of a document that names no year give their figures; their lines are of no year and are none")
    func withoutYear() throws {
        let table = """
            支出决算表,,,,,
            部门：甲州乙联合会,,,,,金额单位：万元
            功能分类科目编码,科目名称,本年支出合计,基本支出,项目支出,经营支出
            ,合计,30.00,10.00,20.00,
            2081101,行政运行,10.00,10.00,,
            2081104,残疾人康复,20.00,,20.00,
            """
        let disclosure = try DisclosureReader().read(bytes: Array(table.utf8), file: "a.csv")
        #expect(disclosure.lines.isEmpty)
        let measures = Set(disclosure.figures.map(\.measure))
        #expect(measures.isSuperset(of: [Measure(.yearExpenditure, .amount), Measure(.basicExpenditure, .amount)]))
    }

    @Test("a blank between two cells joins nothing")
    func cells() throws {
        let disclosure = try read(Self.accounts + "合计 1 486.20 1 412.35\n甲 3 100.00 5 200.00\n")
        #expect(!disclosure.figures.contains { $0.value.text == "14862000" || $0.value.text == "1486.2" })
    }
}
