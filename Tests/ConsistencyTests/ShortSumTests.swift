import Disclosures
import Testing

@testable import Consistency

/// Sums of few figures: what each would have to be, what is no part of them, and marks in brackets.
@Suite("Short sums")
struct ShortSumTests {
    private func findings(_ words: String) throws -> [Finding] {
        let text = "泽口市水文站2023年度部门决算\n" + words
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        return CheckEngine(language: .zhHans).check(disclosure)
    }

    @Test("where nothing tells the wrong one of three figures, the finding says what each would have to be")
    func alternatives() throws {
        let words = "四、一般公共预算财政拨款基本支出决算情况\n一般公共预算财政拨款基本支出1384.60万元，其中：人员经费1296.27万元；公用经费"
        let found = try findings(words + "83.88万元。").filter { $0.rule == "basic-parts" }
        #expect(found.count == 1)
        #expect(found.allSatisfy { finding in ["1380.15", "88.33", "1300.72"].allSatisfy(finding.message.contains) })
        #expect(try findings(words + "88.33万元。").isEmpty)
    }

    @Test("where a turned pair of digits in either of two parts would explain a short sum, both are said")
    func eitherPart() throws {
        // 104.37 less 76.92 is 27.45, less 24.75 is 79.62: each is the other part with two digits exchanged.
        let words = "一、收入情况\n本年收入104.37万元，其中：财政拨款收入76.92万元，其他收入24.75万元。"
        let found = try findings(words).filter { ["listed-sum", "income-sources"].contains($0.rule) }
        #expect(found.contains { finding in ["101.67", "27.45", "79.62"].allSatisfy(finding.message.contains) })
    }

    @Test("two digits of the closing balance that changed places are told by the total less expenditure")
    func closing() throws {
        let words = """
            一、收入支出决算总体情况说明
            2023年度收入总计9472.68万元，支出总计9472.68万元。2023年度收入合计9215.34万元，年初结转和结余257.34万元。
            2023年度支出合计9089.71万元。2023年度年末结转和结余
            """
        let found = try findings(words + "328.97万元。").filter { $0.rule == "balance" }
        #expect(found.map(\.computed) == ["382.97万元"])
        #expect(try findings(words + "382.97万元。").allSatisfy { $0.rule != "balance" })
        // 结余分配 that is not stated may have taken the rest.
        #expect(try findings(words + "301.55万元。").allSatisfy { $0.rule != "balance" })
    }

    @Test("limits of a debt are parts of the limit, not bounds")
    func limits() throws {
        let words = "一、政府债务情况\n累计政府债务限额由402.55亿元变更为417.35亿元，其中：一般债务限额186.42亿元、专项债务限额"
        let found = try findings(words + "239.03亿元。").filter { $0.rule == "listed-sum" }
        #expect(found.contains { $0.message.contains("230.93") && $0.message.contains("425.45") })
        #expect(try findings(words + "230.93亿元。").allSatisfy { $0.rule != "listed-sum" })
    }

    @Test("what is left of a year is no part of what was spent in it")
    func leftOver() throws {
        let words = "二、收支情况\n本年支出合计991.73万元，其中：基本支出352.18万元，项目支出639.55万元，当年结余28.82万元。"
        #expect(try findings(words).allSatisfy { $0.rule != "listed-sum" })
    }

    @Test("cars are held to purchase and running in a statement that has no total of the three costs")
    func carsAlone() throws {
        let text = """
            泽口市水文站财政拨款“三公”经费决算2014年情况如下:
            二、公务接待费2.6万元,较2013年决算数11.7万元下降77.8%。
            三、公务用车购置及运行维护费16.4万元,较2013年决算数19.2万元下降14.6%。
            项目 | 2014年决算 (万元) |
            因公出国(境)经费 | 0 |
            公务接待费 | 2.6 |
            公务用车购置及运行维护费 | 16.4 |
            其中:购置经费 | 0 |
            运行维护费 |
            """
        func found(_ running: String) throws -> [Finding] {
            let disclosure = try DisclosureReader().read(
                bytes: Array((text + " \(running) |\n").utf8), file: "text.txt")
            return CheckEngine(language: .zhHans).check(disclosure)
        }
        #expect(try found("1.64").contains { $0.rule == "three-public-parts" && $0.message.contains("16.4") })
        #expect(try found("16.4").allSatisfy { $0.rule != "three-public-parts" })
    }

    @Test("a share is not held to a neighbour's amount that it would only fit if it were cut off")
    func neighbours() throws {
        let words = """
            三、支出决算情况
            本年支出合计1077.75万元，其中：
            1.农林水支出（类）162.94万元，占15.12%。
            2.住房保障支出（类）0.66万元，占0.06%。
            3.卫生健康支出（类）913.43万元，占84.75%。
            4.灾害防治及应急管理支出（类）0.72万元，占0.07%。
            """
        #expect(try findings(words).allSatisfy { $0.rule != "share" || $0.severity == .note })
        let wrong = try findings(words.replacing("占15.12%", with: "占12.15%")).filter { $0.rule == "share" }
        #expect(wrong.contains { $0.stated == "12.15%" && $0.computed == "15.12%" })
    }

    @Test("marks behind their points in brackets are added up")
    func marks() throws {
        let words = "四、绩效自评得分\n投入(20分):19分\n过程(30分):27.5分\n产出(25分):24分\n效果(25分):22.5分\n综合评价得分:"
        let found = try findings(words + "95分,等级:优。").filter { $0.rule == "indicator-score" }
        #expect(found.map(\.computed) == ["93.0分"])
        #expect(try findings(words + "93分,等级:优。").allSatisfy { $0.rule != "indicator-score" })
    }
}
