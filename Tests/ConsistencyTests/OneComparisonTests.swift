import Consistency
import Disclosures
import Platform
import Testing

/// A change, its rate and what they are held against belong to one comparison, and lists add up where nothing is left out.
@Suite("One comparison at a time")
struct OneComparisonTests {
    private func found(_ text: String, _ file: String = "a.txt") throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: file)
        return CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity != .note }
    }

    @Test(
        "what is right is not found fault with",
        arguments: [
            // The year before is stated, the year itself is not.
            "青石县文化执法队2022年部门预算\n一、收支总体情况\n2021年收入预算500.00万元，2022年比2021年增加100.00万元，增幅20.00%，原因是：人员划入。",
            "青石县少年宫2022年部门预算\n三、一般公共预算基本支出\n比2021年预算200.00万元增加30.00万元，增长15.00%，原因是绩效奖列入预算。",
            // A change on the budget, a rate on last year.
            "青石县2021年“三公”经费\n“三公”经费支出500.00万元，比预算减少40.00万元，比上年下降6.80%，其中：公务接待500.00万元。",
            // A saving on the budget behind a change that is said in words.
            "青石县2016年“三公”经费\n2016年“三公”经费实际支出900.00万元，比上年少支出80.00万元，比年初预算1,000.00万元节约100.00万元。",
            // An item whose change is not said.
            "青石县殡仪馆2023年度部门决算\n二、收入决算情况\n本年收入100.00万元，与2022年度决算数相比增加10.06万元，增长11.19%。具体构成：\n1．一般公共预算财政拨款收入40.00万元，与2022年度决算数相比增加4.00万元，增长11.11%。\n2．事业收入52.00万元，与2022年度决算数相比增加6.00万元，增长13.04%。\n3．其他收入8.00万元，为利息。\n",
            // All of it is two amounts.
            "青石县法院2021年部门预算\n一、收支总体情况\n收支总预算184.60万元，全部为一般公共预算拨款收入180.20万元和上年结转4.40万元。",
        ])
    func clean(text: String) throws {
        #expect(try found(text).filter { $0.severity == .error }.isEmpty)
    }

    @Test(
        "a total that its parts do not reach is named",
        arguments: [
            (
                "青石乡人民政府2024年“三公”经费预算安排情况\n2024年我单位“三公”经费预算安排10.85万元。具体如下：因公出国（境）费0.00万元；公务用车购置及运维费8.85万元（其中：公务用车购置费0.00万元，公务用车运行维护费8.85万元）；公务接待费1.30万元。",
                ["10.85", "10.15"]
            ),
            (
                "青石县2023年财政决算报告\n2023年全县一般公共预算收入100万元，上级补助收入200万元，全县一般公共预算总收入300万元，加上年结余20万元，加调入资金6万元，收入总计362万元。",
                ["362", "326"]
            ),
        ])
    func named(text: String, words: [String]) throws {
        let found = try found(text)
        #expect(found.contains { finding in words.allSatisfy { (finding.message + finding.quote).contains($0) } })
    }

    @Test("a sum that one column of a table keeps is missed in the other")
    func tableSum() throws {
        let html = """
            <html><body><h3>青石县2024年预算</h3><table>
            <tr><td>支出项目（万元）</td><td>2023年执行数</td><td>2024年预算数</td></tr>
            <tr><td>教育支出</td><td>500</td><td>520</td></tr><tr><td>卫生健康支出</td><td>300</td><td>310</td></tr>
            <tr><td>农林水支出</td><td>700</td><td>760</td></tr><tr><td>其他支出</td><td>60</td><td>70</td></tr>
            <tr><td>支出合计</td><td>1560</td><td>1680</td></tr></table></body></html>
            """
        #expect(try found(html, "a.html").contains { $0.message.contains("1680") && $0.message.contains("1660") })
    }

    @Test("the rows of a table by code are held to the codes above them, whatever the table is called")
    func codes() throws {
        let html = """
            <html><body><h3>青石县林业局2021年度部门决算</h3><table><caption>一般公共预算财政拨款支出决算表</caption>
            <tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
            <tr><td></td><td>合计</td><td>1,097.00</td><td>490.00</td><td>580.00</td></tr>
            <tr><td>213</td><td>农林水支出</td><td>880.00</td><td>300.00</td><td>580.00</td></tr>
            <tr><td>21302</td><td>林业和草原</td><td>880.00</td><td>300.00</td><td>580.00</td></tr>
            <tr><td>2130201</td><td>行政运行</td><td>300.00</td><td>300.00</td><td></td></tr>
            <tr><td>2130205</td><td>森林资源培育</td><td>580.00</td><td></td><td>580.00</td></tr>
            <tr><td>208</td><td>社会保障和就业支出</td><td>100.00</td><td>100.00</td><td></td></tr>
            <tr><td>221</td><td>住房保障支出</td><td>90.00</td><td>90.00</td><td></td></tr></table></body></html>
            """
        #expect(try found(html, "a.html").contains { $0.message.contains("1097") && $0.message.contains("1070") })
    }

    @Test("last year left standing in a plan's heading or at the head of a paragraph is named")
    func yearLeft() throws {
        func plan(_ third: String) -> String {
            """
            青石县法院2024年部门预算
            一、关于2024年部门收支总体情况的说明
            2024年收支总预算100.00万元。
            二、关于2024年部门收入总体情况的说明
            2024年收入预算100.00万元。
            \(third)
            """
        }
        let stale = ["三、关于2023年部门支出总体情况的说明\n2024年支出预算100.00万元。", "三、支出情况\n2023年本部门支出预算100.00万元，其中：基本支出100.00万元。"]
        for text in stale {
            #expect(try found(plan(text)).contains { $0.rule == "stale-year" && $0.message.contains("2023") })
        }
        let right = ["三、关于2023年预算执行情况的说明\n2023年支出执行90.00万元。", "三、支出情况\n2023年支出预算90.00万元，2024年支出预算100.00万元，增加10.00万元。"]
        for text in right { #expect(try !found(plan(text)).contains { $0.rule == "stale-year" }) }
    }
}
