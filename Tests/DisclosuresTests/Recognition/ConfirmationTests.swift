import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Which figures of recognized tables are taken for facts.
@Suite("Confirmation of recognized figures by sums")
struct ConfirmationTests {
    private static let roles: [ColumnRole] = [.total, .basic, .project]

    /// A table of expenditure by subject; rows as `code label total basic project`, `-` for blank.
    private func table(_ rows: [String], columns: [ColumnRole?] = roles) throws -> DisclosureTable {
        var table = DisclosureTable(kind: .generalPublicExpenditure, title: "一般公共预算财政拨款支出决算表", unit: .wan)
        table.columns = columns.map { TableColumn(role: $0, header: $0?.rawValue ?? "?") }
        for row in rows {
            let words = row.split(separator: " ").map(String.init)
            let cells = try zip(columns, words.dropFirst(2)).map { role, text in
                TableCell(
                    role: role, amount: text == "-" ? nil : try StatedAmount(parsing: text, unit: .wan), confidence: 0.9
                )
            }
            table.rows.append(TableRow(code: words[0] == "-" ? nil : words[0], label: words[1], cells: cells))
        }
        return table
    }

    private func subjects() throws -> SubjectCatalog {
        let head = "code\tname\tlevel\tfirst_year\tlast_year\n"
        return try SubjectCatalog(
            functional: head
                + "205\t教育支出\tcategory\t\t\n20502\t普通教育\tsection\t\t\n2050202\t小学教育\titem\t\t\n"
                + "2050203\t初中教育\titem\t\t\n206\t科学技术支出\tcategory\t\t\n",
            economic: head,
            crosswalk: "old_code\told_name\tnew_code\tnew_name\tfirst_year\trelation\told_code_reused\tevidence\n")
    }

    private func amounts(_ table: DisclosureTable, isRuled: Bool = true) throws -> (
        kept: [String], label: [String], doubts: Int
    ) {
        let (checked, diagnostics) = Confirmation([table], isRuled: [isRuled], subjects: try subjects()).checked()
        let kept = checked[0].rows.map { row in
            row.cells.map { $0.amount?.amount.formatted(unit: .wan, decimals: 2) ?? "-" }.joined(separator: " ")
        }
        #expect(diagnostics.allSatisfy { $0.kind == .unconfirmed })
        return (kept, checked[0].rows.map(\.label), diagnostics.count)
    }

    private let rows = [
        "- 合计 30.00 12.00 18.00", "205 教育支出 25.00 7.00 18.00", "20502 普通教育 25.00 7.00 18.00",
        "2050202 小学教育 15.00 7.00 8.00", "2050203 初中教育 10.00 - 10.00", "206 科学技术支出 5.00 5.00 -",
    ]

    @Test("figures that sums across and down hold are facts")
    func whole() throws {
        let found = try amounts(table(rows))
        #expect(found.doubts == 0)
        #expect(
            found.kept == [
                "30.00 12.00 18.00", "25.00 7.00 18.00", "25.00 7.00 18.00", "15.00 7.00 8.00", "10.00 - 10.00",
                "5.00 5.00 -",
            ])
    }

    @Test("a misread digit is taken out, what other sums hold stays")
    func digit() throws {
        var rows = rows
        rows[3] = "2050202 小学教育 16.00 7.00 8.00"
        let found = try amounts(table(rows))
        #expect(found.kept[3] == "- 7.00 8.00")
        #expect(found.kept[0] == "30.00 12.00 18.00")
        // 10.00 = 10.00 alone says nothing; its column says it on one side.
        #expect(found.kept[4] == "10.00 - 10.00")
    }

    @Test("a chain of equal figures that no sum of several parts holds is no confirmation")
    func chain() throws {
        let found = try amounts(
            table([
                "- 合计 30.00 - 30.00", "205 教育支出 30.00 - 30.00", "20502 普通教育 30.00 - 30.00",
                "2050202 小学教育 30.00 - 30.00",
            ]))
        #expect(found.kept.allSatisfy { $0 == "- - -" })
        #expect(found.doubts == 8)
    }

    @Test("points lost in all figures do not pass because sums hold")
    func points() throws {
        let found = try amounts(table(rows.map { $0.replacing(".00", with: "00") }))
        #expect(found.kept.allSatisfy { $0 == "- - -" })
    }

    @Test("an unknown column, a wrong order or cells without rules leave all figures in doubt")
    func columns() throws {
        #expect(try amounts(table(rows, columns: [.total, nil, .project])).kept.allSatisfy { $0 == "- - -" })
        #expect(try amounts(table(rows, columns: [.basic, .total, .project])).kept.allSatisfy { $0 == "- - -" })
        #expect(try amounts(table(rows), isRuled: false).kept.allSatisfy { $0 == "- - -" })
    }

    @Test("a misread name is set right by its code, a code and a name that disagree are in doubt")
    func names() throws {
        var rows = rows
        rows[3] = "2050202 小学敖育 15.00 7.00 8.00"
        rows[4] = "2050203 学前教育工作 10.00 - 10.00"
        let found = try amounts(table(rows))
        #expect(found.label[3] == "小学教育")
        #expect(found.kept[3] == "15.00 7.00 8.00")
        #expect(found.label[4] == "")
        #expect(found.kept[4] == "- - -")
    }

    @Test("misread words of a closed list are told, words as near to two are not")
    func likeness() {
        #expect(HeaderWords.likely("基木支出") == "基本支出")
        #expect(HeaderWords.likely("对附属单位补肋支岀") == "对附属单位补助支出")
        #expect(HeaderWords.likely("合汁") == "合汁")
        #expect(LikeWords.nearest(to: "某某收入", among: ["某甲收入", "某乙收入"]) == nil)
    }
}
