import Consistency
import Disclosures
import Platform
import Testing

/// Wordings that only look like contradictions, each beside one that is.
@Suite("What only looks like a contradiction")
struct NoFalseAlarmTests {
    private func errors(_ text: String, _ file: String = "a.txt") throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: file)
        return CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity == .error }
    }

    private static let accounts = "青溪县农业局2022年度部门决算\n二、2022年度部门决算情况说明\n"

    @Test(
        "kinds of vehicles are held against all only where all are listed",
        arguments: [
            ("共有车辆12辆，其中执法执勤用车10辆。", 0), ("共有车辆3辆，其中机要通信用车2辆，转播车1辆。", 0),
            ("共有车辆3辆，其中机要通信用车2辆、其他用车2辆。", 1), ("共有车辆5辆，其中机要通信用车2辆、其他用车2辆。", 1),
        ])
    func vehicles(sentence: String, count: Int) throws {
        let found = try errors(Self.accounts + "（九）国有资产占用情况说明\n截至2022年12月31日，" + sentence)
        #expect(found.count { $0.rule == "vehicle-count" } == count)
    }

    @Test("a heading that ends in 比较 compares nothing with the year below it")
    func heading() throws {
        let text = Self.accounts + "（二）收入支出与上年比较\n2022年收入80.00万元，比2021年60.00万元增加20.00万元，增长33.33%。"
        #expect(try errors(text).isEmpty)
    }

    @Test("a rate of difference says how far, not which way", arguments: [("4.67%", 0), ("7.46%", 1)])
    func difference(rate: String, count: Int) throws {
        let found = try errors(Self.accounts + "（七）“三公”经费情况说明\n“三公”经费支出全年预算数3.00万元，决算数2.86万元，预决算差异率\(rate)。")
        #expect(found.count == count)
    }

    @Test("a column that mostly equals the one that adds up is not held to its sum")
    func columns() throws {
        let csv = """
            一般公共预算支出表,,,,,,
            部门：青溪县农业局,,,,,,单位：万元
            科目编码,科目名称,2021年执行数,2022年预算数小计,基本支出,项目支出,增减额
            2130101,行政运行,50,60,60,,10
            2130104,事业运行,30,20,20,,-10
            2130106,科技转化,20,25,25,,5
            2130112,行业管理,40,45,45,,5
            2130199,其他农业农村支出,10,30,,30,20
            """
        #expect(try errors(csv, "a.csv").isEmpty)
        #expect(try errors(csv.replacing("45,45,,5", with: "45,45,,15"), "a.csv").count >= 1)
    }

    @Test(
        "a figure one off in a table is a misprint, one that is rounded to fewer digits is none",
        arguments: [("85", 1), ("84.4", 0)])
    func oneOff(text: String, count: Int) throws {
        let html = """
            <html><body><p>青溪县2022年“三公”经费决算情况 单位：万元</p>
            <table><tr><td>项目</td><td>2022年决算数</td></tr><tr><td>“三公”经费合计</td><td>120</td></tr>
            <tr><td>公务接待费</td><td>36</td></tr><tr><td>公务用车购置及运行费</td><td>84</td></tr></table>
            <p>2022年公务接待费36万元，公务用车购置及运行费\(text)万元。</p></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "a.html")
        let found = CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity == .warning }
        #expect(found.count { $0.rule == "table-prose" } == count, "\(found.map(\.message))")
    }
}
