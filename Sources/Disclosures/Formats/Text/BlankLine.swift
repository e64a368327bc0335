import OfficialForm

/// A table that a copy has laid down in one line, its heads before its numbers: 2021年预算数 合计 因公出国（境）费 公务接待费
/// 3.20 3.00 0.20.
struct BlankLine {
    /// The heads, each with the side that stands over it.
    private(set) var heads: [String]
    private(set) var row: BlankRow.Group

    private static let least = 3

    /// `nil` for any other line.
    init?(_ words: [String]) {
        let labels = words.prefix { !StatedCell.isNumber($0) }
        let numbers = Array(words.dropFirst(labels.count))
        guard labels.count >= Self.least, numbers.count >= Self.least, numbers.allSatisfy(StatedCell.isNumber) else {
            return nil
        }
        let sides = labels.prefix {
            let head = TableHead([$0])
            return head.namesSide && head.isKnown && head.topic == nil && !head.isTotal
        }
        let rest = Array(labels.dropFirst(sides.count))
        row = BlankRow.Group(label: "", numbers: numbers)
        switch sides.count {
        case 0: heads = rest
        case 1:
            heads = rest
            row.label = sides[0]
        default:
            // 2018年执行数 2019年预算数, then the heads of each: as many lists as sides.
            let width = rest.count / sides.count
            guard width >= 2, width * sides.count == rest.count,
                (1..<sides.count).allSatisfy({ Array(rest[($0 * width)..<(($0 + 1) * width)]) == Array(rest[..<width]) }
                )
            else { return nil }
            heads = rest.indices.map { sides[$0 / width] + BlankLine.seam + rest[$0] }
        }
    }

    /// What stands between a side and the head under it.
    static let seam = "\n"
}
