import FinalAccounts
import Platform
import Testing

@testable import Reporting

@Suite("Tables in four formats")
struct TableRendererTests {
    private static let table = ReportTable(
        name: "lines", title: "支出 2023",
        columns: [
            ReportColumn("subject_code", title: "编码", kind: .label),
            ReportColumn("subject_name", title: "科目"),
            ReportColumn("initial_budget", title: "年初预算", kind: .amount),
            ReportColumn("actual", title: "决算", kind: .amount),
            ReportColumn("rate", title: "完成率", kind: .number, dispensability: 1),
            ReportColumn("origin", title: "来源", kind: .label, audience: .programs),
        ],
        rows: [
            [
                .text("2080505"), .text("机关事业单位基本养老保险缴费支出"), .amount(Amount(minorUnits: 547_000_000)),
                .amount(Amount(minorUnits: 8_093_012_345)), .percentage(StatedPercentage(digits: 147952, decimals: 2)),
                .text("published"),
            ],
            [
                .text("2100410"), .text("突发公共卫生, \"应急\"|处理"), .budget(.unbudgeted, in: .zhHans),
                .amount(Amount(minorUnits: 1_620_620_000_0)),
            ],
        ],
        notes: ["注意：2022年的数据为合成数据。"])

    private static let renderer = TableRenderer(language: .zhHans)

    @Test("Columns line up by display width, money in 万元 with two decimals")
    func text() {
        #expect(
            Self.renderer.render(Self.table, as: .table) == """
                支出 2023（金额单位：万元）

                编码     科目                                    年初预算       决算    完成率
                -------  --------------------------------  --------------  ---------  --------
                2080505  机关事业单位基本养老保险缴费支出          547.00   8,093.01  1479.52%
                2100410  突发公共卫生, "应急"|处理         未申请年初预算  16,206.20

                注意：2022年的数据为合成数据。

                """)
    }

    @Test("No line is longer than the terminal while columns can give way", arguments: 40...110)
    func fitsTerminal(width: Int) {
        var renderer = Self.renderer
        renderer.terminal = Terminal(isInteractive: true, width: width, usesColour: false)
        let lines = renderer.render(Self.table, as: .table).split(separator: "\n")
        let leastWidth = 7 + 16 + 14 + 9 + 3 * 2
        for line in lines.dropFirst().prefix(4) { #expect(DisplayWidth.of(line) <= max(width, leastWidth)) }
        #expect(lines.contains { $0.contains("未显示 1 列") } == (width < leastWidth + 2 + 8))
    }

    @Test("CSV quotes after RFC 4180 and keeps every digit, in yuan")
    func csv() {
        #expect(
            Self.renderer.render(Self.table, as: .csv)
                == "subject_code,subject_name,initial_budget,actual,rate,origin\n"
                + "2080505,机关事业单位基本养老保险缴费支出,5470000,80930123.45,1479.52,published\n"
                + "2100410,\"突发公共卫生, \"\"应急\"\"|处理\",unbudgeted,162062000,,\n")
    }

    @Test("JSON has sorted keys, decimal strings and null for what is not stated")
    func json() {
        let text = Self.renderer.render(Self.table.prefix(1), as: .json)
        #expect(
            text == """
                {
                  "lines": [
                    {
                      "actual": "80930123.45",
                      "initial_budget": "5470000",
                      "origin": "published",
                      "rate": "1479.52",
                      "subject_code": "2080505",
                      "subject_name": "机关事业单位基本养老保险缴费支出"
                    }
                  ],
                  "notes": [
                    "注意：2022年的数据为合成数据。"
                  ]
                }

                """)
        #expect(Self.renderer.render(Self.table, as: .json).contains("\"rate\": null"))
    }

    @Test("Markdown escapes what it would read as markup")
    func markdown() {
        let lines = Self.renderer.render(Self.table, as: .markdown).split(separator: "\n")
        #expect(lines[1] == "| 编码 | 科目 | 年初预算（万元） | 决算（万元） | 完成率 |")
        #expect(lines[2] == "| --- | --- | ---: | ---: | ---: |")
        #expect(lines[4] == "| 2100410 | 突发公共卫生, \"应急\"\\|处理 | 未申请年初预算 | 16,206.20 |  |")
    }

    @Test("Several tables are one JSON object with the notes of all")
    func severalTables() {
        let other = ReportTable(name: "flags", title: "", columns: [], rows: [], notes: ["b"])
        let text = Self.renderer.render([Self.table, other], as: .json)
        #expect(text.contains("\"flags\": []"))
        #expect(text.contains("\"b\""))
        #expect(text.contains("\"lines\": ["))
    }

    @Test("Colour wraps the words and not the layout")
    func colour() {
        var renderer = Self.renderer
        renderer.terminal = Terminal(isInteractive: true, width: 200, usesColour: true)
        let coloured = renderer.render(Self.table, as: .table)
        #expect(coloured.contains("\u{1B}[33m未申请年初预算\u{1B}[0m"))
    }
}
