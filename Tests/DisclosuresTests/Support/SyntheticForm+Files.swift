import SyntheticDisclosures

extension SyntheticForm {
    /// The tables of the printed page, ready to be written in other kinds of file.
    var files: FormFiles {
        let forms = html.split(separator: "<div class=\"form\">").dropFirst()
        return FormFiles(sheets: forms.map { Self.sheet(String($0)) }, unit: unit, year: year)
    }

    private static func sheet(_ form: String) -> FormSheet {
        let title = between(form, "<h2>", "</h2>").first ?? ""
        let unit = form.contains("单位：元") ? "元" : "万元"
        let notes = between(form, "<p>", "</p>").filter { !$0.contains("收、支总计") && !$0.contains("总体情况") }
        var cells: [FormSheet.Cell] = []
        var taken: Set<Int> = []
        for (row, text) in between(form, "<tr>", "</tr>").enumerated() {
            var column = 0
            for cell in between(text, "<td ", "</td>") {
                while taken.contains(row << 8 | column) { column += 1 }
                let parts = cell.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
                let width = number(parts[0], "colspan=\""), height = number(parts[0], "rowspan=\"")
                for line in row..<row + height {
                    for place in column..<column + width { taken.insert(line << 8 | place) }
                }
                let text = parts.count > 1 ? String(parts[1]) : ""
                if !text.isEmpty {
                    cells.append(
                        FormSheet.Cell(
                            row: row, column: column, height: height, width: width, text: text,
                            isNumber: parts[0].contains("\"amount\"") && text.contains { $0.isNumber }))
                }
                column += width
            }
        }
        return FormSheet(title: title, unit: unit, cells: cells, notes: notes)
    }

    private static func number(_ attributes: Substring, _ name: String) -> Int {
        guard let found = attributes.firstRange(of: name) else { return 1 }
        return Int(attributes[found.upperBound...].prefix { $0.isNumber }) ?? 1
    }

    /// What stands between two marks, each time they come.
    private static func between(_ text: String, _ start: String, _ end: String) -> [String] {
        text.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            piece.firstRange(of: end).map { String(piece[..<$0.lowerBound]) }
        }
    }
}
