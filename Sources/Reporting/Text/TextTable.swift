/// Lays out rows of words in aligned columns for a terminal, counting East Asian characters as two columns.
struct TextTable {
    /// A printed cell: its words on one line and the colour they stand in.
    struct Cell {
        var text: String
        var tone: ReportCell.Tone = .plain
    }

    /// A column as the layout sees it.
    struct Column {
        var title: String
        var isTrailing: Bool
        var isElastic: Bool
        var dispensability: Int
    }

    /// The blanks between two columns.
    private static let gap = "  "
    /// What an elastic column keeps at least.
    private static let leastElasticWidth = 16

    /// The blanks before a paragraph below a row, and before its further lines.
    private static let detailIndent = (first: 4, further: 6)

    let columns: [Column]
    let rows: [[Cell]]
    /// What stands below each row, one paragraph each.
    var details: [[String]] = []

    /// The lines of the table, and how many columns had to be left out to fit.
    func lines(width: Int?, usesColour: Bool) -> (lines: [String], hidden: Int) {
        let shown = columnsThatFit(width: width)
        let widths = fittedWidths(shown, width: width)
        var lines = [line(columns.map { Cell(text: $0.title) }, shown, widths, usesColour: false)]
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap))
        for (index, row) in rows.enumerated() {
            lines.append(line(row, shown, widths, usesColour: usesColour))
            if index < details.count { lines += detailLines(details[index], width: width) }
        }
        return (lines, columns.count - shown.count)
    }

    /// Paragraphs below a row, broken to the width.
    private func detailLines(_ paragraphs: [String], width: Int?) -> [String] {
        let blanks = String(repeating: " ", count: Self.detailIndent.first)
        return paragraphs.flatMap { paragraph -> [String] in
            guard let width else { return [blanks + paragraph] }
            return DisplayWidth.wrap(
                paragraph, to: max(20, width - Self.detailIndent.first),
                indent: Self.detailIndent.further - Self.detailIndent.first
            ).map { blanks + $0 }
        }
    }

    private func naturalWidth(_ index: Int) -> Int {
        rows.reduce(DisplayWidth.of(columns[index].title)) { max($0, DisplayWidth.of($1[index].text)) }
    }

    private func leastWidth(_ index: Int) -> Int {
        columns[index].isElastic ? min(Self.leastElasticWidth, naturalWidth(index)) : naturalWidth(index)
    }

    /// Leaves out the most dispensable columns until the rest fits at its least width.
    private func columnsThatFit(width: Int?) -> [Int] {
        var shown = Array(columns.indices)
        guard let width else { return shown }
        while totalWidth(shown.map(leastWidth)) > width {
            let dispensable = shown.filter { columns[$0].dispensability > 0 }
            guard let victim = dispensable.max(by: { columns[$0].dispensability < columns[$1].dispensability })
            else { break }
            shown.removeAll { $0 == victim }
        }
        return shown
    }

    /// Takes columns from the widest elastic column until the line fits.
    private func fittedWidths(_ shown: [Int], width: Int?) -> [Int] {
        var widths = shown.map(naturalWidth)
        guard let width else { return widths }
        let least = shown.map(leastWidth)
        while totalWidth(widths) > width {
            let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func totalWidth(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
    }

    private func line(_ cells: [Cell], _ shown: [Int], _ widths: [Int], usesColour: Bool) -> String {
        var parts: [String] = []
        for (position, index) in shown.enumerated() {
            let text = DisplayWidth.truncate(cells[index].text, to: widths[position])
            let padded = DisplayWidth.pad(text, to: widths[position], trailing: columns[index].isTrailing)
            parts.append(usesColour ? Self.painted(padded, cells[index].tone) : padded)
        }
        var line = parts.joined(separator: Self.gap)
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func painted(_ text: String, _ tone: ReportCell.Tone) -> String {
        switch tone {
        case .plain: text
        case .good: "\u{1B}[32m\(text)\u{1B}[0m"
        case .warning: "\u{1B}[33m\(text)\u{1B}[0m"
        case .serious: "\u{1B}[31m\(text)\u{1B}[0m"
        }
    }
}
