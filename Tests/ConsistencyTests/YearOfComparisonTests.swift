import Consistency
import Disclosures
import Testing

@Suite("Years that are right where they stand")
struct YearOfComparisonTests {
    private func stale(_ text: String) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        return CheckEngine().check(disclosure).filter { $0.rule == "stale-year" && $0.severity != .note }
    }

    @Test(
        "Against the budget of the year itself, and against a year further back",
        arguments: [
            "2023年决算数5.00万元，比2023年年初预算数8.00万元减少3.00万元。",
            "2023年度“三公”经费支出5.00万元，与2023年度预算相比无变化。",
            "2023年度“三公”经费支出5.00万元，比2019年决算数减少3.00万元。",
        ])
    func accounts(_ sentence: String) throws {
        let found = try stale(
            """
            江城市东湖区财政局2023年度部门决算
            第三部分 2023年度部门决算情况说明
            七、财政拨款“三公”经费支出决算情况说明
            \(sentence)
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("The stock at the end of last year, and last year's accounts, in a budget")
    func budget() throws {
        let found = try stale(
            """
            江城市东湖区财政局2024年部门预算
            一、“三公”经费预算情况说明
            2024年“三公”经费预算12.00万元。2023年度“三公”经费支出11.00万元。
            二、国有资产占用情况说明
            截至2023年12月31日，本部门共有车辆3辆。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("The year itself in the place of the year before is one finding")
    func sameYear() throws {
        let found = try stale(
            """
            江城市东湖区财政局2023年度部门决算
            第三部分 2023年度部门决算情况说明
            一、收入支出决算总体情况说明
            2023年度收、支总计90.00万元。与2023年度相比，收、支总计各减少10.00万元，下降10.00%。
            """)
        #expect(found.count == 1, "\(found.map(\.message))")
    }
}
