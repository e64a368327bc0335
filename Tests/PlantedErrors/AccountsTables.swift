import Disclosures
import FinalAccounts
import OfficialForm

/// Lays accounts out in the nine tables of the official form.
struct AccountsTables {
    typealias Fen = DrawnAccounts.Fen
    typealias HeaderCell = SyntheticTable.HeaderCell
    typealias Column = SyntheticTable.Column

    let accounts: DrawnAccounts
    /// The functional categories of the year, by code.
    let categories: [(code: String, name: String)]
    /// Whether empty cells are printed as 0.00.
    let printsZeros: Bool

    func tables() -> [SyntheticTable] {
        [
            overall(), income(), expenditure(), fiscal(), generalPublic(), basic(), threePublic(),
            fund(.governmentFund, .governmentFund, "政府性基金预算财政拨款收入支出决算表", "政府性基金预算"),
            fund(.stateCapital, .stateCapital, "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算"),
        ]
    }

    // MARK: Cells

    /// 万元 with two decimals, halves away from zero; blank for nothing.
    static func text(_ fen: Fen) -> String { Amount(minorUnits: fen).formatted(unit: .wan, decimals: 2) }

    private func cell(_ fen: Fen) -> String { fen == 0 ? (printsZeros ? "0.00" : "") : Self.text(fen) }
    private func side(_ fen: Fen) -> String { fen == 0 ? "" : Self.text(fen) }

    /// Rows of items with those of their sections and categories above them, and the total first.
    private func rows(
        of lines: [DrawnAccounts.Line], _ values: (DrawnAccounts.Line) -> [Fen]
    ) -> [[String]] {
        func sum(_ some: [DrawnAccounts.Line]) -> [String] {
            let cells = some.map(values)
            guard let first = cells.first else { return [] }
            return first.indices.map { column in cell(cells.reduce(0) { $0 + $1[column] }) }
        }
        var rows = [["", "合计"] + sum(lines)]
        for category in Set(lines.map { String($0.code.prefix(3)) }).sorted() {
            let inCategory = lines.filter { $0.code.hasPrefix(category) }
            rows.append([category, inCategory[0].names[0]] + sum(inCategory))
            for section in Set(inCategory.map { String($0.code.prefix(5)) }).sorted() {
                let inSection = inCategory.filter { $0.code.hasPrefix(section) }
                rows.append([section, inSection[0].names[1]] + sum(inSection))
                rows += inSection.map { [$0.code, $0.names[2]] + sum([$0]) }
            }
        }
        return rows
    }

    // MARK: Two-sided tables

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    private static func numeral(_ number: Int) -> String {
        let (tens, ones) = (number / 10, number % 10)
        let first = tens == 0 ? "" : (tens == 1 ? "" : numerals[tens - 1]) + "十"
        return first + (ones == 0 ? "" : numerals[ones - 1])
    }

    private func categoryRows(_ amounts: (String) -> [Fen]) -> [[String]] {
        categories.enumerated().map { index, category in
            ["\(Self.numeral(index + 1))、\(category.name)"] + amounts(category.code).map(side)
        }
    }

    /// Both sides beside one another, the shorter filled up with blanks above its totals.
    private func joined(_ left: [[String]], _ right: [[String]], _ totals: [[String]]) -> [[String]] {
        let (wide, other) = (left[0].count, right[0].count)
        return (0..<max(left.count, right.count)).map { index in
            (index < left.count ? left[index] : Array(repeating: "", count: wide))
                + (index < right.count ? right[index] : Array(repeating: "", count: other))
        } + totals
    }

    private func overall() -> SyntheticTable {
        let left = [
            ("一、一般公共预算财政拨款收入", accounts.income(.generalPublicBudget)),
            ("二、政府性基金预算财政拨款收入", accounts.income(.governmentFund)),
            ("三、国有资本经营预算财政拨款收入", accounts.income(.stateCapital)), ("四、上级补助收入", 0), ("五、事业收入", accounts.business),
            ("六、经营收入", 0), ("七、附属单位上缴收入", 0), ("八、其他收入", accounts.otherIncome),
        ].map { [$0.0, side($0.1)] }
        let right = categoryRows { code in
            [accounts.lines.filter { $0.code.hasPrefix(code) }.reduce(0) { $0 + $1.actual + $1.extra }]
        }
        let totals = [
            ["本年收入合计", side(accounts.yearIncome), "本年支出合计", side(accounts.yearExpenditure)],
            ["使用非财政拨款结余", "", "结余分配", ""],
            ["年初结转和结余", side(accounts.opening), "年末结转和结余", side(accounts.closing)],
            ["总计", side(accounts.total), "总计", side(accounts.yearExpenditure + accounts.closing)],
        ]
        return SyntheticTable(
            kind: .incomeAndExpenditure, title: "收入支出决算总表", isLandscape: false,
            columns: [
                Column(width: 170, alignment: .left), Column(width: 75, alignment: .right),
                Column(width: 170, alignment: .left), Column(width: 75, alignment: .right),
            ],
            header: [
                HeaderCell("收入", 0..<2, 0..<1), HeaderCell("支出", 2..<4, 0..<1), HeaderCell("项目", 0..<1, 1..<2),
                HeaderCell("决算数", 1..<2, 1..<2), HeaderCell("项目", 2..<3, 1..<2), HeaderCell("决算数", 3..<4, 1..<2),
            ], rows: joined(left, right, totals), notes: ["注：本表反映部门本年度的总收支和年末结转结余情况。"])
    }

    private func fiscal() -> SyntheticTable {
        let funds = Fund.allCases
        let left = zip(["一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款"], funds).map {
            [$0, side(accounts.income($1))]
        }
        func across(_ amount: (Fund) -> Fen) -> [String] {
            let parts = funds.map(amount)
            return ([parts.reduce(0, +)] + parts).map(side)
        }
        let right = categoryRows { code in
            let parts = funds.map { fund in
                accounts.lines(of: fund).filter { $0.code.hasPrefix(code) }.reduce(0) { $0 + $1.actual }
            }
            return [parts.reduce(0, +)] + parts
        }
        let blank = ["", "", "", "", ""]
        let totals = [
            ["本年收入合计", side(accounts.fiscalIncome), "本年支出合计"] + across { accounts.spent($0) },
            ["年初财政拨款结转和结余", side(accounts.opening), "年末财政拨款结转和结余"] + across { accounts.closing($0) },
            ["一、一般公共预算财政拨款", side(accounts.opening(.generalPublicBudget))] + blank,
            ["二、政府性基金预算财政拨款", side(accounts.opening(.governmentFund))] + blank,
            ["三、国有资本经营预算财政拨款", side(accounts.opening(.stateCapital))] + blank,
            ["总计", side(accounts.fiscalIncome + accounts.opening), "总计"]
                + across { accounts.spent($0) + accounts.closing($0) },
        ]
        let amount = Column(width: 75, alignment: .right)
        return SyntheticTable(
            kind: .fiscalIncomeAndExpenditure, title: "财政拨款收入支出决算总表", isLandscape: true,
            columns: [
                Column(width: 165, alignment: .left), amount, Column(width: 180, alignment: .left), amount, amount,
                amount,
                amount,
            ],
            header: [
                HeaderCell("收入", 0..<2, 0..<1), HeaderCell("支出", 2..<7, 0..<1), HeaderCell("项目", 0..<1, 1..<2),
                HeaderCell("决算数", 1..<2, 1..<2), HeaderCell("项目", 2..<3, 1..<2), HeaderCell("合计", 3..<4, 1..<2),
                HeaderCell("一般公共\n预算财政\n拨款", 4..<5, 1..<2), HeaderCell("政府性基\n金预算财\n政拨款", 5..<6, 1..<2),
                HeaderCell("国有资本\n经营预算\n财政拨款", 6..<7, 1..<2),
            ], rows: joined(left, right, totals), notes: ["注：本表反映部门本年度财政拨款总收支和结转结余情况。"])
    }

    // MARK: Tables of subjects

    private func subjectTable(
        _ kind: TableKind, _ title: String, amounts: [String], rows: [[String]], note: String
    ) -> SyntheticTable {
        let wide = amounts.count > 4
        return SyntheticTable(
            kind: kind, title: title, isLandscape: wide,
            columns: [Column(width: 62, alignment: .left), Column(width: wide ? 160 : 180, alignment: .left)]
                + amounts.map { _ in Column(width: wide ? 73 : 80, alignment: .right) },
            header: [
                HeaderCell("项目", 0..<2, 0..<1), HeaderCell("功能分类\n科目编码", 0..<1, 1..<2),
                HeaderCell("科目名称", 1..<2, 1..<2),
            ] + amounts.enumerated().map { HeaderCell($1, ($0 + 2)..<($0 + 3), 0..<2) }, rows: rows, notes: [note])
    }

    private func income() -> SyntheticTable {
        let rows = rows(of: accounts.lines) { line in
            [line.income + line.business + line.other, line.income, 0, line.business, 0, 0, line.other]
        }
        return subjectTable(
            .income, "收入决算表",
            amounts: ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位\n上缴收入", "其他收入"],
            rows: rows, note: "注：本表反映部门本年度取得的各项收入情况。")
    }

    private func expenditure() -> SyntheticTable {
        subjectTable(
            .expenditure, "支出决算表",
            amounts: ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补\n助支出"],
            rows: rows(of: accounts.lines) { [$0.actual + $0.extra, $0.basic, $0.project + $0.extra, 0, 0, 0] },
            note: "注：本表反映部门本年度各项支出情况。")
    }

    private func generalPublic() -> SyntheticTable {
        subjectTable(
            .generalPublicExpenditure, "一般公共预算财政拨款支出决算表", amounts: ["合计", "基本支出", "项目支出"],
            rows: rows(of: accounts.lines(of: .generalPublicBudget)) { [$0.actual, $0.basic, $0.project] },
            note: "注：本表反映部门本年度一般公共预算财政拨款支出情况。")
    }

    private func fund(_ fund: Fund, _ kind: TableKind, _ title: String, _ name: String) -> SyntheticTable {
        let lines = accounts.lines(of: fund)
        let amount = Column(width: 78, alignment: .right)
        var table = SyntheticTable(
            kind: kind, title: title, isLandscape: true,
            columns: [Column(width: 62, alignment: .left), Column(width: 190, alignment: .left)]
                + Array(repeating: amount, count: 6),
            header: [
                HeaderCell("项目", 0..<2, 0..<1), HeaderCell("功能分类\n科目编码", 0..<1, 1..<2),
                HeaderCell("科目名称", 1..<2, 1..<2),
                HeaderCell("年初结转和\n结余", 2..<3, 0..<2), HeaderCell("本年收入", 3..<4, 0..<2),
                HeaderCell("本年支出", 4..<7, 0..<1),
                HeaderCell("合计", 4..<5, 1..<2), HeaderCell("基本支出", 5..<6, 1..<2), HeaderCell("项目支出", 6..<7, 1..<2),
                HeaderCell("年末结转和\n结余", 7..<8, 0..<2),
            ],
            rows: lines.isEmpty
                ? [["", "合计", "", "", "", "", "", ""]]
                : rows(of: lines) { [$0.opening, $0.income, $0.actual, $0.basic, $0.project, $0.closing] },
            notes: ["注：本表反映部门本年度\(name)财政拨款收入、支出及结转和结余情况。"])
        if lines.isEmpty { table.notes.append("说明：\(accounts.unit)本年度没有\(name)财政拨款收入和支出，故本表无数据。") }
        return table
    }

    // MARK: Basic expenditure, public costs

    private func basic() -> SyntheticTable {
        func rows(_ codes: [(String, String)]) -> [[String]] {
            codes.flatMap { code, name -> [[String]] in
                let costs = accounts.economic.filter { $0.code.hasPrefix(code) }
                let sum = costs.reduce(0) { $0 + $1.amount }
                let own = costs.map { cost -> [String] in [cost.code, cost.name, cell(cost.amount)] }
                return [[code, name, Self.text(sum)]] + own
            }
        }
        let left = rows([("301", "工资福利支出"), ("303", "对个人和家庭的补助")])
        let right = rows([("302", "商品和服务支出")])
        let totals = [["", "人员经费合计", Self.text(accounts.personnel), "", "公用经费合计", Self.text(accounts.operating)]]
        let (code, name, amount) = (
            Column(width: 55, alignment: .left), Column(width: 125, alignment: .left),
            Column(width: 65, alignment: .right)
        )
        var header: [HeaderCell] = []
        for start in [0, 3] {
            header.append(HeaderCell("经济分类\n科目编码", start..<start + 1, 0..<1))
            header.append(HeaderCell("科目名称", start + 1..<start + 2, 0..<1))
            header.append(HeaderCell("决算数", start + 2..<start + 3, 0..<1))
        }
        return SyntheticTable(
            kind: .basicExpenditure, title: "一般公共预算财政拨款基本支出决算表", isLandscape: false,
            columns: [code, name, amount, code, name, amount], header: header, rows: joined(left, right, totals),
            notes: ["注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"])
    }

    private func threePublic() -> SyntheticTable {
        let costs = [
            accounts.threePublic, accounts.abroad, accounts.vehicles, accounts.purchase, accounts.running,
            accounts.reception,
        ]
        let row = costs.flatMap { [Self.text($0.budget), Self.text($0.actual)] }
        var ends: [HeaderCell] = []
        for index in costs.indices {
            ends.append(HeaderCell("预算数", index * 2..<index * 2 + 1, 3..<4))
            ends.append(HeaderCell("决算数", index * 2 + 1..<index * 2 + 2, 3..<4))
        }
        return SyntheticTable(
            kind: .threePublic, title: "财政拨款“三公”经费支出决算表", isLandscape: true,
            columns: Array(repeating: Column(width: 61, alignment: .right), count: 12),
            header: [
                HeaderCell("财政拨款“三公”经费", 0..<12, 0..<1), HeaderCell("合计", 0..<2, 1..<3),
                HeaderCell("因公出国\n（境）费", 2..<4, 1..<3),
                HeaderCell("公务用车购置及运行维护费", 4..<10, 1..<2), HeaderCell("公务接待费", 10..<12, 1..<3),
                HeaderCell("小计", 4..<6, 2..<3),
                HeaderCell("公务用车\n购置费", 6..<8, 2..<3), HeaderCell("公务用车\n运行维护费", 8..<10, 2..<3),
            ] + ends, rows: [row], notes: ["注：本表反映部门本年度“三公”经费支出预决算情况。"])
    }
}
