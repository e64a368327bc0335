import Consistency
import Disclosures
import Platform
import Testing

/// Kinds of contradiction beyond the form's own sums, each in variants, and what looks like one and is none.
@Suite("Kinds of contradiction")
struct ContradictionKindTests {
    private func found(_ text: String) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        return CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity != .note }
    }

    private func says(_ found: [Finding], _ words: [String]) -> Bool {
        found.contains { finding in words.allSatisfy { (finding.message + finding.quote).contains($0) } }
    }

    private static let accounts = "东湖县水务局2022年度部门决算\n二、2022年度部门决算情况说明\n"

    @Test(
        "What is said against what it rests on is named with both figures",
        arguments: [
            // Shares none of which fits the whole their parts add up to.
            (
                "本年支出合计500.00万元，其中：基本支出320.00万元，占46.00%；项目支出180.00万元，占54.00%。",
                ["46.00%", "64.00%"]
            ),
            // A rate on a base that is said, the difference not.
            ("“三公”经费支出88.00万元，比2021年决算100.00万元下降21.0%。", ["-21.0%", "12"]),
            ("年初预算数160.00万元，决算数200.00万元，预决算差异率52.00%。", ["52.00%", "25.00"]),
            // How far two amounts are apart.
            ("公务用车运行维护费支出2.00万元，年初预算为5.50万元，差值为5.30万元。", ["5.30", "3.50"]),
            // 由…调整为….
            ("收入由年初预算820.00万元调整为907.50万元，调增78.50万元。", ["78.50", "87.50"]),
            // Two sides of one sentence.
            ("2022年度收入总计913.20万元，支出总计931.20万元。", ["931.20", "913.20"]),
            // Vehicles by kind.
            ("共有车辆9辆，其中：机要通信用车2辆、应急保障用车1辆、执法执勤用车5辆。", ["9辆", "8"]),
            // Nothing spent, and all of the budget.
            ("“三公”经费支出6.00万元，其中：因公出国（境）费支出决算为0万元，完成年初预算的100%。", ["因公出国（境）费", "100%"]),
            ("纳入某单位2022年度部门决算的单位共1个。本年收入合计12.00万元。", ["某单位"]),
        ])
    func named(_ sentence: String, _ words: [String]) throws {
        let found = try found(Self.accounts + sentence + "\n")
        #expect(says(found, words), "\(found.map(\.message))")
    }

    @Test(
        "What only looks like a contradiction has no error",
        arguments: [
            // The share names its part, which is not the amount beside it.
            "本级收入600.00万元。其中税收收入420.00万元、非税收入180.00万元，税收收入占本级收入的比重为70.0%。",
            // The comparison is of the whole, not of the last of its parts.
            "转移性收入500.00万元，其中：返还性收入80.00万元、专项收入420.00万元，比报告数480.00万元增加20.00万元。",
            // The base is said, what changed is not.
            "2022年“三公”经费年初预算80.00万元，决算数比年初预算数减少20.00万元，下降25.00%。",
            // Both sides of one total.
            "财政拨款收支总计90.00万元，其中：年初结转10.00万元，本年收入80.00万元；本年支出85.00万元，年末结转5.00万元。",
            // The bound of a debt is no part of it.
            "年末债务余额60.00万元，其中：一般债务25.00万元、专项债务35.00万元，控制在限额72.00万元之内。",
            // What goes on to the next year is among what is spent.
            "收入总计90.00万元，包括本级收入50.00万元、上级补助40.00万元；支出总计90.00万元，包括支出82.00万元、结转下年8.00万元。",
        ])
    func apart(_ sentence: String) throws {
        let found = try found(Self.accounts + sentence + "\n").filter { $0.severity == .error }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("The changes of the three costs add up to that of the whole, what stayed as it was being none")
    func threePublicChanges() throws {
        func text(_ change: String) -> String {
            """
            东湖县水务局2022年部门预算
            “三公”经费财政拨款预算情况
            2022年“三公”经费预算40.00万元，比2021年预算减少5.00万元。
            1.因公出国（境）费用。2022年预算数0万元，与2021年持平。
            2.公务接待费。2022年预算数4.00万元，比2021年预算减少1.00万元。
            3.公务用车购置和运行维护费。2022年预算数36.00万元，比2021年预算\(change)4.00万元。
            """
        }
        #expect(says(try found(text("增加")), ["-5.00", "3.00"]))
        #expect(try found(text("减少")).filter { $0.rule == "three-public-parts" }.isEmpty)
    }

    @Test("A sentence of the year before that compares with the year before is a year left over")
    func earlierYear() throws {
        func text(_ year: Int) -> String {
            "东湖县水务局2022年“三公”经费情况说明\n\(year)年东湖县水务局“三公”经费支出合计20.00万元，比上年减少2.00万元。\n"
        }
        #expect(says(try found(text(2021)), ["2021年"]))
        #expect(try found(text(2022)).filter { $0.rule == "stale-year" }.isEmpty)
    }

    @Test("The scores of parts whose points add up to 100 add up to the mark")
    func dimensions() throws {
        func text(_ mark: String) -> String {
            """
            东湖县水务局2022年部门整体支出绩效评价报告
            2022年部门支出500.00万元。
            （一）预算编制。该指标分值20分，得18分。
            （二）预算执行。该指标分值30分，得27.5分。
            （三）履职效果。该指标分值50分，得46分。
            综合评价得分\(mark)分，等级为“优”。
            """
        }
        #expect(says(try found(text("95.1")), ["95.1", "91.5"]))
        #expect(try found(text("91.5")).filter { $0.rule == "indicator-score" }.isEmpty)
    }

    @Test("A row laid down as text repeats the amounts of the text, but for a slip")
    func rowEcho() throws {
        func text(_ cell: String) -> String {
            """
            2022年东湖县“三公”经费预算汇总
            2022年“三公”经费预算2640万元，其中：公务用车购置310万元，公车运行维护1980万元，公务接待费290万元，因公出国（境）60万元。
            合计 |
            因公出国（境） |
            公务接待费 |
            购置 |
            运行 |
            2640 |
            60 |
            \(cell) |
            310 |
            1980 |
            """
        }
        #expect(says(try found(text("209")), ["290", "209"]))
        #expect(try found(text("290")).filter { $0.rule == "table-prose" }.isEmpty)
    }
}
