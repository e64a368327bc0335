import OfficialForm

/// What the sum of the rows of a table is the sum of.
struct TableTotals {
    /// The measure of a row 合计 (or 总计, where the table is two-sided), `nil` where that cannot be said.
    private let topic: Topic?
    /// The measures of 合计 and 总计 on the side of a two-sided table.
    private let side: TableSide?
    private let kind: TableKind?

    init(_ source: TableSource, block: TableBlocks.Block, rows: [TableStatedRow]) {
        kind = source.matter
        side = block.side
        let topics = rows.compactMap(\.label.topic) + block.columns.compactMap(\.head.topic)
        let wholes = Set(topics.compactMap(\.form.whole).filter { [.threePublic, .procurement].contains($0) })
        if wholes.count == 1, let whole = wholes.first {
            topic = whole
        } else {
            topic = kind.flatMap(Self.topic)
        }
    }

    /// The measure of the row with these words.
    func topic(of words: String) -> Topic? {
        if let topic { return topic }
        switch (kind, side) {
        case (.fiscalIncomeAndExpenditure, _): return .fiscalIncomeAndExpenditure
        case (.incomeAndExpenditure, .income?): return words == "合计" ? .yearIncome : .incomeTotal
        case (.incomeAndExpenditure, .expenditure?): return words == "合计" ? .yearExpenditure : .expenditureTotal
        default: return nil
        }
    }

    private static func topic(_ kind: TableKind) -> Topic? {
        switch kind {
        case .income: .yearIncome
        case .expenditure: .yearExpenditure
        case .generalPublicExpenditure: .generalPublicExpenditure
        case .basicExpenditure: .generalPublicBasic
        case .threePublic: .threePublic
        case .governmentFund: .governmentFundExpenditure
        case .stateCapital: .stateCapitalExpenditure
        case .incomeAndExpenditure, .fiscalIncomeAndExpenditure: nil
        }
    }
}
