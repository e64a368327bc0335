import Consistency
import Testing

@Suite("One cause gives one finding")
struct OneCauseTests {
    @Test("both words of a choice left standing make one finding, not a wrong direction besides")
    func openChoice() throws {
        let found = try checked(
            """
            五、一般公共预算财政拨款支出决算情况说明
            2023年度一般公共预算财政拨款支出80.00万元。与2022年度相比，一般公共预算财政拨款支出增加（减少）20.00万元，下降20.00%，主要原因是项目完工。
            """)
        #expect(found.map(\.rule) == ["open-choice"])
    }

    @Test("a total printed in yuan for ten thousand yuan is named as that, whatever shares and sums follow from it")
    func unitSlip() throws {
        let found = try checked(
            """
            三、支出决算情况说明
            2023年度支出合计1000.00元。其中：基本支出300.00万元，占本年支出30.00%；项目支出700.00万元，占本年支出70.00%。
            """)
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.computed == "10000000.00元" || found.first?.computed == "10000000元")
        #expect(found.first?.message.contains("“元” and “万元” are confused") == true)
    }

    @Test("a slip in a part whose shares close the sum is found in the part")
    func slipInPart() throws {
        let found = try checked(
            """
            三、支出决算情况说明
            2023年度支出合计9285.07万元。其中：基本支出2725.68万元，占本年支出29.36%；项目支出6559.21万元，占本年支出70.64%。
            """)
        #expect(found.map(\.stated) == ["2725.68万元"])
        #expect(found.first?.computed == "2725.86万元")
    }

    @Test("one category in two funds is not one figure said twice")
    func categoryInTwoFunds() throws {
        let found = try checked(
            """
            五、一般公共预算财政拨款支出决算情况说明
            2023年度一般公共预算财政拨款支出80.00万元。
            一般公共预算财政拨款支出主要用于以下方面：城乡社区支出（类）80.00万元，占100.00%。
            七、政府性基金预算财政拨款收入支出决算情况说明
            2023年度政府性基金预算财政拨款支出决算为20.00万元。
            城乡社区支出（类）20.00万元，占100.00%。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("last year's figure in the place of this year's is named as that")
    func staleFigure() throws {
        let found = try checked(
            """
            四、财政拨款收入支出决算总体情况说明
            2023年度财政拨款收入支出总计900.00万元。与2022年度相比，财政拨款收入支出总计减少100.00万元，下降10.00%，主要原因是项目完工。
            2023年度财政拨款收入支出总计1000.00万元。
            2023年度财政拨款收入支出总计900.00万元。
            """)
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.stated == "1000.00万元")
        #expect(found.first?.message.contains("it is last year's figure") == true)
    }
}
