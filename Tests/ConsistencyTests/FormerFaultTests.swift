import Consistency
import Testing

/// What a well-known checker of these documents does wrong; the page on consistency compares.
@Suite("Faults of checkers that are not repeated")
struct FormerFaultTests {
    @Test("a rightful mention of another year is no error")
    func otherYears() throws {
        let found = try checked(
            """
            五、一般公共预算财政拨款支出决算情况说明
            2023年度一般公共预算财政拨款支出80.00万元。与2022年度相比，一般公共预算财政拨款支出减少20.00万元，下降20.00%，主要原因是2021年度的项目已于2022年完工。
            1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为80.00万元，完成年初预算的80.00%。支出决算数小于年初预算数的主要原因是：2022年度结转的项目在2024年结算。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("a true rate above 100% is no error")
    func rateAboveHundred() throws {
        let found = try checked(
            """
            五、一般公共预算财政拨款支出决算情况说明
            1.教育支出（类）普通教育（款）小学教育（项）。年初预算为5.47万元，支出决算为80.93万元，完成年初预算的1479.52%。支出决算数大于年初预算数的主要原因是：追加项目经费。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("a sum that is wrong by a tenth of a percent is found")
    func smallDifference() throws {
        let found = try checked(
            """
            六、一般公共预算财政拨款基本支出决算情况说明
            2023年度一般公共预算财政拨款基本支出1000.00万元，其中：人员经费700.00万元，公用经费301.00万元。
            """)
        #expect(found.map(\.rule) == ["basic-parts"])
        #expect(found.first?.computed == "1001.00万元")
    }

    @Test("an execution rate is worked out again from the figures beside it")
    func executionRate() throws {
        let found = try checked(
            """
            五、一般公共预算财政拨款支出决算情况说明
            1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为80.00万元，完成年初预算的81.00%。支出决算数小于年初预算数的主要原因是：压减支出。
            """)
        #expect(found.map(\.rule) == ["execution-rate"])
        #expect(found.first?.computed == "80.00%")
    }
}
