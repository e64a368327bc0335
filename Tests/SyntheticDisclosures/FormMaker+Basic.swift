extension FormMaker {
    func basic() -> FormTable {
        let titles = [
            "一般公共预算财政拨款基本支出决算表", "六、一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算表",
        ]
        let table = FormTable(kind: "basic_expenditure", title: titles[layout.titleStyle], mark: "公开06表")
        switch layout.basicForm {
        case .sideBySide(let groups): return sideBySide(table, groups: groups)
        case .oneList: return oneList(table)
        }
    }

    private func economicTree() -> [(code: String, amount: Int)] {
        var sums: [String: Int] = [:]
        for subject in figures.economic {
            sums[subject.code, default: 0] += subject.amount
            sums[String(subject.code.prefix(3)), default: 0] += subject.amount
        }
        return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func isPersonnel(_ code: String) -> Bool { code.hasPrefix("301") || code.hasPrefix("303") }

    private func sideBySide(_ table: FormTable, groups: Int) -> FormTable {
        var table = table
        let rows = economicTree()
        let personnel = rows.filter { Self.isPersonnel($0.code) }
        let operating = rows.filter { !Self.isPersonnel($0.code) }
        var columns = [personnel]
        if groups == 2 {
            columns.append(operating)
        } else {
            let half = (operating.count + 1) / 2
            columns += [Array(operating.prefix(half)), Array(operating.dropFirst(half))]
        }
        let words = layout.headerStyle == 1 ? ["科目编码", "科目名称", "决算数"] : ["经济分类科目编码", "科目名称", "金额"]
        if groups == 3 { table.header.append([.head("人员经费", columns: 3), .head("公用经费", columns: 6)]) }
        table.header.append((0..<groups).flatMap { _ in words.map { FormTable.Cell.head($0) } })
        for row in 0..<(columns.map(\.count).max() ?? 0) {
            var cells: [FormTable.Cell] = []
            for column in columns {
                guard row < column.count else {
                    cells += [
                        FormTable.Cell("", style: "code"), FormTable.Cell(""), FormTable.Cell("", style: "amount"),
                    ]
                    continue
                }
                let (code, value) = column[row]
                cells += [FormTable.Cell(code, style: "code"), FormTable.Cell(name(code))]
                cells.append(amount(value, &table, code: code, label: name(code), role: "amount"))
            }
            table.rows.append(cells)
        }
        let sums = [personnel, operating].map { part in
            part.filter { $0.code.count == 3 }.reduce(0) { $0 + $1.amount }
        }
        let reach = groups == 2 ? [2, 2] : [2, 5]
        table.rows.append(
            zip(zip(["人员经费合计", "公用经费合计"], sums), reach).flatMap { part, reach in
                [
                    FormTable.Cell(part.0, columns: reach, style: "head"),
                    amount(part.1, &table, label: part.0, role: "amount"),
                ]
            })
        return table
    }

    private func oneList(_ table: FormTable) -> FormTable {
        var table = table
        table.header = [
            [.head("经济分类科目编码", rows: 2), .head("科目名称", rows: 2), .head("本年决算", columns: 3)],
            [.head(spread("合计")), .head("人员经费"), .head("公用经费")],
        ]
        func cells(_ value: Int, personnel: Int, _ code: String, _ label: String) -> [FormTable.Cell] {
            zip([value, personnel, value - personnel], ["total", "", ""]).map {
                amount($0, &table, code: code, label: label, role: $1)
            }
        }
        let rows = economicTree()
        let personnel = figures.economic.filter { Self.isPersonnel($0.code) }.reduce(0) { $0 + $1.amount }
        let total = figures.economic.reduce(0) { $0 + $1.amount }
        table.rows.append(
            [FormTable.Cell(spread("合计"), columns: 2, style: "head")] + cells(total, personnel: personnel, "", "合计"))
        for (code, value) in rows {
            table.rows.append(
                [FormTable.Cell(code, style: "code"), FormTable.Cell(name(code))]
                    + cells(value, personnel: Self.isPersonnel(code) ? value : 0, code, name(code)))
        }
        return table
    }

    // MARK: Three public costs

    func threePublic() -> FormTable {
        let titles = ["财政拨款“三公”经费支出决算表", "七、财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费公共预算财政拨款支出决算表"]
        var table = FormTable(kind: "three_public", title: titles[layout.titleStyle], mark: "公开07表")
        let parts = figures.threePublic
        let vehicles = (budget: parts[1].budget + parts[2].budget, actual: parts[1].actual + parts[2].actual)
        let total = (
            budget: parts[0].budget + vehicles.budget + parts[3].budget,
            actual: parts[0].actual + vehicles.actual + parts[3].actual
        )
        let all = [total, parts[0], vehicles, parts[1], parts[2], parts[3]]
        let roles = ["three_public", "abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception"]
        switch layout.threePublicForm {
        case .list: list(&table, all, roles)
        case .pairs: pairs(&table, all, roles)
        case .halves: halves(&table, all, roles)
        }
        return table
    }

    private func list(_ table: inout FormTable, _ values: [(budget: Int, actual: Int)], _ roles: [String]) {
        table.header = [[.head(spread("项目")), .head("预算数"), .head("决算数")]]
        let labels = ["合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费"]
        for ((label, value), role) in zip(zip(labels, values), roles) {
            table.rows.append([
                FormTable.Cell(label), amount(value.budget, &table, label: "合计", role: role + "_budget"),
                amount(value.actual, &table, label: "合计", role: role + "_actual"),
            ])
        }
    }

    private func pairs(_ table: inout FormTable, _ values: [(budget: Int, actual: Int)], _ roles: [String]) {
        table.header = [
            [
                .head(spread("合计"), columns: 2, rows: 2), .head("因公出国（境）费", columns: 2, rows: 2),
                .head("公务用车购置及运行维护费", columns: 6), .head("公务接待费", columns: 2, rows: 2),
            ],
            [.head(spread("小计"), columns: 2), .head("公务用车购置费", columns: 2), .head("公务用车运行维护费", columns: 2)],
            (0..<6).flatMap { _ in [FormTable.Cell.head("预算数"), .head("决算数")] },
        ]
        var row: [FormTable.Cell] = []
        for (value, role) in zip(values, roles) {
            row.append(amount(value.budget, &table, label: "合计", role: role + "_budget"))
            row.append(amount(value.actual, &table, label: "合计", role: role + "_actual"))
        }
        table.rows.append(row)
    }

    private func halves(_ table: inout FormTable, _ values: [(budget: Int, actual: Int)], _ roles: [String]) {
        func half() -> [[FormTable.Cell]] {
            [
                [
                    .head(spread("合计"), rows: 2), .head("因公出国（境）费", rows: 2), .head("公务用车购置及运行维护费", columns: 3),
                    .head("公务接待费", rows: 2),
                ], [.head(spread("小计")), .head("公务用车购置费"), .head("公务用车运行维护费")],
            ]
        }
        table.header =
            [[.head("预算数", columns: 6), .head("决算数", columns: 6)]]
            + joined(half(), half())
        if layout.columnNumbers { table.header.append((1...12).map { .head(String($0)) }) }
        table.rows.append(
            zip(values, roles).map { amount($0.budget, &table, label: "合计", role: $1 + "_budget") }
                + zip(values, roles).map { amount($0.actual, &table, label: "合计", role: $1 + "_actual") })
    }
}
