import FinalAccounts
import OfficialForm

/// Rebuilds a table from the positions of its words.
struct PDFTableBuilder {
    let region: PDFTableRegion
    let header: PDFTableHeader
    /// The lines under the header.
    let body: [VisualLine]

    init(_ region: PDFTableRegion) {
        self.region = region
        header = PDFTableHeader(region.lines)
        body = BrokenNumbers.joined(Self.body(region, header))
    }

    /// The table as a grid.
    func grid() -> TableGrid {
        var grid = TableGrid(
            kind: region.kind, title: region.title, unit: header.unit, page: region.page, notes: region.notes)
        switch region.kind {
        case .incomeAndExpenditure, .fiscalIncomeAndExpenditure: TwoSidedRows(self).fill(&grid)
        case .basicExpenditure: fillEconomic(&grid)
        case .threePublic: ThreePublicRows(self).fill(&grid)
        default: fillSubjects(&grid)
        }
        return grid
    }

    // MARK: Body

    private static func body(_ region: PDFTableRegion, _ header: PDFTableHeader) -> [VisualLine] {
        guard let first = header.page ?? region.lines.first?.page else { return [] }
        var body: [VisualLine] = []
        if header.bottom > 0 {
            body = region.lines.filter { $0.page == first && $0.centerY > header.bottom - 2 }
        } else {
            body = region.lines.dropFirst(header.lineCount).filter { $0.page == first }
        }
        for page in Set(region.lines.map(\.page)).sorted() where page > first {
            body += withoutRepeatedHeader(region.lines.filter { $0.page == page }, header)
        }
        return body.filter { !PDFTableHeader.numbersColumns($0) }
    }

    /// Leaves out a header that is printed again on a later page.
    private static func withoutRepeatedHeader(_ lines: [VisualLine], _ header: PDFTableHeader) -> [VisualLine] {
        let texts = header.cells.map(\.text)
        var words = 0
        let end = lines.firstIndex { line in
            if TableText.unit(line.folded) != nil || PDFTableHeader.numbersColumns(line)
                || PDFTableHeader.isCaption(line.folded)
            {
                return false
            }
            let isHeader = line.words.allSatisfy { word in
                let text = TableText.folded(word.scalars)
                return texts.contains { $0.contains(text) }
            }
            if isHeader { words += line.words.count }
            return !isHeader
        }
        // A single short word at the head of a page is the rest of a wrapped name.
        return words >= 3 ? Array(lines[(end ?? lines.count)...]) : lines
    }

    // MARK: Tables of subjects

    private func fillSubjects(_ grid: inout TableGrid) {
        let hasParts = header.cells.contains { $0.label == .codePart }
        fillSubjects(&grid) { Self.isFunctionalCode($0, hasParts: hasParts) }
    }

    private func fillSubjects(_ grid: inout TableGrid, isCode: ([Unicode.Scalar]) -> Bool) {
        let rows = SubjectRows.rows(of: body, within: -Float.infinity...Float.infinity, isCode: isCode)
        let leaves = header.leaves().filter { leaf in
            switch ColumnRoles.kind(leaf.roofs + [leaf.label], in: region.kind) {
            case .amount, .ignored: leaf.label != .roof && !Self.isSide(leaf.label)
            case .code, .label: false
            }
        }
        let fit = ColumnFit(
            rows.flatMap(\.numbers), blanks: body.flatMap(\.words).filter(\.isBlankSign), headers: leaves.map(\.box),
            left: leftOf(leaves))
        grid.columns = [
            TableGrid.Column(kind: .code, header: "科目编码"), TableGrid.Column(kind: .label, header: "科目名称"),
        ]
        grid.columns += leaves.map { leaf in
            TableGrid.Column(
                kind: ColumnRoles.kind(leaf.roofs + [leaf.label], in: region.kind), header: leaf.header)
        }
        grid.columns += fit.unnamed.map { TableGrid.Column(kind: .amount(nil), header: "column \($0 + 1)") }
        for row in rows {
            var cells = Array(repeating: "", count: grid.columns.count)
            cells[0] = row.code
            cells[1] = row.name
            for number in row.numbers {
                guard let position = fit.column(of: number) else { continue }
                cells[2 + position] += TableText.compact(number.scalars)
            }
            grid.rows.append(TableGrid.Row(cells: cells, page: row.page, confidence: row.confidence.map(Double.init)))
        }
    }

    /// The right end of the headers and names to the left of the first column of amounts.
    private func leftOf(_ leaves: [PDFTableHeader.Leaf]) -> Float {
        guard let first = leaves.first else { return -.infinity }
        let headers = header.cells.filter { $0.label == .name || $0.label == .code }.map(\.box.xMax)
        return headers.filter { $0 < first.box.xMin }.max() ?? -.infinity
    }

    private static func isSide(_ label: HeaderLabel) -> Bool {
        if case .side = label { true } else { false }
    }

    private static func isFunctionalCode(_ scalars: [Unicode.Scalar], hasParts: Bool) -> Bool {
        guard TableText.isCode(scalars), let first = scalars.first else { return false }
        switch scalars.count {
        case 3, 5, 7: return ScalarFolding.fold(first) == "2" || ScalarFolding.fold(first) == "1"
        case 2: return hasParts
        default: return false
        }
    }

    // MARK: Basic expenditure by economic classification

    private func fillEconomic(_ grid: inout TableGrid) {
        let starts = economicColumns()
        guard !starts.isEmpty else { return }
        // One list with columns for personnel and operating costs.
        if starts.count == 1, header.leaves().count(where: { $0.label == .detail || $0.label == .role(.total) }) >= 2 {
            return fillSubjects(&grid, isCode: Self.isEconomicCode)
        }
        let lines = body.filter { !Self.isTotals($0) }
        for (group, start) in starts.enumerated() {
            let from = group == 0 ? -Float.infinity : start
            // Letters without height may make two columns out of one.
            let end = group + 1 < starts.count ? max(from, starts[group + 1].nextDown) : Float.infinity
            grid.columns += [
                TableGrid.Column(kind: .code, header: "科目编码", group: group),
                TableGrid.Column(kind: .label, header: "科目名称", group: group),
                TableGrid.Column(kind: .amount(.amount), header: "决算数", group: group),
            ]
            let rows = SubjectRows.rows(of: lines, within: from...end, isCode: Self.isEconomicCode)
            for row in rows {
                var cells = Array(repeating: "", count: starts.count * 3)
                cells[group * 3] = row.code
                cells[group * 3 + 1] = row.name
                cells[group * 3 + 2] = row.numbers.last.map { TableText.compact($0.scalars) } ?? ""
                grid.rows.append(
                    TableGrid.Row(cells: cells, page: row.page, confidence: row.confidence.map(Double.init)))
            }
        }
        addTotals(&grid, groups: starts.count)
    }

    /// 人员经费合计 … 公用经费合计 …: labels that reach over columns, each before its amount.
    private static func isTotals(_ line: VisualLine) -> Bool {
        line.folded.contains("经费合计") || line.folded.contains("支出合计")
    }

    private func addTotals(_ grid: inout TableGrid, groups: Int) {
        for line in body where Self.isTotals(line) {
            var label = ""
            var group = 0
            for word in line.words {
                let text = TableText.compact(word.scalars)
                guard TableText.isNumber(word.scalars) else {
                    label += text
                    continue
                }
                var cells = Array(repeating: "", count: groups * 3)
                cells[group * 3 + 1] = label
                cells[group * 3 + 2] = text
                grid.rows.append(TableGrid.Row(cells: cells, page: line.page))
                label = ""
                group = min(group + 1, groups - 1)
            }
        }
    }

    private static func isEconomicCode(_ scalars: [Unicode.Scalar]) -> Bool {
        guard TableText.isCode(scalars), scalars.count == 3 || scalars.count == 5, let first = scalars.first
        else { return false }
        return ScalarFolding.fold(first) == "3" || ScalarFolding.fold(first) == "5"
    }

    /// Where each of the tables side by side begins: at its column of codes.
    private func economicColumns() -> [Float] {
        var codes: [WordBox] = []
        for word in body.flatMap(\.words) {
            if Self.isEconomicCode(word.scalars) {
                codes.append(word)
            } else if let split = TableText.splitCode(word.scalars), Self.isEconomicCode(split.code) {
                var code = word
                code.xMax = word.xMin + 5 * word.height * 0.5
                codes.append(code)
            }
        }
        var columns: [[WordBox]] = []
        for code in codes.sorted(by: { $0.xMin < $1.xMin }) {
            if let last = columns.last?.last, code.xMin - last.xMin < 2.5 * code.height {
                columns[columns.count - 1].append(code)
            } else {
                columns.append([code])
            }
        }
        return columns.filter { $0.count >= 2 }.map { ($0.map(\.xMin).min() ?? 0) - 6 }
    }
}
