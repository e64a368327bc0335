import OfficialForm

/// The sums that the form's tables hold by their making: parts beside a total, rows under one another.
struct TableSums {
    /// A cell: row and place in the row.
    typealias Place = (row: Int, cell: Int)

    /// The sums: a whole and its parts.
    private(set) var sums: [(whole: Place, parts: [Place])] = []

    init(_ table: DisclosureTable) {
        addRows(table)
        addColumns(table)
    }

    // MARK: Rows

    /// The parts of a total beside it: 本年支出合计 is 基本支出 and 项目支出 and the rest.
    private mutating func addRows(_ table: DisclosureTable) {
        for (row, line) in table.rows.enumerated() {
            for (total, parts) in Self.parts(of: table.kind) {
                guard let whole = line.cells.firstIndex(where: { $0.role == total }) else { continue }
                let places = line.cells.indices.filter { line.cells[$0].role.map(parts.contains) ?? false }
                if !places.isEmpty { sums.append(((row, whole), places.map { (row, $0) })) }
            }
        }
    }

    private static func parts(of kind: TableKind) -> [(ColumnRole, Set<ColumnRole>)] {
        switch kind {
        case .income:
            [
                (
                    .total,
                    [
                        .fiscalIncome, .superiorSubsidyIncome, .businessIncome, .commercialIncome, .affiliateIncome,
                        .otherIncome,
                    ]
                )
            ]
        case .expenditure:
            [(.total, [.basic, .project, .paymentsToSuperior, .commercialExpenditure, .affiliateSubsidies])]
        case .generalPublicExpenditure, .governmentFund, .stateCapital: [(.total, [.basic, .project])]
        case .fiscalIncomeAndExpenditure: [(.total, [.generalPublicBudget, .governmentFund, .stateCapital])]
        case .threePublic:
            [
                (.threePublicBudget, [.abroadBudget, .vehiclesBudget, .receptionBudget]),
                (.threePublicActual, [.abroadActual, .vehiclesActual, .receptionActual]),
                (.vehiclesBudget, [.vehiclePurchaseBudget, .vehicleRunningBudget]),
                (.vehiclesActual, [.vehiclePurchaseActual, .vehicleRunningActual]),
            ]
        case .incomeAndExpenditure, .basicExpenditure: []
        }
    }

    // MARK: Columns

    /// Rows under one another: items under sections, sections under categories, categories under 合计; the two
    /// sides of a table under their totals.
    private mutating func addColumns(_ table: DisclosureTable) {
        let families = Self.families(table.rows)
        for column in 0..<(table.rows.map(\.cells.count).max() ?? 0) {
            for (whole, parts) in families where column < table.rows[whole].cells.count {
                let places = parts.filter { column < table.rows[$0].cells.count }
                if !places.isEmpty { sums.append(((whole, column), places.map { ($0, column) })) }
            }
        }
    }

    private static func families(_ rows: [TableRow]) -> [(whole: Int, parts: [Int])] {
        rows.indices.compactMap { index in
            let parts = parts(of: index, in: rows)
            return parts.isEmpty ? nil : (index, parts)
        }
    }

    private static func parts(of index: Int, in rows: [TableRow]) -> [Int] {
        let row = rows[index]
        func rowsWhere(_ isPart: (TableRow) -> Bool) -> [Int] { rows.indices.filter { isPart(rows[$0]) } }
        if let code = row.code {
            return rowsWhere { $0.code.map { $0.count == code.count + 2 && $0.opens(with: code) } ?? false }
        }
        if row.side != nil { return sideParts(of: index, in: rows) }
        if row.label == "合计" { return rowsWhere { $0.code?.count == 3 } }
        let personnel: Set<String> = ["301", "303"]
        if row.label.opens(with: "人员经费") { return rowsWhere { $0.code.map(personnel.contains) ?? false } }
        if row.label.opens(with: "公用经费") {
            return rowsWhere { $0.code.map { $0.count == 3 && !personnel.contains($0) } ?? false }
        }
        return []
    }

    private static func sideParts(of index: Int, in rows: [TableRow]) -> [Int] {
        let row = rows[index]
        if row.label.opens(with: "本年"), row.label.closes(with: "合计") {
            return rows.indices.filter { part in
                let label = Array(TableText.folded(rows[part].label.unicodeScalars).unicodeScalars)
                return rows[part].side == row.side && part < index && OutlineMark(in: label, at: 0) != nil
            }
        }
        guard row.label == "总计" else { return [] }
        let sums = ["本年", "年初", "使用非财政", "用事业基金", "年末", "结余分配"]
        return rows.indices.filter { part in
            rows[part].side == row.side && sums.contains { rows[part].label.opens(with: $0) }
        }
    }
}
