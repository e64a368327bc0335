import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// What the mark of an evaluation is made of, and lines that stop at their 类.
@Suite("Parts of a mark, and funds that stop at a 类")
struct EvaluationPartsTests {
    private func read(_ text: String, file: String = "text.txt") throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: file)
    }

    private static let report = "云溪县水文站2021年度部门决算\n十二、预算绩效情况说明\n（一）整体支出绩效自评\n"

    @Test(
        "the points of execution and targets and what they scored are parts of the mark",
        arguments: [
            "云溪县水文站2021年整体绩效自评得分93.5分。其中预算执行情况20分，实际预算执行率为97.5%，自评得分19.5分；年度目标80分，自评得分74分。",
            "云溪县水文站2021年度部门整体绩效自评得分93.5分。其中：预算执行情况分值20分，得分19.5分；年度目标权重80分，得分74分。",
            "2021年部门整体支出绩效自评得分为93.5分，其中预算执行情况（20分）得19.5分，年度目标（80分）得74分。",
        ])
    func prose(words: String) throws {
        let evaluation = try #require(try read(Self.report + words).evaluations.first)
        #expect(evaluation.score?.text == "93.5")
        #expect(
            evaluation.parts.map { "\($0.name) \($0.weight?.text ?? "") \($0.score?.text ?? "")" } == [
                "预算执行情况 20 19.5", "年度目标 80 74",
            ])
    }

    @Test("points without a score, a mark without points and a class of marks are no parts")
    func noParts() throws {
        let words = "云溪县水文站2021年整体绩效自评得分91分，产出指标50分。评分90分以上为优。年度目标完成情况得40分。"
        let evaluation = try #require(try read(Self.report + words).evaluations.first)
        #expect(evaluation.parts == [])
    }

    @Test("the yearly goals over the indicators are parts with their words, in text and in cells")
    func goals() throws {
        let text = """
            云溪县水文站2021年度部门决算
            云溪县水文站2021年度整体绩效自评表
            年度目标1（50分）：汛期水情测报及时准确，站点运行平稳。
            年度绩效指标
            一级指标 二级指标 指标名称 年初目标值 实际完成值 得分
            产出指标 数量指标 测报站点（10分） 12个 12个 10
            年度目标2（30分）：更新老旧仪器。
            年度绩效指标
            一级指标 二级指标 指标名称 年初目标值 实际完成值 得分
            产出指标 数量指标 更新仪器（10分） 3台 3台 10
            """
        let flat = try #require(try read(text).evaluations.first)
        #expect(flat.parts.map(\.name) == ["年度目标1", "年度目标2"])
        #expect(flat.parts.map { $0.weight?.text } == ["50", "30"])
        #expect(flat.parts.map(\.words) == ["汛期水情测报及时准确，站点运行平稳。", "更新老旧仪器。"])

        let page = """
            <html><body><p>云溪县水文站2021年度部门决算</p><p>云溪县水文站2021年度整体绩效自评表</p><table>
            <tr><td>年度目标1（50分）</td><td colspan="5">汛期水情测报及时准确</td></tr>
            <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>目标值</td><td>实际完成值</td><td>得分</td></tr>
            <tr><td>产出指标</td><td>数量指标</td><td>测报站点（10分）</td><td>12个</td><td>12个</td><td>10</td></tr>
            </table></body></html>
            """
        let cells = try #require(try read(page, file: "page.html").evaluations.first)
        #expect(cells.parts == [EvaluationPart(name: "年度目标1", weight: DecimalText("50"), words: "汛期水情测报及时准确")])
    }

    @Test(
        "the expenditure of a fund that stops at its 类 is a line of that level",
        arguments: [
            ("九、国有资本经营预算财政拨款支出决算情况说明", "国有资本经营预算支出（类）", Fund.stateCapital),
            ("八、政府性基金预算财政拨款支出决算情况说明", "城乡社区支出（类）", .governmentFund),
        ])
    func category(title: String, name: String, fund: Fund) throws {
        let text = """
            云溪县水文站2021年度部门决算
            \(title)
            2021年度本年支出7.20万元。具体情况为：
            \(name)。年初预算为8.00万元，支出决算为7.20万元，主要用于移交人员的社会化管理。
            """
        let lines = try read(text).lines.map(\.line)
        #expect(lines.map(\.subject.level) == [.category])
        #expect(lines.first?.fund == fund)
        #expect(lines.first?.actual == Amount(minorUnits: 7_200_000))
        #expect(lines.first?.initialBudget == .stated(Amount(minorUnits: 8_000_000)))
    }

    @Test("a 类 that is named with its share and then in an item is one line")
    func categoryTwice() throws {
        let text = """
            云溪县水文站2021年度部门决算
            八、政府性基金预算财政拨款支出决算情况说明
            2021年度本年支出7.20万元。城乡社区支出（类）7.20万元，占100%。
            1.城乡社区支出（类）。年初预算为8.00万元，支出决算为7.20万元。
            """
        let lines = try read(text).lines.map(\.line)
        #expect(lines.map(\.actual) == [Amount(minorUnits: 7_200_000)])
        #expect(lines.first?.initialBudget == .stated(Amount(minorUnits: 8_000_000)))
    }

    @Test("a 类 whose items are listed is no line of its own")
    func categoryWithItems() throws {
        let text = """
            云溪县水文站2021年度部门决算
            八、政府性基金预算财政拨款支出决算情况说明
            2021年度本年支出7.20万元。具体情况为：
            城乡社区支出（类）支出决算为7.20万元，其中：
            1.城乡社区支出（类）国有土地使用权出让收入安排的支出（款）其他支出（项）。支出决算为7.20万元。
            """
        #expect(try read(text).lines.map(\.line.subject.level) == [.item])
    }
}
