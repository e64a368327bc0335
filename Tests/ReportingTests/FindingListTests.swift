import Consistency
import FinalAccounts
import Platform
import Reporting
import Testing

@Suite("Findings written out for a terminal")
struct FindingListTests {
    private let finding = Finding(
        rule: "item-sum", severity: .error, message: String(repeating: "各项支出之和与总数不符", count: 6), page: 7,
        quote: String(repeating: "一般公共预算财政拨款支出", count: 9), stated: "1万元", computed: "2万元",
        suggestion: "核对后更正。")

    private func text(width: Int?, language: Language = .zhHans) -> String {
        let table = FindingTable([finding], file: "a.pdf", language: language)
        return FindingList(
            table, terminal: Terminal(isInteractive: width != nil, width: width, usesColour: false)
        ).text
    }

    @Test("no line is wider than the terminal, and nothing is cut off", arguments: [40, 80, 120])
    func fits(width: Int) {
        let text = text(width: width)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width })
        let joined = text.filter { !$0.isWhitespace }
        #expect(joined.contains(finding.message))
        #expect(joined.contains(finding.quote))
        #expect(!text.contains("…"))
    }

    @Test("rule, page, quote and advice are said, in either language")
    func says() {
        let title = RuleCatalogue.description(of: "item-sum")?.title(in: .zhHans) ?? ""
        #expect(text(width: nil).contains("错误  \(title)（item"))
        #expect(text(width: nil).contains("（item-sum）  第7页\n"))
        #expect(text(width: nil, language: .en).contains(" (item-sum)  page 7\n"))
        #expect(text(width: nil, language: .en).contains("  Quote: \(finding.quote)\n  To do: "))
    }

    @Test("a document without findings says so in one line")
    func nothing() {
        let table = FindingTable([], file: "a.pdf", language: .zhHans)
        #expect(FindingList(table, terminal: .none).text == "a.pdf: 未发现问题\n")
    }
}
