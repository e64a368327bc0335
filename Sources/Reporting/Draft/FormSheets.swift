import Budgeting
import FinalAccounts
import Interchange
import OfficialForm
import Platform

/// The tables of the budget form beside the working sheet: every amount is a formula on the working sheet, and what the accounts
/// do not tell (other income, the part of pay) is a yellow cell to be filled in.
struct FormSheets {
    let draft: BudgetDraft
    let language: Language
    /// What was stated of this year beside its lines: the “三公” costs, pay and running costs, economic classes.
    let stated: [StatedFigure]

    /// The sheets, in the order of the form.
    func sheets() -> [Spreadsheet.Sheet] {
        guard !draft.rows.isEmpty else { return [] }
        return [overall, expenditure(.all).sheet, fiscal]
            + Fund.allCases.map { expenditure(.fund($0)).sheet } + [basic, threePublicSheet].compactMap { $0 }
    }

    private func words(_ zhHans: String, _ en: String) -> String { language.words(zhHans, en) }

    private func expenditure(_ scope: ExpenditureForm.Scope) -> ExpenditureForm {
        ExpenditureForm(draft: draft, scope: scope, language: language)
    }

    // MARK: Cells

    private var decimals: Int { draft.amounts.displayDecimals ?? 2 }
    private var money: CellStyle { CellStyle(number: .groupedOrBlank(decimals: decimals), hasBottomLine: true) }
    private var strong: CellStyle { CellStyle(number: .grouped(decimals: decimals), isBold: true, hasBottomLine: true) }
    private var input: CellStyle {
        CellStyle(number: .grouped(decimals: decimals), ground: CellStyle.inputGround, hasBottomLine: true)
    }
    private var label: CellStyle { CellStyle(indent: 1, hasBottomLine: true) }

    private func formula(_ text: String, _ now: Amount?, _ style: CellStyle? = nil) -> Spreadsheet.Cell {
        Spreadsheet.Cell(.formula("=" + text, now: now.map(draft.amounts.value) ?? 0), style ?? money)
    }

    private func at(_ row: Int, _ column: Int) -> String {
        CellReference(rowFromZero: row, columnFromZero: column).name
    }

    private func sheet(_ title: String, _ heads: [String], _ rows: [Spreadsheet.Row], widths: [Double])
        -> Spreadsheet.Sheet
    {
        var sheet = Spreadsheet.Sheet(name: title)
        sheet.widths = widths
        sheet.rows =
            FormHead(draft: draft, language: language).rows(title) + [
                Spreadsheet.Row(heads.map { .text($0, .head) }, height: 30)
            ] + rows
        sheet.frozenRows = FormHead.rowCount + 1
        sheet.repeatedRow = FormHead.rowCount
        return sheet
    }

    /// The rows of categories, each a place in the draft.
    private var categories: [Int] { draft.rows.indices.filter { draft.rows[$0].depth == 1 } }

    private func name(_ index: Int) -> String { SubjectLabel(language: language).name(of: draft.rows[index].subject) }

    private func request(_ index: Int) -> Amount? { (try? draft.rows[index].final()).flatMap { $0 } }

    private func total(_ scope: ExpenditureForm.Scope) -> (cell: String, now: Amount?) {
        let form = expenditure(scope)
        return (form.totalCell, form.total)
    }

    // MARK: Income and expenditure

    private static let incomeWords: [(zhHans: String, en: String)] = [
        ("财政专户管理资金收入", "Income from special accounts"), ("事业收入", "Business income"),
        ("上级补助收入", "Grants from above"), ("附属单位上缴收入", "Paid in by affiliates"),
        ("事业单位经营收入", "Trading income"), ("其他收入", "Other income"),
    ]

    private static let fundIncome: [Fund: Bilingual] = [
        .generalPublicBudget: Bilingual("一般公共预算拨款收入", "General public budget"),
        .governmentFund: Bilingual("政府性基金预算拨款收入", "Government fund budget"),
        .stateCapital: Bilingual("国有资本经营预算拨款收入", "State capital budget"),
    ]

    /// 部门收支总表.
    private var overall: Spreadsheet.Sheet {
        let first = FormHead.rowCount + 1
        var left: [[Spreadsheet.Cell]] = Fund.allCases.map { fund in
            let (cell, now) = total(.fund(fund))
            return [.text(Self.fundIncome[fund]?.text(in: language) ?? "", label), formula(cell, now)]
        }
        left += Self.incomeWords.map { [.text(words($0.zhHans, $0.en), label), .text("", input)] }
        let sources = first...(first + left.count - 1)
        let whole = draft.rows.first.flatMap { _ in request(0) }
        var right: [[Spreadsheet.Cell]] = categories.map { index in
            [.text(name(index), label), formula(ExpenditureForm.final(index, draft, language), request(index))]
        }
        let height = max(left.count, right.count)
        left += Array(repeating: [.text("", label), .text("", money)], count: height - left.count)
        right += Array(repeating: [.text("", label), .text("", money)], count: height - right.count)
        let end = first + height
        let spent = "SUM(\(at(first, 3)):\(at(end - 1, 3)))"
        left += [
            [
                .text(words("本年收入合计", "Income of the year"), label),
                formula("SUM(\(at(sources.lowerBound, 1)):\(at(sources.upperBound, 1)))", whole, strong),
            ],
            [.text(words("上年结转结余", "Carried over"), label), .text("", input)],
            [
                .text(words("收入总计", "Total income"), label),
                formula("\(at(end, 1))+N(\(at(end + 1, 1)))", whole, strong),
            ],
        ]
        right += [
            [.text(words("本年支出合计", "Expenditure of the year"), label), formula(spent, whole, strong)],
            [.text(words("结转下年", "Carried forward"), label), formula("\(at(end + 2, 1))-\(at(end, 3))", .zero)],
            [
                .text(words("支出总计", "Total expenditure"), label),
                formula("\(at(end, 3))+\(at(end + 1, 3))", whole, strong),
            ],
        ]
        return sheet(
            words("部门收支总表", "Income and expenditure"),
            [words("收入", "Income"), words("预算数", "Budget"), words("支出", "Expenditure"), words("预算数", "Budget")],
            zip(left, right).map { Spreadsheet.Row($0 + $1) }, widths: [34, 16, 40, 16])
    }

    /// 财政拨款收支总表: expenditure of each fund by category.
    private var fiscal: Spreadsheet.Sheet {
        let forms = Fund.allCases.map { expenditure(.fund($0)) }
        let first = FormHead.rowCount + 1
        let rows = categories.map { index -> Spreadsheet.Row in
            let place = first + (categories.firstIndex(of: index) ?? 0)
            let parts = forms.map { form in
                form.cell(of: index).map { formula($0, form.request(index)) } ?? Spreadsheet.Cell(.blank, money)
            }
            return Spreadsheet.Row(
                [.text(name(index), label), formula("SUM(\(at(place, 2)):\(at(place, 4)))", request(index))] + parts)
        }
        let last = first + rows.count - 1
        let sums = (1...4).map { column in
            formula(
                "SUM(\(at(first, column)):\(at(last, column)))", column == 1 ? request(0) : forms[column - 2].total,
                strong)
        }
        let funds = Fund.allCases.map { $0.shortName.text(in: language) }
        return sheet(
            words("财政拨款收支总表", "Fiscal appropriation"),
            [words("支出", "Expenditure"), words("合计", "Total")] + funds,
            rows + [
                Spreadsheet.Row([.text(words("财政拨款支出合计（与拨款收入相等）", "Total, equal to the appropriation"), label)] + sums)
            ],
            widths: [40, 16, 18, 18, 20])
    }

    // MARK: Basic expenditure

    /// 一般公共预算基本支出表: basic expenditure shared by pay and running costs, and by economic classes, as it was this year;
    /// `nil` where nothing was stated of either.
    private var basic: Spreadsheet.Sheet? {
        let classes = stated.filter { $0.measure == Measure(.economicClass, .amount) }.compactMap { figure in
            figure.subject.flatMap { name in Self.money(figure).map { (name: name, amount: $0) } }
        }
        let parts = [Topic.personnel, .operating].compactMap { topic in
            amount(of: topic, [.amount]).map { (name: topic.form.name, amount: $0) }
        }
        let items = classes.isEmpty ? parts : classes
        guard !items.isEmpty, let whole = try? Amount.sum(items.map(\.amount)), whole > .zero else { return nil }
        let first = FormHead.rowCount + 1
        let last = first + items.count - 1
        let total = expenditure(.fund(.generalPublicBudget)).basicCell
        let rows = items.enumerated().map { place, item in
            Spreadsheet.Row([
                .text(item.name, label), Spreadsheet.Cell(.number(draft.amounts.value(item.amount)), money),
                formula("ROUND(N(\(total))*\(at(first + place, 1))/\(at(last + 1, 1)),\(decimals))", nil),
            ])
        }
        let sums = [1, 2].map { column in
            formula("SUM(\(at(first, column)):\(at(last, column)))", column == 1 ? whole : nil, strong)
        }
        return sheet(
            words("一般公共预算基本支出表", "Basic expenditure"),
            [
                classes.isEmpty ? words("项目", "Item") : words("部门预算支出经济分类", "Economic class"),
                words("\(draft.baseYear.number)年决算数", "Actual \(draft.baseYear.number)"),
                words("\(draft.year.number)年按上年构成", "As shared in \(draft.baseYear.number)"),
            ], rows + [Spreadsheet.Row([.text(words("合计", "Total"), label)] + sums)], widths: [40, 18, 20])
    }

    private static func money(_ figure: StatedFigure) -> Amount? {
        if case .amount(let amount) = figure.value { amount.amount } else { nil }
    }

    // MARK: The three public costs

    private static let threePublicTopics: [Topic] = [
        .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception,
    ]

    /// “三公”经费支出表: next year's budget starts from this year's, from what was spent where none is stated of a cost, and may
    /// not exceed it.
    private var threePublicSheet: Spreadsheet.Sheet {
        let first = FormHead.rowCount + 1
        let rows = Self.threePublicTopics.enumerated().map { place, topic -> Spreadsheet.Row in
            let row = first + place
            let budget = amount(of: topic, [.budget, .initialBudget])
            let spent = amount(of: topic, [.amount])
            let parts: [Int] = topic == .threePublic ? [1, 2, 5] : topic == .vehicles ? [3, 4] : []
            let next: Spreadsheet.Cell =
                parts.isEmpty
                ? Spreadsheet.Cell((budget ?? spent).map { .number(draft.amounts.value($0)) } ?? .blank, input)
                : formula(parts.map { "N(\(at(first + $0, 3)))" }.joined(separator: "+"), budget, strong)
            let (base, now) = (at(row, 1), at(row, 3))
            return Spreadsheet.Row([
                .text(
                    String(repeating: "  ", count: parts.isEmpty && place > 2 && place < 5 ? 2 : place == 0 ? 0 : 1)
                        + topic.form.name, label),
                Spreadsheet.Cell(budget.map { .number(draft.amounts.value($0)) } ?? .blank, money),
                Spreadsheet.Cell(spent.map { .number(draft.amounts.value($0)) } ?? .blank, money), next,
                Spreadsheet.Cell(
                    .wordFormula(
                        "=IF(AND(ISNUMBER(\(base)),N(\(now))<>0),IF(N(\(now))<=\(base),\"\(words("满足", "kept"))\",\"\(words("超出", "above"))\"),\"\")",
                        now: budget == nil ? "" : words("满足", "kept")), label),
            ])
        }
        let (base, next) = (draft.baseYear.number, draft.year.number)
        return sheet(
            words("“三公”经费支出表", "Three public costs"),
            [
                words("项目", "Item"), words("\(base)年预算数", "Budget \(base)"), words("\(base)年决算数", "Actual \(base)"),
                words("\(next)年预算数", "Budget \(next)"), words("只减不增", "No rise"),
            ], rows, widths: [40, 16, 16, 16, 12])
    }

    private func amount(of topic: Topic, _ aspects: [Aspect]) -> Amount? {
        for aspect in aspects {
            for figure in stated where figure.measure == Measure(topic, aspect) && figure.subject == nil {
                if let amount = Self.money(figure) { return amount }
            }
        }
        return nil
    }
}

/// The title, the year and the unit over a table of the form.
struct FormHead {
    let draft: BudgetDraft
    let language: Language

    /// How many rows stand over the heads of columns.
    static let rowCount = 2

    func rows(_ title: String) -> [Spreadsheet.Row] {
        let year = draft.year.number
        let unit = draft.amounts.unitName(in: language)
        let note = [
            draft.unit.name, language.words("\(year)年", "\(year)"),
            unit.isEmpty ? "" : Bilingual.amountsIn(unit).text(in: language),
            language.words("取自工作表“预算草案”，黄色单元格待填", "from the sheet “Draft”; yellow cells are to be filled in"),
        ].filter { !$0.isEmpty }.joined(separator: language.words("，", ", "))
        return [Spreadsheet.Row([.text(title, .title)], height: 28), Spreadsheet.Row([.text(note, .remark)])]
    }
}

extension Fund {
    /// What a column of the fund is headed by.
    var shortName: Bilingual {
        switch self {
        case .generalPublicBudget: Bilingual("一般公共预算", "General public budget")
        case .governmentFund: Bilingual("政府性基金预算", "Government fund")
        case .stateCapital: Bilingual("国有资本经营预算", "State capital")
        }
    }
}
