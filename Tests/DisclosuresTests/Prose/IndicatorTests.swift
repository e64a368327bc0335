import Disclosures
import FinalAccounts
import OfficialForm
import Testing

/// The golden file was typed from the printed tables; the document's own counts and sums confirm it below.
@Suite("Indicator tables of self-evaluations", .enabled(if: SharedData.isPresent, SharedData.reason))
struct IndicatorTests {
    let evaluations: [Evaluation]

    init() throws {
        evaluations = try DisclosureReader().read(file: SharedData.path("qingling-2023.txt")).evaluations
    }

    func golden(_ name: String) throws -> [[String: String]] {
        try Golden.rows("qingling-2023-indicators.csv").filter { $0["evaluation"] == name }
    }

    func evaluation(_ name: String) throws -> Evaluation {
        try #require(evaluations.first { name == "整体" ? $0.kind == .overall : $0.name == name })
    }

    @Test(
        "the golden file agrees with what the document says of itself: how many indicators, full marks, marks",
        arguments: [("整体", 29, 80.0, 72.0), ("城市管理", 22, 60, 55.5), ("机构运转", 85, 60, 58.1), ("应急机动", 25, 60, 58.5)])
    func goldenAddsUp(name: String, count: Int, full: Double, score: Double) throws {
        let rows = try golden(name)
        #expect(rows.count == count)
        #expect(abs(rows.reduce(0) { $0 + (Double($1["weight"] ?? "") ?? .nan) } - full) < 1e-9)
        #expect(abs(rows.reduce(0) { $0 + (Double($1["score"] ?? "") ?? .nan) } - score) < 1e-9)
    }

    @Test(
        "every indicator has its levels, name, full mark, target, result and mark",
        arguments: ["整体", "城市管理", "机构运转", "应急机动"])
    func rows(name: String) throws {
        let found = try evaluation(name).indicators.map { indicator in
            [
                indicator.firstLevel, indicator.secondLevel, indicator.name, indicator.weight?.text,
                indicator.target.text,
                indicator.actual.text, indicator.score?.text,
            ].map { $0 ?? "" }.joined(separator: ",")
        }
        let columns = ["first", "second", "name", "weight", "target", "actual", "score"]
        let expected = try golden(name).map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
        #expect(found == expected)
    }

    @Test(
        "every indicator that lost marks has the stated reason, and no other has one",
        arguments: ["整体", "城市管理", "机构运转", "应急机动"])
    func reasons(name: String) throws {
        let found = try evaluation(name).indicators.map { $0.reason == nil ? "no" : "yes" }
        #expect(found == (try golden(name).compactMap { $0["has_reason"] }))
    }

    @Test("a reason is the words of its own row")
    func reason() throws {
        let indicators = try evaluation("城市管理").indicators
        let ends = ["改善居民生活环境": ("居民", "改善", 14), "河湖长制季度考核分数": ("存在", "问题", 25), "道路清扫及时性": ("在督导", "情况", 57)]
        for (name, (first, last, count)) in ends {
            let reason = try #require(indicators.first { $0.name == name }?.reason)
            #expect(reason.hasPrefix(first) && reason.hasSuffix(last) && reason.count == count, "\(name): \(reason)")
        }
        let emergency = try evaluation("应急机动").indicators.first { $0.reason != nil }?.reason
        #expect(emergency?.hasPrefix("消防安全的培训") == true && emergency?.hasSuffix("强化") == true)
    }
}

@Suite("Targets and results")
struct IndicatorTargetTests {
    @Test(
        "are parsed into comparison, number and unit",
        arguments: [
            ("≥15辆", ">=", "15", "辆"), ("4000人", "=", "4000", "人"), ("100%", "=", "100", "%"),
            ("1次/日", "=", "1", "次/日"), ("≤5%", "<=", "5", "%"), ("85分以上", ">=", "85", "分"),
            ("不少于12次", ">=", "12", "次"), ("3天内", "<=", "3", "天"), ("＞９０％", ">", "90", "%"),
            ("254.8万美元", "=", "254.8", "万美元"), ("11台（件）", "=", "11", "台(件)"), ("0", "=", "0", nil),
            ("1,200人次", "=", "1200", "人次"),
        ])
    func numbers(text: String, comparison: String, number: String, unit: String?) {
        let target = IndicatorTarget(parsing: text)
        #expect(target.comparison?.rawValue == comparison)
        #expect(target.number?.text == number)
        #expect(target.unit == unit)
        #expect(target.text == text)
    }

    @Test(
        "are words where they are no one number",
        arguments: ["预算范围内", "二三季度≥90分，一四季度未达到90分", "截至23年底未达标", "5-10次", "90%≤X≤100%", ""])
    func words(text: String) {
        let target = IndicatorTarget(parsing: text)
        #expect(target.number == nil && target.comparison == nil && target.unit == nil)
        #expect(target.text == text)
    }
}

@Suite("Indicator tables of other forms")
struct IndicatorFormTests {
    func indicators(_ table: String) throws -> [Evaluation] {
        let text = """
            某市某局2024年度部门决算
            第三部分 2024年度部门决算情况说明
            一、收入支出决算总体情况说明
            2024年度收、支总计均为100.00万元。
            第四部分 附件
            """
        return try DisclosureReader().read(bytes: Array((text + "\n" + table).utf8), file: "test.txt").evaluations
    }

    @Test("full marks in a column of their own before the score, a total under the rows")
    func marksBeforeScore() throws {
        let found = try indicators(
            """
            项目支出绩效自评表
            （2024年度）
            项目名称 城乡环卫一体化项目
            主管部门 某市某局 实施单位 某市某局
            项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
            年度资金总额 500.00 450.00 427.50 10 95.00% 9.50
            一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
            产出指标 数量指标 清运生活垃圾 ≥3000吨 3260吨 15 15
            购置环卫车辆 2辆 2辆 10 10
            质量指标 垃圾无害化处理率 100% 100% 15 15
            时效指标 清运及时率 ≥95% 93% 10 8 车辆检修
            效益指标 社会效益指标 改善人居环境 明显改善 明显改善 30 30
            满意度指标 服务对象满意度指标 群众满意度 ≥90% 92% 10 10
            总分 100 97.5
            """)
        let evaluation = try #require(found.first)
        #expect(evaluation.name == "城乡环卫一体化")
        #expect(evaluation.budget?.text == "450.00万元")
        #expect(evaluation.executed?.text == "427.50万元")
        #expect(evaluation.rate?.text == "95.00%")
        #expect(evaluation.indicators.map(\.name) == ["清运生活垃圾", "购置环卫车辆", "垃圾无害化处理率", "清运及时率", "改善人居环境", "群众满意度"])
        #expect(evaluation.indicators.compactMap(\.weight?.text) == ["15", "10", "15", "10", "30", "10"])
        #expect(evaluation.indicators.compactMap(\.score?.text) == ["15", "10", "15", "8", "30", "10"])
        #expect(evaluation.indicators.map(\.secondLevel).last == "服务对象满意度指标")
        #expect(evaluation.indicators.map(\.reason) == [nil, nil, nil, "车辆检修", nil, nil])
        #expect(evaluation.score?.text == "97.5")
    }

    @Test("full marks in a column before the target")
    func marksBeforeTarget() throws {
        let found = try indicators(
            """
            2024年度防汛项目绩效自评表
            一级指标 二级指标 三级指标 分值 年度指标值 实际完成值 得分
            产出指标 数量指标 储备防汛沙袋 20 ≥5000个 6000个 20
            质量指标 物资验收合格率 30 100% 100% 30
            成本指标 物资采购成本 10 ≤60万元 58.5万元 10
            效益指标 社会效益指标 安全度汛 30 安全 安全 30
            """)
        let evaluation = try #require(found.first)
        #expect(evaluation.name == "防汛")
        #expect(evaluation.indicators.map(\.name) == ["储备防汛沙袋", "物资验收合格率", "物资采购成本", "安全度汛"])
        #expect(evaluation.indicators.map(\.secondLevel) == ["数量指标", "质量指标", "成本指标", "社会效益指标"])
        #expect(evaluation.indicators.map(\.target.unit) == ["个", "%", "万元", nil])
    }

    @Test("rows that cannot be parted into columns are said, not joined")
    func unparted() throws {
        let table = """
            2024年度防汛项目绩效自评表
            一级指标 二级指标 三级指标 年度指标值 实际完成值 得分 分值
            产出指标 数量指标 巡查次数 12 12 8 10
            宣传册印制 300 300 10 10
            质量指标 物资验收合格率 100% 100% 10 10
            """
        let text = "某市某局2024年度部门决算\n一、收入支出决算总体情况说明\n2024年度收、支总计均为100.00万元。\n第四部分 附件\n" + table
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
        let names = disclosure.evaluations.flatMap(\.indicators).map(\.name)
        #expect(!names.contains { $0.contains("12") })
        #expect(disclosure.diagnostics.contains { $0.quote.contains("巡查次数") && $0.message.en.contains("copied table") })
    }
}
