import Disclosures
import FinalAccounts

/// A table whose numbers are known by row and column alone, whatever they measure: its own sums and differences tell what
/// its columns are.
struct Grid: Sendable {
    /// A row that holds numbers.
    struct Row: Sendable {
        /// The words that stand before each column's number.
        var labels: [String]
        /// How it stands to the rows around it, by the label of each column.
        var levels: [RowLevel]
        /// The number of each column; `nil` for a blank cell.
        var facts: [Fact.ID?]
    }

    /// The words over each column.
    var heads: [String]
    var rows: [Row]

    /// Whether a column's numbers are rates, which do not add up.
    func isRate(_ column: Int) -> Bool {
        let head = heads[column]
        return ["率", "%", "％", "幅", "占", "比例", "比重", "均"].contains { head.contains($0) }
    }
}

/// How a row stands to the rows around it, as its label says.
enum RowLevel: Hashable, Sendable {
    /// 合计, 总计: the sum of the widest rows beside it.
    case total
    /// 一、 is 1, （一） 2, 1. 3, （1） 4.
    case numbered(Int)
    /// A label without a number.
    case plain
    /// 其中：, and what stands behind it without a number.
    case part

    /// How deep it stands; less is wider.
    var depth: Int {
        switch self {
        case .total: 0
        case .numbered(let level): level
        case .plain: 8
        case .part: 9
        }
    }

    init(_ label: String) {
        var rest = label[...]
        let isPart = rest.opens(with: "其中") || rest.opens(with: "#")
        if isPart { rest = rest.dropFirst(rest.opens(with: "其中") ? 2 : 1) }
        while let first = rest.first, ":：".contains(first) { rest = rest.dropFirst() }
        if let level = Self.number(rest) {
            self = .numbered(level)
        } else if isPart {
            self = .part
        } else if rest.count <= 8, ["合计", "总计", "小计", "共计", "总额"].contains(where: { rest.closes(with: $0) }) {
            self = .total
        } else {
            self = .plain
        }
    }

    private static func number(_ label: Substring) -> Int? {
        let chinese = "一二三四五六七八九十"
        let digits = "0123456789"
        func behind(_ start: Substring, _ signs: String) -> Substring? {
            let number = start.prefix { signs.contains($0) }
            return number.isEmpty || number.count > 3 ? nil : start.dropFirst(number.count)
        }
        if let first = label.first, "(（".contains(first) {
            let inside = label.dropFirst()
            if let rest = behind(inside, chinese), let end = rest.first, ")）".contains(end) { return 2 }
            if let rest = behind(inside, digits), let end = rest.first, ")）".contains(end) { return 4 }
            return nil
        }
        if let rest = behind(label, chinese), rest.first == "、" { return 1 }
        if let rest = behind(label, digits), let end = rest.first, "、.．".contains(end) {
            // 1.5 is no number of a row.
            return rest.dropFirst().first?.isNumber == true ? nil : 3
        }
        return label.first.map { "①②③④⑤⑥⑦⑧⑨⑩".contains($0) } == true ? 5 : nil
    }
}
