import Consistency
import Testing

/// Two mentions are one figure only where the words say so.
@Suite("The same thing, proven")
struct SameThingTests {
    private func repeated(_ body: String) throws -> [Finding] {
        try checked(body).filter { $0.rule == "repeated-figure" }
    }

    @Test("A figure said twice by the same words is held against itself")
    func sameWords() throws {
        let found = try repeated(
            """
            三、支出决算情况说明
            2023年度支出合计812.40万元。
            五、一般公共预算财政拨款支出决算情况说明
            2023年度支出合计821.40万元，全部为财政拨款支出。
            2023年度一般公共预算财政拨款支出640.00万元。
            六、一般公共预算财政拨款基本支出决算情况说明
            2023年度一般公共预算财政拨款支出604.00万元。
            """)
        #expect(found.contains { $0.stated == "604.00万元" || $0.stated == "640.00万元" }, "\(found.map(\.message))")
    }

    @Test(
        "Another year, another part, another source or a part in brackets is another thing",
        arguments: [
            "2022年度一般公共预算财政拨款支出604.00万元。",
            "其中列入绩效目标管理的一般公共预算财政拨款支出604.00万元。",
            "街道本级一般公共预算财政拨款支出604.00万元。",
            "上半年一般公共预算财政拨款支出604.00万元。",
        ])
    func otherThing(_ sentence: String) throws {
        let found = try repeated(
            """
            五、一般公共预算财政拨款支出决算情况说明
            2023年度一般公共预算财政拨款支出640.00万元。
            六、一般公共预算财政拨款基本支出决算情况说明
            \(sentence)
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("Visitors from abroad and visitors of all are not one number in one sentence")
    func sameSentence() throws {
        let found = try repeated(
            """
            七、财政拨款“三公”经费支出决算情况说明
            2023年公务接待批次41个，接待人次302人；国（境）外公务接待批次2个，接待人次9人。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("A list that leaves parts out is no wrong sum")
    func partialList() throws {
        let found = try checked(
            """
            三、支出决算情况说明
            2023年度会议费支出120.00万元，其中：部门工作会30.00万元，业务会20.00万元。
            """)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }
}
