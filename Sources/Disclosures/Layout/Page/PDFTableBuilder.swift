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

    /// The table as cells, with what stands around it.
    func cells() -> CellRegion {
        let rows =
            switch region.kind {
            case .incomeAndExpenditure, .fiscalIncomeAndExpenditure: TwoSidedRows(self).cells()
            case .basicExpenditure: economicCells()
            case .threePublic: ThreePublicRows(self).cells()
            default: subjectCells(isCode: isFunctionalCode)
            }
        let table = rows.table
        return CellRegion(
            table: table, kind: region.kind, title: region.title, unit: header.unit, rows: Array(0..<table.rowCount),
            notes: region.notes, page: region.page, loose: rows.loose)
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
        return body.filter { !PDFTableHeader.numbersColumns($0) }.map(header.withoutCodeParts)
            .filter { !$0.words.isEmpty }
    }

    /// Leaves out a header that is printed again on a later page.
    private static func withoutRepeatedHeader(_ lines: [VisualLine], _ header: PDFTableHeader) -> [VisualLine] {
        let texts = header.cells.map(\.text)
        var words = 0
        let end = lines.firstIndex { line in
            if TableText.unit(line.folded) != nil || PDFTableHeader.numbersColumns(line)
                || CellCaption.opens(line.folded)
            {
                return false
            }
            let isHeader = line.words.allSatisfy { word in
                let text = TableText.folded(word.scalars)
                return texts.contains { $0.holds(text) }
            }
            if isHeader { words += line.words.count }
            return !isHeader
        }
        // A single short word at the head of a page is the rest of a wrapped name.
        return words >= 3 ? Array(lines[(end ?? lines.count)...]) : lines
    }

    // MARK: Tables of subjects

    private func subjectCells(isCode: ([Unicode.Scalar]) -> Bool) -> CellRows {
        let rows = SubjectRows.rows(of: body, within: -Float.infinity...Float.infinity, isCode: isCode)
        let leaves = header.leaves().filter { leaf in
            switch leaf.label {
            case .code, .codePart, .name, .item, .roof, .side: false
            default: true
            }
        }
        let fit = ColumnFit(
            rows.flatMap(\.numbers), blanks: body.flatMap(\.words).filter(\.isBlankSign), headers: leaves.map(\.box),
            left: leftOf(leaves))
        // Columns of numbers that no header is left for stand behind the others.
        var cells = CellRows(
            [["科目编码"], ["科目名称"]] + leaves.map(\.words) + fit.unnamed.map { _ in [] }, page: header.page)
        for row in rows {
            var texts = [0: row.code, 1: row.name]
            for number in row.numbers {
                guard let position = fit.column(of: number) else {
                    cells.add(loose: TableText.compact(number.scalars), beside: row.name, page: row.page)
                    continue
                }
                texts[2 + position, default: ""] += TableText.compact(number.scalars)
            }
            cells.add(texts, page: row.page, confidence: row.confidence.map(Double.init))
        }
        return cells
    }

    /// The right end of the headers and names to the left of the first column of amounts.
    private func leftOf(_ leaves: [PDFTableHeader.Leaf]) -> Float {
        guard let first = leaves.first else { return -.infinity }
        let headers = header.cells.filter { $0.label == .name || $0.label == .code }.map(\.box.xMax)
        return headers.filter { $0 < first.box.xMin }.max() ?? -.infinity
    }

    private func isFunctionalCode(_ scalars: [Unicode.Scalar]) -> Bool {
        guard let first = scalars.first else { return false }
        switch scalars.count {
        case 3, 5, 7:
            return TableText.isCode(scalars) && (ScalarFolding.fold(first) == "2" || ScalarFolding.fold(first) == "1")
        default: return isCodePart(scalars)
        }
    }

    /// Whether digits are a 款 or a 项 in a table that has columns for those.
    private func isCodePart(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count <= 2 && scalars.allSatisfy { ScalarFolding.isDigit(ScalarFolding.fold($0)) }
            && header.cells.contains { $0.label == .codePart }
    }

    // MARK: Basic expenditure by economic classification

    private func economicCells() -> CellRows {
        let starts = economicColumns()
        guard !starts.isEmpty else { return CellRows([], page: nil) }
        // One list with columns for personnel and operating costs.
        if starts.count == 1, header.leaves().count(where: { $0.label == .detail || $0.label == .role(.total) }) >= 2 {
            return subjectCells { Self.isEconomicCode($0) || isCodePart($0) }
        }
        var cells = CellRows(starts.flatMap { _ in [["科目编码"], ["科目名称"], ["决算数"]] }, page: header.page)
        let lines = body.filter { !CellGrid.isTotals($0.folded) }
        for (group, start) in starts.enumerated() {
            let from = group == 0 ? -Float.infinity : start
            // Letters without height may make two columns out of one.
            let end = group + 1 < starts.count ? max(from, starts[group + 1].nextDown) : Float.infinity
            for row in SubjectRows.rows(of: lines, within: from...end, isCode: Self.isEconomicCode) {
                let amount = row.numbers.last.map { TableText.compact($0.scalars) } ?? ""
                cells.add(
                    [group * 3: row.code, group * 3 + 1: row.name, group * 3 + 2: amount], page: row.page,
                    confidence: row.confidence.map(Double.init))
            }
        }
        for line in body where CellGrid.isTotals(line.folded) { addTotals(line, to: &cells, groups: starts.count) }
        return cells
    }

    /// 人员经费合计 … 公用经费合计 …: labels that reach over columns, each before its amount.
    private func addTotals(_ line: VisualLine, to cells: inout CellRows, groups: Int) {
        var texts: [Int: String] = [:]
        var group = 0
        for word in line.words {
            let isNumber = TableText.isNumber(word.scalars)
            texts[group * 3 + (isNumber ? 2 : 1), default: ""] += TableText.compact(word.scalars)
            if isNumber { group = min(group + 1, groups - 1) }
        }
        cells.add(texts, page: line.page, confidence: nil)
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
