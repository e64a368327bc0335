/// Puts the cells of an evaluation's table under their heads again where a copy has lost the cells that go down over
/// several rows: the rows beside such a cell begin one column too far to the left.
///
/// What a head asks for tells: a rate stands under 执行率, a mark under 得分, words under 指标.
enum LostSpans {
    private enum Kind {
        case amount, rate, words
    }

    private static let leastHeads = 5
    private static let farthest = 2

    /// The rows, each moved to where most of its cells are what their heads ask for.
    static func restored(_ rows: [[String]]) -> [[String]] {
        guard rows.contains(where: { $0.contains { $0.holds("自评") || $0.holds("三级指标") } }) else { return rows }
        var heads: [Kind?] = []
        return rows.map { row in
            let kinds = row.map(kind)
            let named = kinds.count { $0 != nil }
            if named >= leastHeads, !row.contains(where: { StatedCell.isNumber($0) }) {
                heads = kinds
                return row
            }
            let blanks = row.reversed().prefix { $0.isEmpty }.count
            let most = min(farthest, max(blanks, heads.count - row.count))
            guard !heads.isEmpty, most > 0 else { return row }
            let best = (0...most).max { fit(row, heads, $0) < fit(row, heads, $1) } ?? 0
            guard best > 0, fit(row, heads, best) > fit(row, heads, 0) else { return row }
            let moved = Array(repeating: "", count: best) + row.dropLast(min(best, blanks))
            return moved + Array(repeating: "", count: max(0, heads.count - moved.count))
        }
    }

    /// What a head asks for; `nil` for one that takes anything.
    private static func kind(_ head: String) -> Kind? {
        if head.holds("执行率") || head.holds("完成率") { return .rate }
        if head.holds("级指标") || head.holds("性质") { return .words }
        if ["预算", "执行数", "权重", "分值", "得分"].contains(where: head.holds), head.count <= 10, !head.holds("执行情况") {
            return .amount
        }
        return nil
    }

    /// How many cells fit their heads, less those that do not.
    private static func fit(_ row: [String], _ heads: [Kind?], _ shift: Int) -> Int {
        var sum = 0
        for (index, cell) in row.enumerated() where !cell.isEmpty && index + shift < heads.count {
            guard let head = heads[index + shift] else { continue }
            let isNumber = StatedCell.isNumber(cell)
            let isRate = cell.closes(with: "%")
            switch head {
            case .rate: sum += isRate ? 1 : -1
            case .amount: sum += isNumber && !isRate || TableText.isBlank(cell) ? 1 : -1
            case .words: sum += isNumber || isRate ? -1 : 1
            }
        }
        return sum
    }
}
