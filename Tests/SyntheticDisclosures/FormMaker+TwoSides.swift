extension FormMaker {
    /// The numbered names of the form: 一、, 二、, …
    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        if number < 10 { return digits[number] }
        return (number >= 20 ? digits[number / 10] : "") + "十" + digits[number % 10]
    }

    private static let categories = [
        "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217",
        "219", "220", "221", "222", "223", "224", "229", "231", "232", "233", "234",
    ]

    /// One side of a two-sided table: labels with their amounts.
    struct Entry {
        var label: String
        var values: [Int]
    }

    /// Spending by category, numbered as the form numbers it.
    private func spending(_ items: [[FormFigures.Item]]) -> [Entry] {
        Self.categories.enumerated().compactMap { index, category in
            let parts = items.map { part in FormFigures.total(part.filter { $0.code.hasPrefix(category) }) }
            if !layout.allCategories, parts.allSatisfy({ $0 == 0 }) { return nil }
            let values = items.count == 1 ? parts : [parts.reduce(0, +)] + parts
            return Entry(label: "\(Self.numeral(index + 1))、\(name(category))", values: values)
        }
    }

    /// Prints both sides beside one another.
    private func fill(
        _ table: inout FormTable, _ left: [Entry], _ right: [Entry], ends: [(Entry, Entry)], roles: [String]
    ) {
        var line = 0
        func side(_ entry: Entry?, _ side: String, roles: [String], number: Int) -> [FormTable.Cell] {
            let numbers = layout.lineNumbers ? [FormTable.Cell(entry == nil ? "" : String(number), style: "code")] : []
            guard let entry else {
                return [FormTable.Cell("")] + numbers + roles.map { _ in FormTable.Cell("", style: "amount") }
            }
            var cells = [FormTable.Cell(entry.label)] + numbers
            for (value, role) in zip(entry.values, roles) {
                cells.append(amount(value, &table, side: side, label: entry.label, role: role))
            }
            return cells
        }
        let body = max(left.count, right.count)
        let count = body + ends.count
        for row in 0..<body {
            line += 1
            table.rows.append(
                side(row < left.count ? left[row] : nil, "income", roles: ["amount"], number: line)
                    + side(row < right.count ? right[row] : nil, "expenditure", roles: roles, number: line + count))
        }
        for (first, second) in ends {
            line += 1
            table.rows.append(
                side(first.label.isEmpty ? nil : first, "income", roles: ["amount"], number: line)
                    + side(second.label.isEmpty ? nil : second, "expenditure", roles: roles, number: line + count))
        }
    }

    func incomeAndExpenditure() -> FormTable {
        let titles = ["收入支出决算总表", "一、收入支出决算总表", "\(figures.year)年度收入支出决算总表", "部门收支决算总表"]
        var table = FormTable(kind: "income_and_expenditure", title: titles[layout.titleStyle], mark: "公开01表")
        let numbers = layout.lineNumbers ? 1 : 0
        table.header = [
            [.head(spread("收入"), columns: 2 + numbers), .head(spread("支出"), columns: 2 + numbers)],
            [.head(spread("项目"))] + (numbers == 1 ? [.head("行次")] : []) + [.head("决算数"), .head(spread("项目"))]
                + (numbers == 1 ? [.head("行次")] : []) + [.head("决算数")],
        ]
        let left = [
            ("一般公共预算财政拨款收入", FormFigures.total(figures.general)), ("政府性基金预算财政拨款收入", FormFigures.total(figures.fund)),
            ("国有资本经营预算财政拨款收入", FormFigures.total(figures.capital)), ("上级补助收入", 0), ("事业收入", figures.businessIncome),
            ("经营收入", 0), ("附属单位上缴收入", 0), ("其他收入", figures.otherIncome),
        ].enumerated().map { Entry(label: "\(Self.numeral($0 + 1))、\($1.0)", values: [$1.1]) }
        let spent = FormFigures.total(figures.all)
        fill(
            &table, left, spending([figures.all]),
            ends: [
                (Entry(label: "本年收入合计", values: [figures.income]), Entry(label: "本年支出合计", values: [spent])),
                (Entry(label: "使用非财政拨款结余", values: [0]), Entry(label: "结余分配", values: [0])),
                (
                    Entry(label: "年初结转和结余", values: [figures.opening]),
                    Entry(label: "年末结转和结余", values: [figures.opening])
                ),
                (
                    Entry(label: "总计", values: [figures.income + figures.opening]),
                    Entry(label: "总计", values: [spent + figures.opening])
                ),
            ], roles: ["amount"])
        table.notes = ["注：本表反映部门本年度的总收支和年末结转结余情况。"]
        return table
    }

    func fiscalTotals() -> FormTable {
        let titles = ["财政拨款收入支出决算总表", "四、财政拨款收入支出决算总表", "\(figures.year)年度财政拨款收入支出决算总表", "财政拨款收支决算总表"]
        var table = FormTable(kind: "fiscal_income_and_expenditure", title: titles[layout.titleStyle], mark: "公开04表")
        let line: [FormTable.Cell] = layout.lineNumbers ? [.head("行次")] : []
        let parts = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].map { FormTable.Cell.head($0) }
        table.header = [
            [.head(spread("收入"), columns: 2 + line.count), .head(spread("支出"), columns: 5 + line.count)],
            [.head(spread("项目"))] + line + [.head(layout.headerStyle == 0 ? "金额" : "决算数"), .head(spread("项目"))] + line
                + [.head(spread("合计"))] + parts,
        ]
        let funds = [figures.general, figures.fund, figures.capital]
        let sums = funds.map { FormFigures.total($0) }
        let left = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].enumerated().map {
            Entry(label: "\(Self.numeral($0 + 1))、\($1)", values: [sums[$0]])
        }
        let all = [figures.fiscal] + sums
        let none = Entry(label: "", values: [])
        fill(
            &table, left, spending(funds),
            ends: [
                (Entry(label: "本年收入合计", values: [figures.fiscal]), Entry(label: "本年支出合计", values: all)),
                (Entry(label: "年初财政拨款结转和结余", values: [0]), Entry(label: "年末财政拨款结转和结余", values: [0, 0, 0, 0])),
                (Entry(label: "一、一般公共预算财政拨款", values: [0]), none), (Entry(label: "二、政府性基金预算财政拨款", values: [0]), none),
                (Entry(label: "三、国有资本经营预算财政拨款", values: [0]), none),
                (Entry(label: "总计", values: [figures.fiscal]), Entry(label: "总计", values: all)),
            ], roles: ["total", "general_public_budget", "government_fund", "state_capital"])
        return table
    }
}
