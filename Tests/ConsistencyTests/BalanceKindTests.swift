import Consistency
import Disclosures
import Platform
import Testing

/// What is added up, taken off and left, in sentences of every kind, and what only looks like that.
@Suite("What there was, came, went and is left")
struct BalanceKindTests {
    private func found(_ text: String) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        return CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity != .note }
    }

    private func says(_ found: [Finding], _ words: [String]) -> Bool {
        found.contains { finding in words.allSatisfy { (finding.message + finding.quote).contains($0) } }
    }

    private static let accounts = "青溪县农业局2022年度部门决算\n二、2022年度部门决算情况说明\n"
    private static let plan = "青溪县农业局2023年部门预算\n第三部分 2023年部门预算情况说明\n"
    private static let region = "青溪市2022年预算执行情况和2023年预算草案的报告\n一、2022年预算执行情况\n"

    @Test(
        "A slip in what is left, added up or taken off is named",
        arguments: [
            (
                region
                    + "按体制匡算，一般公共预算收入42.30亿元，扣减体制上缴6.10亿元，加上税收返还1.40亿元，当年既得财力37.60亿元。调入政府性基金2.20亿元，扣减偿还债券本金0.90亿元，当年本级财力39.80亿元。",
                ["39.80", "38.90"]
            ),
            (
                region + """
                    （一）市级社会保险基金收入24.50亿元，支出21.30亿元，当年结余3.20亿元，年末滚存结余18.40亿元。
                    二、2023年预算草案
                    （一）市级社会保险基金收入26.10亿元，支出24.90亿元，当年结余1.20亿元，年末滚存结余16.90亿元。
                    """,
                ["16.90", "19.60"]
            ),
            (region + "市级社会保险基金收入24.50亿元，支出21.30亿元，当年结余2.30亿元，年末滚存结余18.40亿元。", ["2.30", "3.20"]),
            (
                accounts + """
                    （一）收入支出决算总体情况说明
                    2022年度收入总计512.60万元、支出总计512.60万元。
                    （二）收入决算情况说明
                    2022年度收入合计480.10万元，其中：财政拨款收入480.10万元，占100%。年初结转和结余32.50万元。
                    （三）支出决算情况说明
                    2022年度支出合计476.20万元，其中：基本支出276.20万元，占58.00%；项目支出200.00万元，占42.00%。年末结转和结余39.40万元。
                    """,
                ["39.40", "36.40"]
            ),
            (
                plan
                    + "收入包括：一般公共预算拨款收入810.45万元、事业收入60.00万元；支出包括：农林水支出790.54万元、住房保障支出80.00万元。2023年收支总预算870.45万元。",
                ["790.54", "790.45"]
            ),
            (
                plan + """
                    “三公”经费预算情况说明
                    2023年“三公”经费预算31.00万元，比2022年预算减少7.00万元。
                    1.因公出国（境）费用。2023年预算数0万元，与2022年持平。
                    2.公务接待费。2023年预算数3.00万元，比2022年预算减少2.00万元。
                    3.公务用车费用。2023年预算数28.00万元，其中：公务用车购置费0万元，公务用车运行维护费28.00万元，比2022年预算增加5.00万元。
                    """,
                ["5.00万元", "-5.00"]
            ),
        ])
    func named(_ text: String, _ words: [String]) throws {
        let found = try found(text)
        #expect(says(found, words), "\(found.map(\.message))")
    }

    @Test(
        "What adds up, or leaves out what no one states, has no finding of a sum",
        arguments: [
            region
                + "按体制匡算，一般公共预算收入42.30亿元，扣减体制上缴6.10亿元，加上税收返还1.40亿元，当年既得财力37.60亿元。调入政府性基金2.20亿元，扣减偿还债券本金0.90亿元，当年本级财力38.90亿元。",
            // Less is left where something was distributed.
            accounts
                + "2022年度收入总计512.60万元、支出总计512.60万元。2022年度收入合计480.10万元。2022年度支出合计476.20万元。年末结转和结余21.40万元。",
            // The items below are those of the total, not of one of its parts.
            plan + """
                2023年支出总预算90.00万元，其中：基本支出60.00万元，比上年增加4.00万元；项目支出30.00万元，比上年减少1.00万元。
                （一）农林水支出70.00万元，比上年增加3.00万元。
                （二）住房保障支出20.00万元，与上年持平。
                """,
            // The bracket ends its list.
            plan
                + "2023年“三公”经费预算46.00万元，其中：因公出国（境）费20.00万元，公务用车购置及运行费24.00万元（其中：公务用车购置费0.00万元，公务用车运行费24.00万元），公务接待费2.00万元。",
        ])
    func apart(_ text: String) throws {
        let sums = try found(text).filter { ["listed-sum", "balance", "three-public-parts"].contains($0.rule) }
        #expect(sums.isEmpty, "\(sums.map(\.message))")
    }

    @Test("A table of scores laid down as text adds up to its mark")
    func flatScores() throws {
        func text(_ mark: String) -> String {
            Self.accounts
                + "项目支出绩效自评表 分值 执行率 得分 年度资金总额 60.00 60.00 10 100% 10 绩效指标 培训人数 ≥300人 290人 30 28.5 合格率 ≥95% 97% 30 30 满意度 ≥90% 92% 30 29 总分 100 \(mark)\n"
        }
        #expect(says(try found(text("95.7")), ["95.7", "97.5"]))
        #expect(try found(text("97.5")).allSatisfy { $0.rule != "indicator-score" })
    }

    @Test("A plan compared with its own year's plan, and last year's reasons, are years left over")
    func years() throws {
        let plan = Self.plan + "农业局收入预算620.00万元，其中：财政拨款收入620.00万元，比2023年预算增加31.00万元。\n"
        #expect(says(try found(plan), ["2022年", "2023年"]))
        let right = plan.replacing("比2023年预算", with: "比2022年预算")
        #expect(try found(right).allSatisfy { $0.rule != "stale-year" })
        let reason = "青溪县2022年“三公”经费决算情况说明\n2022年青溪县“三公”经费支出21.00万元，比上年下降12.50%。\n2021年青溪县“三公”经费支出同比下降的原因主要是从严控制。\n"
        #expect(says(try found(reason), ["2021年", "2022年"]))
    }

    @Test("A part of a budget that is called what was spent is named")
    func calledSpent() throws {
        let text = """
            青溪县2022年“三公”经费预算执行情况
            一、2022年年初预算
            2022年“三公”经费预算52万元，其中：因公出国（境）费支出决算0万元；公务用车购置及运行费支出决算18万元；公务接待费支出决算34万元。
            二、2022年决算
            2022年“三公”经费决算支出45万元，其中：因公出国（境）费支出决算0万元；公务用车购置及运行费支出决算16万元；公务接待费支出决算29万元。
            """
        #expect(says(try found(text), ["支出决算", "52万元", "16"]))
    }

    @Test("The three classes add up to the basic expenditure whose shares they state")
    func classes() throws {
        func text(_ goods: String) -> String {
            Self.plan + """
                工资福利支出预算600000.00元，占基本支出预算75.00%。
                商品和服务支出预算\(goods)元。
                对个人和家庭补助支出预算40000.00元，占基本支出预算5.00%。
                2023年一般公共预算基本支出800000.00元。
                """
        }
        #expect(says(try found(text("100600.00")), ["800000.00", "740600.00"]))
        #expect(try found(text("160000.00")).allSatisfy { $0.rule != "basic-parts" })
    }

    @Test("A row laid down as text behind its label tells its change")
    func labelledRow() throws {
        func text(_ change: String) -> String {
            """
            青溪县2023年“三公”经费预算情况
            项目 2022年预算数 2023年预算数 增减额 增减% 因公出国（境）费 36.00 40.00 4.00 11.11 公务接待费 214.50 186.95 -27.55 -12.84 公务用车运行维护费 1 055.70 1 025.40 -30.30 -2.87
            说明：
            一、公务接待费186.95万元，比2022年预算减少27.55万元。
            二、公务用车运行维护费1 025.40万元，比2022年预算减少\(change)万元。
            """
        }
        #expect(says(try found(text("33.00")), ["33.00", "30.30"]))
        #expect(try found(text("30.30")).allSatisfy { $0.rule != "table-prose" })
    }
}
