import Testing

@testable import Disclosures

/// Pages that took the parser or the reader minutes.
@Suite("Pages made to hurt")
struct HostilePageTests {
    @Test("an element of thousands of attributes is refused with its line; scripts and quoted values count for nothing")
    func attributes() {
        let many = (0..<2000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(HTMLTagScan.tooManyAttributes(Array("<html>\n<body \(many)>".utf8)) == 2)
        #expect(HTMLTagScan.tooManyAttributes(Array("<html><script>if (a<b) \(many)</script>".utf8)) == nil)
        #expect(HTMLTagScan.tooManyAttributes(Array("<img alt='\(many)'><p class=a>x".utf8)) == nil)
    }

    @Test("cells that claim more columns than a table has are left out")
    func spans() {
        var layout = SpanLayout()
        for _ in 0..<100 {
            layout.beginRow()
            for _ in 0..<50 { layout.add("1", height: 60_000, width: 900) }
        }
        #expect(layout.cells.count == 3)
        #expect(layout.cells.allSatisfy { $0.column + $0.width <= 2000 })
    }

    private static let endless = "某市某局2023年度部门决算\n" + String(repeating: "支出1.00万元，", count: 3000)

    @Test("a text without full stops is quoted around each figure, not whole")
    func quotes() throws {
        let options = ReadOptions(limits: ReadLimits(), unit: nil)
        let reader = DisclosureReader(options: options)
        let words = Self.endless + "。\n一、收入支出决算总体情况说明\n2023年度收入总计10.00万元。"
        let disclosure = try reader.read(bytes: Array(words.utf8), file: "a.txt")
        let quotes = disclosure.figures.map(\.quote) + disclosure.diagnostics.map(\.quote)
        #expect(quotes.count > 1000)
        #expect(quotes.allSatisfy { $0.unicodeScalars.count < 1100 })
    }

    @Test("a text that states more than any disclosure is refused")
    func statements() {
        var options = ReadOptions()
        options.limits.statements = 1000
        #expect {
            try DisclosureReader(options: options).read(bytes: Array(Self.endless.utf8), file: "a.txt")
        } throws: { error in
            (error as? ReadError)?.problem.en == "its text states more than 1000 amounts and shares"
        }
    }

    @Test("a text of more items than any disclosure has is refused, whether or not it has the form's headings")
    func items() {
        var options = ReadOptions()
        options.limits.statements = 100
        let item = "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元。\n"
        let text = "某市某局2023年度部门决算\n" + String(repeating: item, count: 200)
        #expect {
            try DisclosureReader(options: options).read(bytes: Array(text.utf8), file: "a.txt")
        } throws: { error in
            (error as? ReadError)?.problem.en == "its text states more than 100 amounts and shares"
        }
    }
}
