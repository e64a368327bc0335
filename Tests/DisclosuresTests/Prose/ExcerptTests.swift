import Disclosures
import FinalAccounts
import Testing

@Suite("A few paragraphs copied out of a disclosure")
struct ExcerptTests {
    private let paragraphs = """
        1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。
        2.教育支出（类）普通教育（款）初中教育（项）。年初预算为50.00万元，支出决算为55.00万元，完成年初预算的110.00%，决算数大于预算数的主要原因是人员增加。
        """

    private func read(_ text: String) throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: "excerpt.txt")
    }

    @Test("give their subject lines without the headings of the form")
    func items() throws {
        let disclosure = try read("某市某局2023年度部门决算说明\n" + paragraphs)
        #expect(disclosure.lines.map(\.line.subject.name) == ["小学教育", "初中教育"])
        let actual = try ["90.50", "55.00"].map { try Amount(parsing: $0, unit: .wan) }
        #expect(disclosure.lines.map { $0.statedActual?.amount } == actual)
        #expect(disclosure.lines.allSatisfy { $0.line.fund == .generalPublicBudget })
        #expect(disclosure.lines.last?.line.reason == "人员增加")
        #expect(disclosure.diagnostics.isEmpty)
    }

    @Test("give what they give under the heading")
    func headed() throws {
        let heading = "五、一般公共预算财政拨款支出决算情况说明\n"
        let bare = try read("某市某局2023年度部门决算说明\n" + paragraphs)
        let headed = try read("某市某局2023年度部门决算说明\n" + heading + paragraphs)
        #expect(bare.lines.map(\.statedRate) == headed.lines.map(\.statedRate))
        #expect(bare.lines.map(\.line.initialBudget) == headed.lines.map(\.line.initialBudget))
    }

    @Test("stay an evaluation where they name no subject")
    func evaluation() throws {
        let words = "某市某局2023年度部门整体支出绩效自评报告\n项目预算数100万元，执行数95万元，完成预算的95%，自评得分92分。"
        let lines = try read(words).lines
        #expect(lines.isEmpty)
    }
}
