import FinalAccounts
import Testing

@testable import Disclosures

/// What office programs and web sites do to a table without changing what it says.
@Suite("Layouts of tables in files")
struct TableLayoutTests {
    private func table(_ rows: [String]) -> CellTable {
        var cells: [CellTable.Cell] = []
        for (row, text) in rows.enumerated() {
            for (column, words) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
                let words = words.filter { $0 != " " }
                if !words.isEmpty { cells.append(CellTable.Cell(text: words, row: row, column: column)) }
            }
        }
        return CellTable(cells: cells)
    }

    @Test("an unmerged roof ends where the cell over it ends")
    func roofs() {
        let header = CellHeader(
            table([
                "合计||公务用车购置及运行维护费||||公务接待费|", "||小计||公务用车购置费|||",
                "预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数", "8.00|7.00|5.00|4.00|5.00|4.00|3.00|3.00",
            ]), rows: [0, 1, 2, 3])
        #expect(header.columns[5].words == ["公务用车购置及运行维护费", "公务用车购置费", "决算数"])
        #expect(header.columns[6].words == ["公务接待费", "预算数"])
        #expect(header.columns[7].words == ["公务接待费", "决算数"])
    }

    @Test("columns as narrow as a rule are no columns")
    func slivers() {
        let cells = [
            CellTable.Cell(text: "合计", row: 0, column: 0, width: 2),
            CellTable.Cell(text: "2,814.74", row: 0, column: 2, width: 2),
            CellTable.Cell(text: "202", row: 1, column: 0), CellTable.Cell(text: "外交支出", row: 1, column: 1, width: 2),
            CellTable.Cell(text: "656.42", row: 1, column: 3),
        ]
        let seen = WordGrid(widths: [999, 999, 1, 1000]).seen(cells)
        #expect(seen.map(\.column) == [0, 2, 0, 1, 2])
        #expect(seen.map(\.width) == [2, 1, 1, 1, 1])
        // A document whose widths cannot be true is read by its spans.
        #expect(WordGrid(widths: [1, 999, 1, 1000]).seen(cells).map(\.column) == cells.map(\.column))
    }

    @Test("a table goes on in the next one with the same header or with none, not in another table")
    func continuations() {
        let first = table(["科目编码|科目名称|合计|基本支出|项目支出", "205|教育支出|3.00|1.00|2.00"])
        let bare = table(["20502|普通教育|3.00|1.00|2.00"])
        let other = table(["科目编码|科目名称|年初结转和结余|本年收入|本年支出", "212|城乡社区支出|3.00|1.00|2.00"])
        func tables(_ blocks: [DocumentBlock]) -> [Int] {
            TableContinuations.joined(blocks).compactMap { block in
                if case .table(let table) = block { table.rowCount } else { nil }
            }
        }
        #expect(tables([.table(first), .table(bare)]) == [3])
        #expect(tables([.table(first), .paragraph("- 12 -"), .table(first)]) == [4])
        #expect(tables([.table(first), .table(other)]) == [2, 2])
        #expect(tables([.table(first), .paragraph("六、其他情况说明"), .table(bare)]) == [2, 1])
    }

    @Test("untitled tables are told by their columns, rows and codes")
    func untitled() {
        let capital = table(["科目编码|科目名称|合计|基本支出|项目支出", "223|国有资本经营预算支出|3.00||3.00", "22301|解决历史遗留问题|3.00||3.00"])
        #expect(CellHeader.kind(capital, rows: [0, 1, 2]) == .stateCapital)
        let costs = table([
            "项目|预算数|决算数", "合计|6.00|3.00", "1.因公出国（境）费|1.00|", "2.公务用车购置及运行维护费|2.00|", "3.公务接待费|3.00|3.00",
        ])
        #expect(CellHeader.kind(costs, rows: [0, 1, 2, 3, 4]) == .threePublic)
    }
}
