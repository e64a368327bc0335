import OfficialForm

/// A table of a text with a cell a line, or a cell between bars on lines of their own: what a copy of a page leaves of it.
///
/// Its cells follow one another: heads, then labels with their numbers. A head is told from the label of the first row
/// by its place: the label stands right before the first number, its code before it.
struct CellLines {
    private(set) var heads: [String] = []
    private(set) var rows: [(line: Int, groups: [BlankRow.Group])] = []
    /// The line behind it.
    private(set) var end: Int

    private static let longest = 32
    private static let least = 8
    private static let mostLines = 2000
    /// What the reader of tables of costs in prose begins with.
    private static let corners: Set<String> = ["项目", "经费项目", "费用项目", "支出项目"]

    /// `nil` where no such table begins at a line.
    init?(_ lines: [TextLine], _ folded: [String], from start: Int) {
        end = start
        let last = min(lines.count, start + Self.mostLines)
        var cells: [(words: String, line: Int)] = []
        var sawBar = false
        while end < last, let words = Self.cell(lines[end].scalars, folded[end]) {
            if folded[end].holds("|") {
                // Nothing between two bars is a blank cell.
                if words.isEmpty, sawBar, cells.contains(where: { StatedCell.isNumber($0.words) }) {
                    cells.append(("-", end))
                }
                sawBar = true
            } else {
                sawBar = false
            }
            if !words.isEmpty {
                if folded[end].opens(with: "|") == false { sawBar = folded[end].closes(with: "|") }
                cells.append((words, end))
            }
            end += 1
        }
        let codes = Self.codes(cells.map(\.words))
        guard cells.count >= Self.least,
            let first = cells.indices.first(where: { !codes.contains($0) && Self.isValue(cells[$0].words) }), first >= 3
        else { return nil }
        if Self.isCost(cells[first - 1].words), !codes.contains(first) {
            takeBare(cells, from: first)
            guard !rows.isEmpty else { return nil }
            return
        }
        let hasCode = codes.contains(first - 2)
        let label = first - (hasCode ? 2 : 1)
        heads = cells[..<label].map(\.words)
        guard heads.count >= 3 else { return nil }
        // Costs down the rows are read with the sentences around them; costs side by side are columns.
        if Self.corners.contains(heads[0]) {
            guard heads.count(where: Self.isCost) >= 3 else { return nil }
        }
        take(cells[label...], codes)
        guard rows.count >= 2 else { return nil }
    }

    /// Costs side by side over one row of numbers that has no label: 合计 … 公务接待费 over 68 0 65 40 25 3.
    private mutating func takeBare(_ cells: [(words: String, line: Int)], from first: Int) {
        heads = cells[..<first].map(\.words)
        let numbers = cells[first...].prefix { Self.isValue($0.words) }.map(\.words)
        guard heads.count(where: Self.isCost) >= 3, numbers.count >= 3 else { return }
        let next = first + numbers.count
        if next < cells.count {
            // What follows must be a heading, no label of a row.
            guard OutlineMark(in: Array(cells[next].words.unicodeScalars.prefix(6)), at: 0) != nil else { return }
            end = cells[next].line
        }
        rows = [(cells[first].line, [BlankRow.Group(label: "", numbers: numbers)])]
    }

    private static func isCost(_ words: String) -> Bool {
        switch TableHead([words]).topic {
        case .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception: true
        default: false
        }
    }

    private mutating func take(_ cells: ArraySlice<(words: String, line: Int)>, _ codes: Set<Int>) {
        var group = BlankRow.Group(label: "")
        var line = cells.first?.line ?? 0
        func close(_ rows: inout [(line: Int, groups: [BlankRow.Group])]) {
            if !group.label.isEmpty || group.code != nil { rows.append((line, [group])) }
        }
        for (index, cell) in zip(cells.indices, cells) {
            if codes.contains(index) {
                close(&rows)
                group = BlankRow.Group(code: cell.words, label: "")
                line = cell.line
            } else if Self.isValue(cell.words) {
                group.numbers.append(cell.words)
            } else if group.numbers.isEmpty, group.code != nil, group.label.isEmpty {
                group.label = cell.words
            } else {
                close(&rows)
                group = BlankRow.Group(label: cell.words)
                line = cell.line
            }
        }
        close(&rows)
    }

    /// Whether a cell is one that stands over labels.
    static func opens(_ folded: String) -> Bool {
        guard folded.utf8.count <= longest * 3 else { return false }
        let words = folded.closes(with: "|") ? String(folded.dropLast()) : folded
        // No head over labels has digits or stops; most lines of a text have.
        guard !words.isEmpty,
            !words.unicodeScalars.contains(where: { ScalarFolding.isDigit($0) || $0 == "。" || $0 == "，" })
        else { return false }
        return ColumnHeads.isOfLabels(words) || corners.contains(words) || words.holds("三公") || words == "合计"
    }

    /// The words of a line that is one cell; `nil` for a line that is none.
    private static func cell(_ scalars: [Unicode.Scalar], _ folded: String) -> String? {
        guard folded.unicodeScalars.count <= longest, !folded.isEmpty,
            !folded.unicodeScalars.contains(where: isStop) || folded.opens(with: "其中:")
        else { return nil }
        let words = folded.split(separator: "|", omittingEmptySubsequences: true)
        guard words.count <= 1, TableTitles.kind(folded) == nil, !folded.closes(with: "表") else { return nil }
        return words.first.map(String.init) ?? ""
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "；", ";", ":", "!", "？": true
        default: false
        }
    }

    private static func isValue(_ words: String) -> Bool { StatedCell.isNumber(words) || words == "-" || words == "—" }

    /// The cells that are codes: a name stands behind each.
    private static func codes(_ cells: [String]) -> Set<Int> {
        Set(
            cells.indices.dropLast().filter { index in
                [3, 5, 7].contains(cells[index].unicodeScalars.count)
                    && cells[index].unicodeScalars.allSatisfy(ScalarFolding.isDigit)
                    && (cells[index].opens(with: "2") || cells[index].opens(with: "3")) && !isValue(cells[index + 1])
            })
    }
}
