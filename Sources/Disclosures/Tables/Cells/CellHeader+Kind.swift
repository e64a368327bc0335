import OfficialForm

extension CellHeader {
    /// The table of the form that some rows without title are, told by the labels of its columns and its codes.
    static func kind(_ table: CellTable, rows: [Int]) -> TableKind? {
        let header = CellHeader(table, rows: rows)
        guard !header.body.isEmpty else { return nil }
        let leaves = header.columns.compactMap(\.labels.last)
        if header.holdsThreePublic(table) { return .threePublic }
        let hasNames = leaves.contains(.name) || leaves.contains(.code) || leaves.contains(.item)
        let amounts = leaves.compactMap { if case .role(let role) = $0 { role } else { nil } }
        guard hasNames, !amounts.isEmpty || leaves.contains(.yearExpenditure) else { return nil }
        if amounts.contains(.fiscalIncome) || amounts.contains(.superiorSubsidyIncome) { return .income }
        if amounts.contains(.paymentsToSuperior) || amounts.contains(.affiliateSubsidies) { return .expenditure }
        let codes = header.codes(table)
        // 国有资本经营预算支出 is a category of its own.
        if !codes.isEmpty, codes.allSatisfy({ $0.opens(with: "223") }) { return .stateCapital }
        if amounts.contains(.yearIncome), amounts.contains(.openingBalance) { return .governmentFund }
        if leaves.count(where: { $0 == .item || $0 == .lineNumber }) >= 2 {
            return amounts.contains(.generalPublicBudget) ? .fiscalIncomeAndExpenditure : .incomeAndExpenditure
        }
        guard leaves.contains(.code) || leaves.contains(.codePart) else { return nil }
        return codes.first?.opens(with: "3") == true ? .basicExpenditure : .generalPublicExpenditure
    }

    /// Whether the three public costs head its columns, or stand one under another in its rows.
    private func holdsThreePublic(_ table: CellTable) -> Bool {
        func isPart(_ label: HeaderLabel?) -> Bool {
            if case .threePublic = label { true } else { false }
        }
        if columns.count(where: { $0.labels.contains(where: isPart) }) >= 3 { return true }
        // With all its remarks that table has two dozen rows.
        let rows = body.prefix(40).count { row in
            table.row(row).contains { isPart(HeaderWords.label(TableText.folded($0.text.unicodeScalars))) }
        }
        return rows >= 3
    }

    /// The codes of three digits and more under the headers of codes, in order.
    private func codes(_ table: CellTable) -> [String] {
        let places = columns.indices.filter { columns[$0].labels.last == .code || columns[$0].labels.last == .codePart }
        return body.flatMap { table.row($0) }.filter { places.contains($0.column) }.map {
            TableText.folded($0.text.unicodeScalars)
        }.filter { $0.count >= 3 && $0.allSatisfy(\.isNumber) }
    }
}
