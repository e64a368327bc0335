import Consistency
import Disclosures
import Platform
import Testing

/// Tables that are none of the form's, or of which few are there: their own sums tell what their columns and rows are.
@Suite("Tables held against themselves")
struct GridTests {
    private func found(_ head: [String], _ rows: [[String]]) throws -> [Finding] {
        let cells = ([head] + rows).map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        let page = """
            <html><meta charset="utf-8"><body><h1>东湖县2022年“三公”经费决算汇总情况</h1>
            <p>2022年全县“三公”经费支出情况如下表，单位：万元。</p><table>\(cells)</table></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(page.utf8), file: "a.html")
        return CheckEngine(language: .en).check(disclosure).filter { $0.severity != .note }
    }

    private static let head = ["项目", "2021年决算数", "2022年预算数", "2022年决算数", "比上年增减额", "比上年增减%"]
    private static let rows = [
        ["合计", "412.50", "430.00", "385.10", "-27.40", "-6.64"],
        ["1.因公出国（境）费", "20.00", "25.00", "12.00", "-8.00", "-40.00"],
        ["2.公务用车购置及运行维护费", "292.50", "300.00", "286.60", "-5.90", "-2.02"],
        ["其中：公务用车购置费", "60.00", "50.00", "48.00", "-12.00", "-20.00"],
        ["公务用车运行维护费", "232.50", "250.00", "238.60", "6.10", "2.62"],
        ["3.公务接待费", "100.00", "105.00", "86.50", "-13.50", "-13.50"],
    ]

    @Test("A table that adds up in rows and columns has no finding")
    func holds() throws {
        #expect(try found(Self.head, Self.rows).isEmpty)
    }

    @Test(
        "One cell that does not fit what the rest of the table shows is found, and what it should be",
        arguments: [
            (0, 3, "385.10", "358.10"), (5, 3, "86.50", "85.60"), (2, 5, "-2.02", "-20.20"), (3, 5, "-20.00", "-26.00"),
            (4, 4, "6.10", "1.60"), (1, 1, "20.00", "29.00"),
        ])
    func slip(_ row: Int, _ column: Int, right: String, wrong: String) throws {
        var rows = Self.rows
        rows[row][column] = wrong
        let found = try found(Self.head, rows)
        let places = found.filter { $0.rule.hasPrefix("table") }
        #expect(
            places.contains { ($0.message + $0.quote).contains(wrong) && $0.message.contains(right) },
            "\(found.map(\.message))")
        #expect(found.count <= 2, "\(found.map(\.message))")
    }

    @Test("Of two columns that a rate may be of, the one counts that explains more rows")
    func likeColumns() throws {
        let head = ["项目", "2019年决算数", "2020年预算调整数", "2020年执行数", "比上年增长%"]
        let rows = [
            ["增值税", "248", "286", "287", "15.73"], ["企业所得税", "12", "8", "8", "-33.33"],
            ["个人所得税", "17", "24", "23", "35.29"], ["城市维护建设税", "15", "22", "22", "46.67"],
            ["房产税", "6", "5", "5", "-16.67"], ["印花税", "4", "5", "5", "25.00"], ["车船税", "73", "64", "62", "-15.07"],
        ]
        #expect(try found(head, rows).isEmpty)
        var slip = rows
        slip[0][4] = "17.53"
        let found = try found(head, slip)
        #expect(found.count == 1 && found[0].message.contains("15.73"), "\(found.map(\.message))")
    }

    @Test("A part named as one of the row above it is not more than that row")
    func bound() throws {
        let found = try found(
            ["项目", "预算数", "其中：财政拨款"],
            [
                ["合计", "31.00", "31.00"], ["1.公务接待费", "4.00", "4.00"], ["2.公务用车费", "0", "0"],
                ["其中：公务用车运行维护费", "27.00", "27.00"],
            ])
        #expect(found.contains { $0.message.contains("27.00") && $0.severity == .warning })
    }

    @Test("Numbers of columns, codes and line numbers are no amounts")
    func numbering() throws {
        let found = try found(
            ["项目", "行次", "本年数", "上年数", "差额"],
            [
                ["栏次", "", "1", "2", "3"], ["水费", "1", "30.00", "21.00", "9.00"],
                ["电费", "2", "41.00", "40.00", "1.00"],
                ["邮电费", "3", "12.50", "11.00", "1.50"], ["物业费", "4", "8.80", "9.00", "-0.20"],
                ["合计", "5", "92.30", "81.00", "11.30"],
            ])
        #expect(found.isEmpty, "\(found.map(\.message))")
    }
}
