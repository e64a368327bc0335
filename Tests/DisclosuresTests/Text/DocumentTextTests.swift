import Disclosures
import Testing

@Suite("The running text of a disclosure")
struct DocumentTextTests {
    let text: DocumentText

    init() throws {
        let words = """
            第一部分 某市某局概况
            第三部分 2023年度部门决算情况说明
            三、支出决算情况说明
            本年支出合计１０万元。其中：基本支出8万元，占80%；项
            目支出2万元，占20%。
            五、一般公共预算财政拨款支出决算情况说明
            1.教育支出（类）普通教育（款）小学教育（项）。支出决算为10万元。
            """
        text = try DisclosureReader().read(bytes: Array(words.utf8), file: "test.txt").text
    }

    private func position(of words: String) throws -> Range<Int> {
        let pattern = Array(words.unicodeScalars)
        let start = try #require(text.folded.indices.first { text.folded[$0...].starts(with: pattern) })
        return start..<start + pattern.count
    }

    @Test("keeps each character folded and as printed at the same place")
    func forms() throws {
        #expect(text.quote(try position(of: "10万元")) == "１０万元")
        #expect(text.folded.count == text.printed.count)
    }

    @Test("gives the sentence around words, over the end of a line")
    func sentence() throws {
        #expect(text.quote(text.sentence(around: try position(of: "20%"))) == "其中：基本支出8万元，占80%；项目支出2万元，占20%。")
        #expect(text.quote(text.sentence(around: try position(of: "10万元"))) == "本年支出合计１０万元。")
    }

    @Test("knows the part of the form a position stands in")
    func sections() throws {
        #expect(text.section(at: try position(of: "占80%").lowerBound) == .expenditure)
        #expect(text.section(at: try position(of: "小学教育").lowerBound) == .generalPublicBudget)
    }

    @Test("lists the subjects named by their levels")
    func subjects() {
        #expect(text.subjects.map(\.names) == [["教育支出", "普通教育", "小学教育"]])
    }
}
