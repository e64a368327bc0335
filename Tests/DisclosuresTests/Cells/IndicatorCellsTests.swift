import Disclosures
import FinalAccounts
import Foundation
import OfficialForm
import SyntheticDisclosures
import Testing

/// Indicators whose columns are known from their header, in every kind of file that has cells.
@Suite("Indicator tables are read by the columns of their header")
struct IndicatorCellsTests {
    /// The kinds of file.
    enum Form: CaseIterable { case page, document, workbook, printed }

    static let forms = Form.allCases.filter { $0 != .printed || PageProgram.chromium != nil }

    func read(_ sheet: IndicatorSheet, as form: Form) throws -> Disclosure {
        let reader = DisclosureReader()
        switch form {
        case .page: return try reader.read(bytes: Array(sheet.page.utf8), file: "a.html")
        case .document: return try reader.read(bytes: sheet.document(), file: "a.docx")
        case .workbook: return try reader.read(bytes: sheet.workbook(), file: "a.xlsx")
        case .printed:
            let folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-cells-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            return try reader.read(file: PageProgram.print(sheet.page, in: folder))
        }
    }

    func rows(_ disclosure: Disclosure) throws -> [[String]] {
        let evaluation = try #require(disclosure.evaluations.first { !$0.indicators.isEmpty })
        #expect(evaluation.kind == .project && evaluation.name == "城市管理")
        return evaluation.indicators.map { indicator in
            [
                indicator.firstLevel, indicator.secondLevel, indicator.name, indicator.target.text,
                indicator.actual.text, indicator.weight?.text, indicator.score?.text, indicator.reason,
            ].map { $0 ?? "" }
        }
    }

    static let headers = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    static let body = [
        ["产出指标", "数量指标", "巡查次数", "≥1200次", "1356次", "10", "10", ""],
        ["", "", "宣传册印制", "", "12800册", "10", "9.5", "印刷延期"],
        ["", "质量指标", "整改合格率", "≥95%", "96%", "20", "20", ""],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "91%", "10", "10", ""],
    ]
    static let expected = [
        ["产出指标", "数量指标", "巡查次数", "≥1200次", "1356次", "10", "10", ""],
        ["产出指标", "数量指标", "宣传册印制", "", "12800册", "10", "9.5", "印刷延期"],
        ["产出指标", "质量指标", "整改合格率", "≥95%", "96%", "20", "20", ""],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "91%", "10", "10", ""],
    ]

    @Test("a blank target is a blank target", arguments: forms, [0, 2])
    func blankTarget(form: Form, merged: Int) throws {
        let disclosure = try read(
            IndicatorSheet(headers: Self.headers, rows: Self.body, merged: merged), as: form)
        let found = try rows(disclosure)
        #expect(found == Self.expected)
    }

    @Test(
        "the columns may stand in any order", arguments: forms, [[0, 1, 2, 3, 4, 6, 5, 7], [0, 1, 2, 6, 7, 5, 4, 3]])
    func order(form: Form, order: [Int]) throws {
        let sheet = IndicatorSheet(
            headers: order.map { Self.headers[$0] }, rows: Self.body.map { row in order.map { row[$0] } })
        let found = try rows(read(sheet, as: form))
        #expect(found == Self.expected)
    }

    /// 得分 stands before 分值 and no row has a unit: once both came out as one, named 巡查次数1212810宣传册印制.
    @Test("two indicators in bare numbers stay two", arguments: forms)
    func bareNumbers(form: Form) throws {
        let sheet = IndicatorSheet(
            headers: ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分", "分值"],
            rows: [
                ["产出指标", "数量指标", "巡查次数", "12", "12", "8", "10"],
                ["", "", "宣传册印制", "300", "300", "10", "10"],
            ])
        #expect(
            try rows(read(sheet, as: form)) == [
                ["产出指标", "数量指标", "巡查次数", "12", "12", "10", "8", ""],
                ["产出指标", "数量指标", "宣传册印制", "300", "300", "10", "10", ""],
            ])
    }

    @Test("what is no mark is said", arguments: forms)
    func noMark(form: Form) throws {
        var body = Self.body
        body[2][6] = "未评"
        let disclosure = try read(IndicatorSheet(headers: Self.headers, rows: body), as: form)
        var expected = Self.expected
        expected[2][6] = ""
        let found = try rows(disclosure)
        #expect(found == expected)
        #expect(disclosure.diagnostics.contains { $0.quote.contains("整改合格率") && $0.message.en.contains("未评") })
    }

    @Test("head, execution and total of a whole evaluation in one table")
    func wholeTable() throws {
        let rows = [
            "<td colspan=8>项目支出绩效自评表</td>", "<td>项目名称</td><td colspan=7>城乡环卫一体化项目</td>",
            "<td>主管部门</td><td colspan=3>乙局</td><td>实施单位</td><td colspan=3>乙局</td>",
            "<td rowspan=2 colspan=2>项目资金（万元）</td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>执行率</td><td>得分</td>",
            "<td>500.00</td><td>450.00</td><td>427.50</td><td>10</td><td>95.00%</td><td>9.50</td>",
            "<td rowspan=4>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td>",
            "<td rowspan=2>产出指标（50分）</td><td>数量指标</td><td>清运垃圾</td><td>≥3000吨</td><td>3260吨</td><td>25</td><td>25</td>",
            "<td>质量指标</td><td>说明书合格率</td><td></td><td>100%</td><td>25</td><td>24</td>",
            "<td>效益指标</td><td>社会效益指标</td><td>改善人居环境</td><td>明显改善</td><td>明显改善</td><td>30</td><td>30</td>",
            "<td colspan=6>总分</td><td>100</td><td>88.5</td>",
        ]
        let html =
            "<html><meta charset=utf-8>" + IndicatorSheet.lines.map { "<p>\($0)</p>" }.joined() + "<table>"
            + rows.map { "<tr>\($0)</tr>" }.joined() + "</table></html>"
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "a.html")
        let evaluation = try #require(disclosure.evaluations.first { !$0.indicators.isEmpty })
        #expect(evaluation.name == "城乡环卫一体化")
        #expect(evaluation.budget?.text == "450.00万元" && evaluation.executed?.text == "427.50万元")
        #expect(evaluation.rate?.text == "95.00%" && evaluation.score?.text == "88.5")
        #expect(evaluation.indicators.map(\.name) == ["清运垃圾", "说明书合格率", "改善人居环境"])
        #expect(evaluation.indicators.map(\.firstLevel) == ["产出指标", "产出指标", "效益指标"])
        #expect(evaluation.indicators.map(\.score?.text) == ["25", "24", "30"])
    }

    @Test("the list of missed indicators gives the reasons")
    func missed() throws {
        let html = """
            <html><meta charset=utf-8>\(IndicatorSheet.lines.map { "<p>\($0)</p>" }.joined())
            <table><tr><td>指标名称</td><td>目标值</td><td>完成值</td><td>未完成原因</td></tr>
            <tr><td>巡查次数</td><td>12</td><td>10</td><td rowspan=2>人手不足。</td></tr>
            <tr><td>宣传册印制</td><td>300</td><td>200</td></tr></table><p>2023年度城市管理项目自评表</p>
            <table><tr><td>二级指标</td><td>指标名称</td><td>目标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
            <tr><td rowspan=3>数量指标</td><td>巡查次数</td><td>12</td><td>10</td><td>10</td><td>8</td></tr>
            <tr><td>宣传册印制</td><td>300</td><td>200</td><td>10</td><td>6</td></tr>
            <tr><td>整改率</td><td>90%</td><td>95%</td><td>10</td><td>10</td></tr></table></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "a.html")
        let evaluation = try #require(disclosure.evaluations.first { !$0.indicators.isEmpty })
        #expect(evaluation.indicators.map(\.reason) == ["人手不足。", "人手不足。", nil])
    }

    @Test("indicators under no title are said, not lost")
    func withoutTitle() throws {
        let html = """
            <html><meta charset=utf-8>\(IndicatorSheet.lines.map { "<p>\($0)</p>" }.joined())
            <table><tr><td>二级指标</td><td>指标名称</td><td>目标值</td><td>实际完成值</td><td>得分</td></tr>
            <tr><td>数量指标</td><td>巡查次数</td><td>12</td><td>10</td><td>8</td></tr></table></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "a.html")
        #expect(!disclosure.evaluations.contains { !$0.indicators.isEmpty })
        #expect(disclosure.diagnostics.contains { $0.kind == .unreadablePart && $0.quote.contains("指标名称") })
    }
}
