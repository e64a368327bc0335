/// Makes the nine tables of some figures in some layout.
struct FormMaker {
    let figures: FormFigures
    let layout: FormLayout
    let names: SubjectNames
    private(set) var tables: [FormTable] = []

    init(_ figures: FormFigures, _ layout: FormLayout, names: SubjectNames) {
        self.figures = figures
        self.layout = layout
        self.names = names
        tables = [
            incomeAndExpenditure(), income(), expenditure(), fiscalTotals(), generalPublic(), basic(), threePublic(),
            fund("government_fund", "政府性基金预算财政拨款收入支出决算表", figures.fund, mark: "公开08表"),
            capital(),
        ]
    }

    // MARK: Cells

    /// Adds an amount's cell, and what should be read of it.
    func amount(
        _ value: Int, _ table: inout FormTable, side: String = "", code: String = "", label: String, role: String
    ) -> FormTable.Cell {
        if value == 0 {
            switch layout.zero {
            case .blank: return FormTable.Cell("", style: "amount")
            case .dash: return FormTable.Cell("-", style: "amount")
            case .zero: break
            }
        }
        let label = label.filter { !$0.isWhitespace }
        table.expected.append([table.kind, side, code, label, role, Self.wan(value)].joined(separator: ","))
        return FormTable.Cell(printed(value), style: "amount")
    }

    static func wan(_ value: Int) -> String {
        let digits = String(abs(value) % 100)
        return (value < 0 ? "-" : "") + "\(abs(value) / 100)." + (digits.count < 2 ? "0" : "") + digits
    }

    private func printed(_ value: Int) -> String {
        let text = layout.isYuan ? "\(value * 100).00" : Self.wan(value)
        guard layout.separators, let point = text.firstIndex(of: ".") else { return text }
        var digits = ""
        for (offset, digit) in text[..<point].reversed().enumerated() {
            if offset > 0, offset % 3 == 0, digit != "-" { digits.append(",") }
            digits.append(digit)
        }
        return String(digits.reversed()) + text[point...]
    }

    /// 合计 with its letters spread, as some print it.
    func spread(_ word: String) -> String {
        layout.spacedHeaders && word.count == 2 ? word.map(String.init).joined(separator: "　") : word
    }

    func name(_ code: String) -> String { names.functional[code] ?? names.economic[code] ?? code }

    /// The rows of a tree of items: categories, sections, items, each with its sums.
    func tree(_ items: [FormFigures.Item]) -> [(code: String, item: FormFigures.Item)] {
        var sums: [String: FormFigures.Item] = [:]
        for item in items {
            for length in [3, 5, 7] {
                let code = String(item.code.prefix(length))
                var sum = sums[code] ?? FormFigures.Item(code: code, basic: 0, project: 0)
                sum.basic += item.basic
                sum.project += item.project
                sums[code] = sum
            }
        }
        return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The cells of a code and a name.
    func codeCells(_ code: String) -> [FormTable.Cell] {
        let indent = layout.indents ? String(repeating: "　", count: (code.count - 3) / 2) : ""
        switch layout.codes {
        case .oneColumn: return [FormTable.Cell(code, style: "code"), FormTable.Cell(indent + name(code))]
        case .threeColumns:
            let digits = Array(code)
            let parts = [
                String(digits[0..<3]), digits.count > 3 ? String(digits[3..<5]) : "",
                digits.count > 5 ? String(digits[5..<7]) : "",
            ]
            return parts.map { FormTable.Cell($0, style: "code") } + [FormTable.Cell(indent + name(code))]
        }
    }

    var codeColumns: Int { layout.codes == .oneColumn ? 1 : 3 }

    /// The header cells over code and name, as many rows as the header has.
    func codeHeader(rows: Int) -> [[FormTable.Cell]] {
        let codeWords = layout.headerStyle == 0 ? "功能分类科目编码" : layout.headerStyle == 1 ? "科目编码" : "支出功能分类科目编码"
        switch (layout.codes, layout.headerStyle) {
        case (.threeColumns, _):
            let parts = ["类", "款", "项"].map { FormTable.Cell.head($0) }
            guard rows > 1 else { return [parts + [.head("科目名称")]] }
            var header: [[FormTable.Cell]] = [
                [.head(codeWords, columns: 3, rows: rows - 1), .head("科目名称", rows: rows)]
            ]
            header += Array(repeating: [], count: max(0, rows - 2))
            header.append(parts)
            return header
        case (.oneColumn, 2) where rows > 1: return [[.head(codeWords, rows: rows), .head("科目名称", rows: rows)]]
        case (.oneColumn, _) where rows > 1:
            return [[.head("项目", columns: 2)], [.head(codeWords, rows: rows - 1), .head("科目名称", rows: rows - 1)]]
        default: return [[.head(codeWords), .head("科目名称")]]
        }
    }

    /// 栏次 1 2 3 over the body, and 合计 with its sums.
    func columnNumberRow(_ count: Int, reach: Int) -> [FormTable.Cell] {
        [.head("栏次", columns: reach)] + (1...count).map { .head(String($0)) }
    }

    // MARK: Tables of subjects

    /// Joins the header over codes with the rest of the header.
    func joined(_ left: [[FormTable.Cell]], _ right: [[FormTable.Cell]]) -> [[FormTable.Cell]] {
        (0..<max(left.count, right.count)).map { row in
            (row < left.count ? left[row] : []) + (row < right.count ? right[row] : [])
        }
    }

    private func income() -> FormTable {
        let titles = ["收入决算表", "二、收入决算表", "\(figures.year)年度收入决算表", "部门收入决算表"]
        var table = FormTable(kind: "income", title: titles[layout.titleStyle], mark: "公开02表")
        let columns = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
        let roles = [
            "total", "fiscal_income", "superior_subsidy_income", "business_income", "commercial_income",
            "affiliate_income",
            "other_income",
        ]
        let tiers = layout.codes == .threeColumns || layout.headerStyle < 2 ? 2 : 1
        table.header = joined(codeHeader(rows: tiers), [columns.map { .head($0, rows: tiers) }])
        if layout.columnNumbers { table.header.append(columnNumberRow(7, reach: codeColumns + 1)) }
        let ownItem = figures.own.first?.code ?? ""
        func values(_ code: String, _ total: Int) -> [Int] {
            let isOwn = !ownItem.isEmpty && ownItem.hasPrefix(code)
            let (business, other) = isOwn ? (figures.businessIncome, figures.otherIncome) : (0, 0)
            return [total, total - business - other, 0, business, 0, 0, other]
        }
        let sums = zip(values("", FormFigures.total(figures.all)), roles)
        table.rows.append(
            [FormTable.Cell(spread("合计"), columns: codeColumns + 1, style: "head")]
                + sums.map { amount($0, &table, label: "合计", role: $1) })
        for (code, item) in tree(figures.all) {
            var row = codeCells(code)
            for (value, role) in zip(values(code, item.total), roles) {
                row.append(amount(value, &table, code: code, label: name(code), role: role))
            }
            table.rows.append(row)
        }
        return table
    }

    private func expenditure() -> FormTable {
        let titles = ["支出决算表", "三、支出决算表", "\(figures.year)年度支出决算表", "部门支出决算表"]
        var table = FormTable(kind: "expenditure", title: titles[layout.titleStyle], mark: "公开03表")
        let columns = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
        let tiers = layout.codes == .threeColumns || layout.headerStyle < 2 ? 2 : 1
        table.header = joined(codeHeader(rows: tiers), [columns.map { .head($0, rows: tiers) }])
        if layout.columnNumbers { table.header.append(columnNumberRow(6, reach: codeColumns + 1)) }
        fillSpending(&table, figures.all, blanks: 3)
        return table
    }

    /// 合计 and the tree of items with total, basic and project.
    func fillSpending(_ table: inout FormTable, _ items: [FormFigures.Item], blanks: Int, sumLast: Bool = false) {
        let blank = Array(repeating: FormTable.Cell("", style: "amount"), count: blanks)
        let basic = items.reduce(0) { $0 + $1.basic }
        let project = items.reduce(0) { $0 + $1.project }
        func cells(_ values: [Int], _ code: String, _ label: String) -> [FormTable.Cell] {
            zip(values, ["total", "basic", "project"]).map {
                amount($0, &table, code: code, label: label, role: $1)
            } + blank
        }
        let sum =
            [FormTable.Cell(spread("合计"), columns: codeColumns + 1, style: "head")]
            + cells([basic + project, basic, project], "", "合计")
        if !sumLast { table.rows.append(sum) }
        for (code, item) in tree(items) {
            table.rows.append(codeCells(code) + cells([item.total, item.basic, item.project], code, name(code)))
        }
        if sumLast { table.rows.append(sum) }
    }

    private func generalPublic() -> FormTable {
        let titles = [
            "一般公共预算财政拨款支出决算表", "五、一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算表（按功能分类）", "\(figures.year)年度一般公共预算财政拨款支出决算表",
        ]
        var table = FormTable(kind: "general_public_expenditure", title: titles[layout.titleStyle], mark: "公开05表")
        if layout.headerStyle == 2 {
            table.header = joined(
                codeHeader(rows: 2),
                [[.head("本年支出", columns: 3)], [.head(spread("合计")), .head("基本支出"), .head("项目支出")]])
        } else {
            table.header = joined(
                codeHeader(rows: 2),
                [
                    [
                        .head(layout.headerStyle == 0 ? spread("合计") : "本年支出合计", rows: 2), .head("基本支出", rows: 2),
                        .head("项目支出", rows: 2),
                    ]
                ])
        }
        if layout.columnNumbers { table.header.append(columnNumberRow(3, reach: codeColumns + 1)) }
        fillSpending(&table, figures.general, blanks: 0, sumLast: !layout.columnNumbers && layout.namesTop)
        return table
    }

    private func capital() -> FormTable {
        if layout.headerStyle == 1 {
            return fund("state_capital", "国有资本经营预算财政拨款收入支出决算表", figures.capital, mark: "公开09表")
        }
        var table = FormTable(kind: "state_capital", title: "国有资本经营预算财政拨款支出决算表", mark: "公开09表")
        table.header = joined(
            codeHeader(rows: 2), [[.head("本年支出", columns: 3)], [.head(spread("合计")), .head("基本支出"), .head("项目支出")]])
        if figures.capital.isEmpty { return empty(table, columns: 3, "国有资本经营预算财政拨款") }
        fillSpending(&table, figures.capital, blanks: 0)
        return table
    }

    func empty(_ table: FormTable, columns: Int, _ what: String) -> FormTable {
        var table = table
        let cells = codeColumns + 1 + columns
        table.rows.append(
            [FormTable.Cell(spread("合计"), columns: codeColumns + 1, style: "head")]
                + Array(repeating: FormTable.Cell("", style: "amount"), count: columns))
        table.rows.append(Array(repeating: FormTable.Cell(""), count: cells))
        table.notes = [
            "注：本表反映\(what)收入、支出及结转和结余情况。\(figures.unit)\(figures.year)年度没有\(what)收入和支出，故本表无数据。"
        ]
        return table
    }

    private func fund(_ kind: String, _ title: String, _ items: [FormFigures.Item], mark: String) -> FormTable {
        var table = FormTable(kind: kind, title: title, mark: mark)
        let part = layout.headerStyle == 0 ? "小计" : spread("合计")
        table.header = joined(
            codeHeader(rows: 2),
            [
                [
                    .head("年初结转和结余", rows: 2), .head("本年收入", rows: 2), .head("本年支出", columns: 3),
                    .head("年末结转和结余", rows: 2),
                ],
                [.head(part), .head("基本支出"), .head("项目支出")],
            ])
        if layout.columnNumbers { table.header.append(columnNumberRow(6, reach: codeColumns + 1)) }
        if items.isEmpty { return empty(table, columns: 6, String(title.prefix(kind == "state_capital" ? 12 : 11))) }
        let roles = ["opening_balance", "year_income", "total", "basic", "project", "closing_balance"]
        func cells(_ item: FormFigures.Item, _ code: String, _ label: String) -> [FormTable.Cell] {
            zip([0, item.total, item.total, item.basic, item.project, 0], roles).map {
                amount($0, &table, code: code, label: label, role: $1)
            }
        }
        let sum = FormFigures.Item(
            code: "", basic: items.reduce(0) { $0 + $1.basic }, project: items.reduce(0) { $0 + $1.project })
        table.rows.append(
            [FormTable.Cell(spread("合计"), columns: codeColumns + 1, style: "head")] + cells(sum, "", "合计"))
        for (code, item) in tree(items) { table.rows.append(codeCells(code) + cells(item, code, name(code))) }
        return table
    }
}
