import FinalAccounts
import OfficialForm

/// The cells of a table whose blanks are lost: each number under its column, as far as heads and sums tell.
struct BlankTableLayout {
    /// How many rows the header takes.
    static let tiers = 2

    private(set) var cells: [CellTable.Cell] = []
    /// The numbers that stand nowhere, by row.
    private(set) var leftovers: [Int: [String]] = [:]
    /// Whether rows have codes, or the heads name measures.
    private(set) var isCodedOrCosts = false

    /// - Parameters:
    ///   - heads: the words of the header, one for each cell.
    ///   - rows: the labels of each row with their numbers.
    init?(_ heads: [String], _ rows: [[BlankRow.Group]]) {
        let sides = rows.filter { $0.count { !$0.numbers.isEmpty } == 2 }.count
        let isTwoSided = sides * 2 >= rows.count && sides > 0
        guard !heads.isEmpty, rows.allSatisfy({ $0.count <= (isTwoSided ? 2 : 1) }) else { return nil }
        if isTwoSided {
            guard let cut = Self.cut(heads, rows) else { return nil }
            let halves = rows.map(Self.halves)
            guard place(halves.map { $0.left.map { [$0] } ?? [] }, heads: cut.left, side: "收入", at: 0) else {
                return nil
            }
            let width = cells.map { $0.column + $0.width }.max() ?? 0
            guard place(halves.map { $0.right.map { [$0] } ?? [] }, heads: cut.right, side: "支出", at: width) else {
                return nil
            }
        } else {
            var amounts = heads.filter { !ColumnHeads.isOfLabels($0) }
            // 采购类别 合计 一般公共预算: the first head stands over the labels, whatever it calls them.
            let most = rows.compactMap { $0.first?.numbers.count }.max() ?? 0
            if let first = amounts.first, amounts.count == most + 1, amounts.count == heads.count,
                !TableHead([first]).isKnown
            {
                amounts.removeFirst()
            }
            guard place(rows, heads: Self.common(amounts, most: most), side: nil, at: 0) else { return nil }
        }
        guard cells.contains(where: { $0.row >= Self.tiers && StatedCell.isNumber($0.text) }) else { return nil }
    }

    /// The heads of both sides: those of the right are as many as its numbers, those of the left stand before its 项目.
    private static func cut(_ heads: [String], _ rows: [[BlankRow.Group]]) -> (left: [String], right: [String])? {
        let left = rows.compactMap { $0.first?.numbers.count }.max() ?? 0
        let right = rows.compactMap { $0.count > 1 ? $0[1].numbers.count : nil }.max() ?? 0
        let amounts = heads.filter { !ColumnHeads.isOfLabels($0) && !["收入", "支出"].contains($0) }
        guard left >= 1, right >= 1, amounts.count == left + right, left == 1 || left == right else { return nil }
        return (Array(amounts.prefix(left)), Array(amounts.suffix(right)))
    }

    /// The two sides of a row; one that names expenditure alone has nothing on the left.
    private static func halves(_ groups: [BlankRow.Group]) -> (left: BlankRow.Group?, right: BlankRow.Group?) {
        guard groups.count == 1, let only = groups.first else { return (groups.first, groups.dropFirst().first) }
        let label = TableLabel(words: only.label, code: only.code ?? "")
        return label.category != nil ? (nil, only) : (only, nil)
    }

    /// The heads without 上缴上级支出, 经营支出 and 对附属单位补助支出, which hardly any body has, where the rows have no more
    /// numbers than a sum, basic and project expenditure.
    private static func common(_ heads: [String], most: Int) -> [String] {
        let topics = heads.map { TableHead([$0]).topic }
        guard most == 3, heads.count > 3, Array(topics[1...2]) == [.basicExpenditure, .projectExpenditure],
            topics[3...].allSatisfy({ $0.map(kindsOfExpenditure.contains) ?? false })
        else { return heads }
        return Array(heads.prefix(3))
    }

    private mutating func place(_ rows: [[BlankRow.Group]], heads: [String], side: String?, at column: Int) -> Bool {
        let groups = rows.map { $0.first ?? BlankRow.Group(label: "") }
        let numbers = groups.map { group in group.numbers.map { Self.number($0) } }
        guard numbers.allSatisfy({ $0.allSatisfy { $0 != nil } }) else { return false }
        let isRate = groups.map { $0.label.holds("%") || $0.label.closes(with: "率") }
        let amounts = zip(isRate, numbers).filter { !$0.0 }.map { $0.1.compactMap(\.self) }
        let costs = side == nil ? CostColumns(heads, rows: amounts) : nil
        let most = groups.map(\.numbers.count).max() ?? 0
        // Where no row has a number for each column, the heads alone say how many there are.
        guard most >= 1,
            let tiers = costs?.columns
                ?? (ColumnHeads(heads, count: most) ?? ColumnHeads(heads, count: heads.count))?.columns,
            tiers.count >= most
        else { return false }
        let count = tiers.count
        let known = tiers.map { TableHead($0) }
        guard known.contains(where: { $0.isKnown && ($0.topic != nil || $0.isTotal || $0.namesSide) }) || side != nil
        else { return false }
        let placement = ColumnPlacement(
            groups.indices.map { index in
                ColumnPlacement.Row(
                    code: groups[index].code, isTotal: Self.isTotal(groups[index]), isRate: isRate[index],
                    numbers: numbers[index].compactMap(\.self))
            }, width: count, changes: known.indices.filter { known[$0].quantity == .change },
            rates: known.indices.filter { known[$0].quantity == .changeRate || known[$0].quantity == .share },
            sums: costs?.sums ?? Self.sums(known))
        guard placement.isSound else { return false }
        let hasCodes = groups.contains { $0.code != nil }
        if hasCodes || known.count(where: { $0.topic != nil }) >= 3 { isCodedOrCosts = true }
        addHeader(tiers, side: side, hasCodes: hasCodes, at: column)
        let first = column + (hasCodes ? 2 : 1)
        for (index, group) in groups.enumerated() {
            let places = placement.columns(of: index)
            let left = zip(places, group.numbers).filter { $0.0 == nil }.map(\.1)
            if !left.isEmpty { leftovers[index, default: []] += left }
            guard !group.label.isEmpty || !group.numbers.isEmpty else { continue }
            let row = Self.tiers + index
            if hasCodes {
                if let code = group.code { cells.append(CellTable.Cell(text: code, row: row, column: column)) }
                let isWide = group.code == nil
                cells.append(
                    CellTable.Cell(
                        text: group.label, row: row, column: isWide ? column : column + 1, width: isWide ? 2 : 1))
            } else if !group.label.isEmpty {
                cells.append(CellTable.Cell(text: group.label, row: row, column: column))
            }
            for case (let place?, let number) in zip(places, group.numbers) where !TableText.isBlank(number) {
                cells.append(CellTable.Cell(text: number, row: row, column: first + place))
            }
        }
        return true
    }

    private mutating func addHeader(_ tiers: [[String]], side: String?, hasCodes: Bool, at column: Int) {
        if hasCodes { cells.append(CellTable.Cell(text: "科目编码", row: 1, column: column)) }
        cells.append(CellTable.Cell(text: hasCodes ? "科目名称" : "项目", row: 1, column: column + (hasCodes ? 1 : 0)))
        let first = column + (hasCodes ? 2 : 1)
        if let side {
            cells.append(CellTable.Cell(text: side, row: 0, column: column, width: first - column + tiers.count))
        }
        for (index, words) in tiers.enumerated() {
            if let last = words.last { cells.append(CellTable.Cell(text: last, row: 1, column: first + index)) }
            if words.count > 1, side == nil {
                cells.append(CellTable.Cell(text: words[0], row: 0, column: first + index))
            }
        }
    }

    /// 合计 before 基本支出 and 项目支出, 本年收入合计 before its sources: a sum, whatever the rows say.
    private static func sums(_ heads: [TableHead]) -> [(whole: Int, parts: [Int])] {
        heads.indices.dropLast(2).compactMap { index in
            guard heads[index].isTotal || heads[index].topic == .yearIncome || heads[index].topic == .yearExpenditure
            else { return nil }
            let rest = heads[(index + 1)...]
            let kinds = rest.prefix { $0.topic.map(kindsOfExpenditure.contains) ?? false }.count
            let sources = rest.prefix { $0.topic.map(sourcesOfIncome.contains) ?? false }.count
            let count = max(kinds, sources)
            return count >= 2 && count == rest.count ? (index, Array(index + 1...index + count)) : nil
        }
    }

    private static let kindsOfExpenditure: Set<Topic> = [
        .basicExpenditure, .projectExpenditure, .paymentsToSuperior, .commercialExpenditure, .affiliateSubsidies,
    ]
    private static let sourcesOfIncome: Set<Topic> = [
        .fiscalIncome, .superiorSubsidyIncome, .businessIncome, .commercialIncome, .affiliateIncome, .otherIncome,
    ]

    /// A number with four decimals; a dash is none.
    private static func number(_ word: String) -> Int64? {
        if TableText.isBlank(word) { return 0 }
        return StatedCell(word)?.number.digits(withDecimals: 4)
    }

    private static func isTotal(_ group: BlankRow.Group) -> Bool {
        let label = TableLabel(words: group.label, code: group.code ?? "")
        if label.isTotal { return true }
        switch label.topic {
        case .yearExpenditure?, .expenditureTotal?, .yearIncome?, .incomeTotal?, .fiscalExpenditure?: return true
        default: return false
        }
    }
}
