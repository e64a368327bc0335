import OfficialForm

/// A main table (收入支出总表) that a copy has laid down as text, cell after cell: labels, each with its amount behind it.
///
/// Where two amounts follow one label, or one stands before any, the columns cannot be told and nothing is made of it.
struct MainTableText {
    private(set) var table: CellTable
    /// The line behind it.
    private(set) var end: Int

    private static let leastEntries = 4

    init?(_ lines: [TextLine], _ folded: [String], from start: Int) {
        guard let title = Self.title(folded[start]) else { return nil }
        end = start
        var text = title.rest
        while end + 1 < lines.count, !Self.ends(folded[end + 1]) {
            end += 1
            text += "\n" + Self.spaced(lines[end].scalars)
        }
        end += 1
        if !title.rest.isEmpty {
            text = Self.spaced(lines[start].scalars).dropTitle + (end > start + 1 ? "\n" + text : "")
        }
        var reader = MainTableScanner(text)
        guard reader.read(), reader.entries.count(where: { $0.amount != nil }) >= Self.leastEntries else { return nil }
        table = Self.table(reader.entries, title: title.title, unit: reader.unit, page: lines[start].page)
    }

    /// The title that a line begins with, and what stands behind it.
    private static func title(_ folded: String) -> (title: String, rest: String)? {
        guard !folded.holds("。"), let range = folded.range(of: "总表") else { return nil }
        let title = String(folded[..<range.upperBound])
        guard title.count <= 40, ["收支", "收入支出"].contains(where: { title.holds($0) }) else { return nil }
        let rest = String(folded[range.upperBound...])
        guard rest.allSatisfy({ $0 == "|" }) || rest.count > 40 else { return nil }
        return (title, rest.allSatisfy { $0 == "|" } ? "" : rest)
    }

    private static func ends(_ folded: String) -> Bool {
        folded.holds("。") || folded.holds("说明") || CellCaption.isNote(folded) || folded.holds("，")
            || title(folded) != nil
            || TableTitles.kind(folded) != nil || folded.opens(with: "第")
    }

    /// The characters in folded form; a blank is kept where numbers would run together.
    private static func spaced(_ scalars: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        var sawBlank = false
        for scalar in scalars {
            if ScalarFolding.isBlank(scalar) {
                sawBlank = true
                continue
            }
            let folded = ScalarFolding.fold(scalar)
            if sawBlank, let last = result.last, ScalarFolding.isAlphanumeric(last),
                ScalarFolding.isAlphanumeric(folded)
            {
                result.append(" ")
            }
            sawBlank = false
            result.append(folded == "|" ? "\n" : folded)
        }
        return String(result)
    }

    private static func table(
        _ entries: [MainTableScanner.Entry], title: String, unit: String?, page: Int?
    ) -> CellTable {
        var cells = [CellTable.Cell(text: title, row: 0, column: 0)]
        if let unit { cells.append(CellTable.Cell(text: "单位：" + unit, row: 1, column: 0)) }
        for (column, words) in ["收入", "支出"].enumerated() {
            cells.append(CellTable.Cell(text: words, row: 2, column: column * 2, width: 2))
            cells.append(CellTable.Cell(text: "项目", row: 3, column: column * 2))
            cells.append(CellTable.Cell(text: "金额", row: 3, column: column * 2 + 1))
        }
        var rows = [4, 4]
        var last = 1
        var sums = 0
        for entry in entries {
            // The first sum is that of income, the second that of expenditure.
            let side = entry.side ?? (entry.isSum ? sums % 2 : 1 - last)
            if entry.isSum { sums += 1 }
            last = side
            cells.append(CellTable.Cell(text: entry.label, row: rows[side], column: side * 2))
            if let amount = entry.amount {
                cells.append(CellTable.Cell(text: amount, row: rows[side], column: side * 2 + 1))
            }
            rows[side] += 1
        }
        return CellTable(
            cells: cells.map { cell in
                var cell = cell
                cell.page = page
                return cell
            })
    }
}

extension String {
    /// The words behind 总表.
    fileprivate var dropTitle: String { range(of: "总表").map { String(self[$0.upperBound...]) } ?? self }
}
