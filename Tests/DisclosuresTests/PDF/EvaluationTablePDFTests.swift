import Disclosures
import Foundation
import OfficialForm
import Testing

/// Indicator tables whose cells wrap beside one another, printed by Chromium and read again.
@Suite("Indicator tables of printed self-evaluations", .enabled(if: PageProgram.chromium != nil, "needs chromium"))
struct EvaluationTablePDFTests {
    struct Row: Equatable, CustomStringConvertible {
        var first: String
        var second: String
        var name: String
        var target: String
        var actual: String
        var weight: String
        var score: String

        var description: String { [first, second, name, target, actual, weight, score].joined(separator: "|") }
    }

    static let rows: [Row] = [
        Row(
            first: "产出指标", second: "数量指标", name: "开展城市管理网格化巡查及问题处置次数", target: "≥1200次", actual: "1356次", weight: "10",
            score: "10"),
        Row(
            first: "产出指标", second: "数量指标", name: "辖区主次干道清扫保洁面积", target: "≥235万平方米", actual: "235万平方米", weight: "10",
            score: "10"),
        Row(
            first: "产出指标", second: "质量指标", name: "市容环境综合整治问题整改合格率", target: "≥95%", actual: "93%", weight: "10",
            score: "9.5"),
        Row(
            first: "产出指标", second: "时效指标", name: "各类投诉举报件按期办结率", target: "100%", actual: "100%", weight: "10",
            score: "10"),
        Row(
            first: "产出指标", second: "成本指标", name: "项目总成本控制在预算批复金额以内", target: "≤450万元", actual: "438.5万元", weight: "10",
            score: "10"),
        Row(
            first: "效益指标", second: "社会效益指标", name: "城市管理精细化水平和公共空间秩序", target: "有效提升并长期保持", actual: "有效提升并长期保持",
            weight: "15", score: "14"),
        Row(
            first: "效益指标", second: "生态效益指标", name: "生活垃圾分类覆盖率", target: "≥98%", actual: "98.6%", weight: "15",
            score: "15"),
        Row(
            first: "满意度指标", second: "服务对象满意度指标", name: "辖区居民及经营户对城市管理工作的满意度", target: "≥90%", actual: "91%",
            weight: "10", score: "10"),
    ]

    /// A page of the form with merged cells for the levels.
    func page(_ rows: [Row], align: String, weightLast: Bool, spacer: Int) -> String {
        func span(_ index: Int, _ key: (Row) -> String) -> Int {
            guard index == 0 || key(rows[index]) != key(rows[index - 1]) else { return 0 }
            return rows[index...].prefix { key($0) == key(rows[index]) }.count
        }
        let body = rows.indices.map { index -> String in
            let row = rows[index]
            let first = span(index) { $0.first }
            let second = span(index) { $0.first + $0.second }
            let weight = "<td>\(row.weight)</td>"
            return "<tr>" + (first > 0 ? "<td rowspan=\(first)>\(row.first)</td>" : "")
                + (second > 0 ? "<td rowspan=\(second)>\(row.second)</td>" : "") + "<td>\(row.name)</td>"
                + (weightLast ? "" : weight) + "<td>\(row.target)</td><td>\(row.actual)</td>"
                + (weightLast ? weight : "") + "<td>\(row.score)</td></tr>"
        }.joined()
        let headers =
            ["一级指标", "二级指标", "三级指标"] + (weightLast ? [] : ["分值"]) + ["年度指标值", "实际完成值"] + (weightLast ? ["分值"] : []) + [
                "得分"
            ]
        return """
            <html><meta charset=utf-8><style>@page{size:A4;margin:20mm}body{font-family:'Noto Serif CJK SC';font-size:10.5pt}
            table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:1px solid;padding:3px;vertical-align:\(align);
            text-align:center;font-weight:normal}</style>
            <p>第一部分 甲市乙局概况</p><p>第三部分 2023年度部门决算情况说明</p><p>一、收入支出决算总体情况说明</p>
            <p>2023年度收、支总计均为10.00万元。</p><p>十四、预算绩效情况说明</p><div style="height:\(spacer)mm"></div>
            <p>2023年度城市管理项目自评表</p>
            <table><tr><td>项目名称</td><td colspan=7>城市管理</td></tr></table>
            <table><tr>\(headers.map { "<th>\($0)</th>" }.joined())</tr>\(body)
            <tr><td colspan=\(weightLast ? 5 : 6)>总分</td><td>90</td><td>88.5</td></tr></table><p>第四部分 名词解释</p></html>
            """
    }

    func read(_ html: String) throws -> [Row] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-indicators-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let disclosure = try DisclosureReader().read(file: PageProgram.print(html, in: folder))
        let evaluation = try #require(disclosure.evaluations.first { !$0.indicators.isEmpty })
        return evaluation.indicators.map { found in
            Row(
                first: found.firstLevel ?? "", second: found.secondLevel ?? "", name: found.name,
                target: found.target.text, actual: found.actual.text, weight: found.weight?.text ?? "",
                score: found.score?.text ?? "")
        }
    }

    @Test(
        "give name, target, result and marks of every row, whatever wraps beside what",
        arguments: [("middle", true), ("middle", false), ("top", true)])
    func wrapped(align: String, weightLast: Bool) throws {
        #expect(try read(page(Self.rows, align: align, weightLast: weightLast, spacer: 0)) == Self.rows)
    }

    @Test("go on over a page break", arguments: [("middle", 95), ("top", 100), ("middle", 120)])
    func brokenPages(align: String, spacer: Int) throws {
        #expect(try read(page(Self.rows, align: align, weightLast: true, spacer: spacer)) == Self.rows)
    }
}
