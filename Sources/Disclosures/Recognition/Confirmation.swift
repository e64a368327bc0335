import FinalAccounts

/// Tells figures that sums of the document confirm from those that only the recognition of a picture vouches for.
///
/// A digit misread breaks every sum it stands in. What no sum holds is taken out of the tables and becomes a
/// diagnostic: a doubt, not a fact.
struct Confirmation {
    /// A cell: table, row, place in the row.
    private struct Place: Hashable {
        var table: Int
        var row: Int
        var cell: Int
    }

    private let tables: [DisclosureTable]
    private var confirmed: Set<Place> = []

    init(_ tables: [DisclosureTable]) {
        self.tables = tables
        for table in tables.indices {
            confirmRows(table)
            confirmColumns(table)
        }
        confirmRepeated()
    }

    /// The tables without the recognized amounts that no sum confirms, and a diagnostic for each of those.
    func checked() -> (tables: [DisclosureTable], diagnostics: [Diagnostic]) {
        var checked = tables
        var diagnostics: [Diagnostic] = []
        for table in tables.indices {
            for row in tables[table].rows.indices {
                let line = tables[table].rows[row]
                let isPlaced = hasParents(line, in: tables[table])
                for cell in line.cells.indices {
                    guard let confidence = line.cells[cell].confidence, let amount = line.cells[cell].amount,
                        !isPlaced || !confirmed.contains(Place(table: table, row: row, cell: cell))
                    else { continue }
                    checked[table].rows[row].cells[cell].amount = nil
                    diagnostics.append(
                        Diagnostic(
                            kind: .unconfirmed, page: line.page,
                            quote: [line.code, line.label, amount.text].compactMap(\.self).joined(separator: " "),
                            message:
                                "read from a picture (\(Int(confidence * 100))% sure) and confirmed by no sum of the table \(tables[table].title)"
                        ))
                }
            }
        }
        return (checked, diagnostics)
    }

    // MARK: Rows

    private func value(_ table: Int, _ row: Int, _ cell: Int) -> Int64 {
        tables[table].rows[row].cells[cell].amount?.amount.minorUnits ?? 0
    }

    /// The parts of a total beside it: 本年支出合计 is 基本支出 and 项目支出 and the rest.
    private mutating func confirmRows(_ table: Int) {
        for row in tables[table].rows.indices {
            let cells = tables[table].rows[row].cells
            for (total, parts) in Self.sums(of: tables[table].kind) {
                guard let whole = cells.firstIndex(where: { $0.role == total }), cells[whole].amount != nil else {
                    continue
                }
                let places = cells.indices.filter { cells[$0].role.map(parts.contains) ?? false }
                confirm(
                    whole: Place(table: table, row: row, cell: whole),
                    parts: places.map { Place(table: table, row: row, cell: $0) })
            }
        }
    }

    private static func sums(of kind: TableKind) -> [(ColumnRole, Set<ColumnRole>)] {
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
    private mutating func confirmColumns(_ table: Int) {
        let rows = tables[table].rows
        for column in rows.map(\.cells.count).max().map({ 0..<$0 }) ?? 0..<0 {
            for (whole, parts) in families(rows) {
                guard column < rows[whole].cells.count else { continue }
                confirm(
                    whole: Place(table: table, row: whole, cell: column),
                    parts: parts.filter { column < rows[$0].cells.count }.map {
                        Place(table: table, row: $0, cell: column)
                    })
            }
        }
    }

    private func families(_ rows: [TableRow]) -> [(whole: Int, parts: [Int])] {
        var families: [(Int, [Int])] = []
        for (index, row) in rows.enumerated() {
            if let code = row.code {
                let parts = rows.indices.filter {
                    rows[$0].code.map { $0.count == code.count + 2 && $0.hasPrefix(code) } ?? false
                }
                families.append((index, parts))
            } else if row.label == "合计" {
                families.append((index, rows.indices.filter { rows[$0].code?.count == 3 }))
            } else if row.label.hasPrefix("人员经费") {
                families.append((index, rows.indices.filter { ["301", "303"].contains(rows[$0].code) }))
            } else if row.label.hasPrefix("公用经费") {
                families.append(
                    (
                        index,
                        rows.indices.filter {
                            rows[$0].code.map { $0.count == 3 && $0 != "301" && $0 != "303" } ?? false
                        }
                    ))
            } else if row.side != nil, row.label.hasPrefix("本年"), row.label.hasSuffix("合计") {
                let parts = rows.indices.filter {
                    rows[$0].side == row.side && $0 < index
                        && OutlineMark(in: Array(rows[$0].label.unicodeScalars), at: 0) != nil
                }
                families.append((index, parts))
            } else if row.side != nil, row.label == "总计" {
                let sums = ["本年", "年初", "使用非财政", "用事业基金", "年末", "结余分配"]
                let parts = rows.indices.filter { part in
                    rows[part].side == row.side && sums.contains { rows[part].label.hasPrefix($0) }
                }
                families.append((index, parts))
            }
        }
        return families
    }

    /// Marks a total and its parts when they agree to the last 分.
    private mutating func confirm(whole: Place, parts: [Place]) {
        let amounts = parts.map { value($0.table, $0.row, $0.cell) }
        let sum = value(whole.table, whole.row, whole.cell)
        guard sum != 0, !parts.isEmpty, amounts.reduce(0, { $0 &+ $1 }) == sum else { return }
        confirmed.insert(whole)
        confirmed.formUnion(parts)
    }

    // MARK: Repetition

    /// The same subject with the same amount in another table, or the same total, confirms both.
    private mutating func confirmRepeated() {
        var seen: [String: [Place]] = [:]
        for table in tables.indices {
            for (row, line) in tables[table].rows.enumerated() {
                for (cell, content) in line.cells.enumerated() {
                    guard let amount = content.amount, amount.amount.minorUnits != 0, let role = content.role else {
                        continue
                    }
                    let column =
                        [.amount, .total, .fiscalIncome, .yearIncome, .generalPublicBudget].contains(role)
                        ? "total" : role.rawValue
                    let name = line.code ?? FormName.bare(line.label)
                    seen["\(name) \(column) \(amount.amount.minorUnits)", default: []].append(
                        Place(table: table, row: row, cell: cell))
                }
            }
        }
        for places in seen.values where Set(places.map(\.table)).count > 1 { confirmed.formUnion(places) }
    }

    // MARK: Codes

    /// Whether the wider levels of a row's code stand in the table too; a misread code has none.
    private func hasParents(_ row: TableRow, in table: DisclosureTable) -> Bool {
        guard let code = row.code, code.count > 3 else { return true }
        let parent = String(code.dropLast(2))
        return table.rows.contains { $0.code == parent }
    }
}

/// A label without its number.
private enum FormName {
    static func bare(_ label: String) -> String {
        let scalars = Array(TableText.folded(label.unicodeScalars).unicodeScalars)
        guard let mark = OutlineMark(in: scalars, at: 0) else { return String(String.UnicodeScalarView(scalars)) }
        return String(String.UnicodeScalarView(scalars[mark.end...]))
    }
}
