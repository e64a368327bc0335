import FinalAccounts
import Foundation
import Interchange
import Platform
import Testing

@testable import Reporting

@Suite("Live figures")
struct ChartOptionTests {
    private static let style = ChartStyle(language: .zhHans, amounts: .chinese)

    private func amount(_ wan: Int64) -> Amount { Amount(minorUnits: wan * 1_000_000) }

    private func object(_ value: JSONValue?) throws -> [String: Any] {
        let text = try #require(value).text()
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func series(_ option: JSONValue?) throws -> [[String: Any]] {
        try #require(try object(option)["series"] as? [[String: Any]])
    }

    private func words(_ series: [String: Any]) -> [String?] {
        (series["data"] as? [Any] ?? []).map { ($0 as? [String: Any])?["text"] as? String }
    }

    @Test(
        "Every value is told in words with its unit, a range by its two ends, and only what is synthetic is marked so")
    func history() throws {
        var row = HistoryPoint(year: FiscalYear(2024))
        row.forecast = ForecastRange(
            point: amount(120), range80: amount(110)...amount(135), range95: amount(100)...amount(150))
        let chart = HistoryChart(
            points: [
                HistoryPoint(year: FiscalYear(2022), actual: amount(90), isSynthetic: true),
                HistoryPoint(year: FiscalYear(2023), actual: amount(100), budget: amount(95)), row,
            ], summary: "")
        let all = try series(chart.option(Self.style))
        let byName = Dictionary(all.map { ($0["name"] as? String ?? "", $0) }) { first, _ in first }
        #expect(words(try #require(byName["支出决算"])) == ["90.00 万元（合成数据）", "100.00 万元", nil])
        #expect(words(try #require(byName["年初预算"])) == [nil, "95.00 万元", nil])
        #expect(words(try #require(byName["80% 区间"])) == ["110.00 – 135.00 万元"])
        // The forecast's line begins at the last actual, which is no forecast: no words, no mark.
        let ahead = try #require(byName["预测"])
        #expect(words(ahead) == [nil, nil, "120.00 万元"])
        let join = try #require((ahead["data"] as? [Any])?[1] as? [String: Any])
        #expect(join["symbol"] as? String == "none")
        let point = try #require((ahead["data"] as? [Any])?[2] as? [String: Any])
        #expect((point["itemStyle"] as? [String: Any])?["color"] as? String != "--paper")
        let actual = try #require(byName["支出决算"]?["data"] as? [Any])
        let fills = actual.prefix(2).map {
            (($0 as? [String: Any])?["itemStyle"] as? [String: Any])?["color"] as? String
        }
        #expect(fills == ["--paper", "--accent"])
        let band = try #require(byName["95% 区间"]?["data"] as? [[String: Any]])
        #expect(band.first?["value"] as? [Double] == [2, 100, 150])
        #expect(!all.contains { $0["type"] as? String == "candlestick" })
    }

    @Test("A stack's total stands over it and among what is told of the year")
    func stack() throws {
        let chart = StackedChart(
            years: [FiscalYear(2023)], firstForecastYear: nil,
            layers: [
                .init(label: "甲", amounts: [amount(30)]), .init(label: "乙", amounts: [amount(12)]),
                .init(label: "丙", amounts: [nil]),
            ], summary: "")
        let total = try #require(try series(chart.option(Self.style)).last)
        #expect(total["name"] as? String == "合计" && words(total) == ["42.00 万元"])
    }

    @Test("The key names every part in full, however long")
    func keys() {
        let name = "一个名称相当长的支出类别，超过任何图例的宽度，须全文写出"
        let chart = StackedChart(
            years: [FiscalYear(2023)], firstForecastYear: nil, layers: [.init(label: name, amounts: [amount(3)])],
            summary: "")
        #expect(chart.key.markup.contains(">\(name)<"))
        let ring = StructureChart(
            parts: [.init(label: name, amount: amount(1)), .init(label: "其二", amount: amount(3))], summary: "",
            others: "其他")
        #expect(ring.key(Self.style).markup.contains(">\(name)<") && ring.key(Self.style).markup.contains("75.00%"))
    }

    @Test("Areas are in proportion, do not overlap and fill their rectangle")
    func squares() {
        let values: [Double] = [60, 25, 9, 4, 1.5, 0.5]
        let boxes = Squares.boxes(of: values, in: Box(x: 10, y: 20, width: 300, height: 200))
        for (value, box) in zip(values, boxes) {
            #expect(abs(box.width * box.height - value * 600) < 0.01)
            #expect(box.x >= 10 - 1e-9 && box.x + box.width <= 310 + 1e-6)
            #expect(box.y >= 20 - 1e-9 && box.y + box.height <= 220 + 1e-6)
        }
        for (index, one) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                let across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
                let down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
                #expect(across < 1e-6 || down < 1e-6)
            }
        }
        #expect(Squares.boxes(of: [], in: Box(x: 0, y: 0, width: 1, height: 1)).isEmpty)
    }

    @Test("What the spending is made of goes from funds to categories to subjects and adds up")
    func composition() throws {
        var lines = try SampleAccounts.lines()
        lines.append(
            AccountLine(
                unit: SampleAccounts.unit, fiscalYear: SampleAccounts.year, fund: .governmentFund,
                subject: Subject(code: "2120899", names: ["城乡社区支出", "土地", "其他"]), actual: amount(50)))
        let funds = try SpendingPart.funds(
            of: lines, year: SampleAccounts.year, scheme: .china, language: .zhHans)
        #expect(funds.map(\.label) == ["一般公共预算", "政府性基金"])
        for fund in funds {
            #expect(try Amount.sum(fund.parts.map(\.amount)) == fund.amount)
            for category in fund.parts {
                #expect(try Amount.sum(category.parts.map(\.amount)) == category.amount)
            }
        }
        #expect(funds[0].parts.first?.parts.map(\.label) == ["应急处理"])
        let chart = TreemapChart(funds: funds, summary: "构成")
        #expect(chart.svg(Self.style).markup.contains("卫生健康支出 › 应急处理: 1,620.62 万元"))
        let node = try #require((try series(chart.option(Self.style)).first?["data"] as? [[String: Any]])?.first)
        #expect(node["name"] as? String == "一般公共预算" && (node["children"] as? [Any])?.count == 3)
    }
}
