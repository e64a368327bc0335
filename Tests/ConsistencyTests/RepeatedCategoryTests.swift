import Consistency
import Disclosures
import Testing

@Suite("A category said twice")
struct RepeatedCategoryTests {
    private func findings(fundPart: String) throws -> [Finding] {
        let text = """
            第三部分 某市某局2023年度部门决算情况说明
            五、一般公共预算财政拨款支出决算情况说明
            （二）一般公共预算财政拨款支出决算结构情况
            一般公共预算财政拨款支出主要用于以下方面：
            1.社会保障和就业支出（类）19.58万元，占100.00%。
            \(fundPart)
            """
        return CheckEngine().check(try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt"))
            .filter { $0.rule == "repeated-figure" }
    }

    @Test("Money of another fund for the same category is no repetition")
    func otherFund() throws {
        let found = try findings(
            fundPart: """
                七、政府性基金预算财政拨款收入支出决算情况说明
                2023年度政府性基金预算财政拨款支出支出决算为2.77万元。
                社会保障和就业支出（类）2.77万元，占100.00%。
                """)
        #expect(found.isEmpty)
    }

    @Test("Another amount in the same part is")
    func samePart() throws {
        #expect(try !findings(fundPart: "2.社会保障和就业支出（类）19.85万元，占100.00%。").isEmpty)
    }
}
