import OfficialForm

/// The heads of the columns of a table whose tiers a copy has run together in one line.
///
/// 2020年执行数 2021年预算数 小计 基本支出 项目支出: what stands before 小计 is the roof over it and over the parts behind it.
struct ColumnHeads {
    /// The words over each column, the widest tier first.
    private(set) var columns: [[String]] = []

    /// Reads words, one for each cell.
    ///
    /// - Parameter count: how many columns the numbers say there are.
    init?(_ words: [String], count: Int) {
        var roof: String?
        for (index, word) in words.enumerated() {
            let head = TableHead([word])
            if index + 1 < words.count, columns.count + (words.count - index) > count,
                Self.isRoof(word, over: words[index + 1])
            {
                roof = word
                continue
            }
            // A roof ends where a head says by itself what the roof says of others.
            if let over = roof, head.namesSide, TableHead([over]).quantity == .amount { roof = nil }
            if let over = roof, TableHead([over]).topic != nil, !head.isTotal { roof = nil }
            columns.append(word.holds(BlankLine.seam) ? Self.tiers(word) : [roof, word].compactMap(\.self))
        }
        guard columns.count == count else { return nil }
    }

    /// The side that stands over a head, and the head.
    static func tiers(_ word: String) -> [String] {
        word.split(separator: Character(BlankLine.seam)).map(String.init)
    }

    /// Whether a head stands over the next one: over a sum of parts, or over an amount and a rate of change.
    private static func isRoof(_ word: String, over next: String) -> Bool {
        let below = TableHead([next])
        if below.isTotal { return !TableHead([word]).isTotal }
        let isComparison = word.holds("比") || word.holds("较") || word.holds("增减")
        return isComparison && below.quantity != .amount && TableHead([word]).quantity == .amount
            || isComparison && ["增减额", "增减%", "增减率", "金额", "比例"].contains(next)
    }

    /// Whether a word stands over codes or names.
    static func isOfLabels(_ word: String) -> Bool {
        switch HeaderWords.label(word) {
        case .name?, .code?, .codePart?, .item?, .lineNumber?: return true
        default: break
        }
        return word.holds("科目") || word.opens(with: "项目") && word != "项目支出" || word.closes(with: "名称")
            || word.closes(with: "编码") || ["类", "款", "项", "序号", "年度"].contains(word)
    }
}
