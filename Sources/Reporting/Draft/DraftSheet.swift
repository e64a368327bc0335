import Budgeting
import FinalAccounts
import Interchange
import Platform
import Variance

/// The sheet an officer works in: one row for every subject, sums and rates as formulas.
struct DraftSheet {
    let draft: BudgetDraft
    let language: Language
    private let columns: DraftColumns
    private let formulas: RuleFormulas?

    /// - Parameter live: how requests follow from rules; `nil` where there are none.
    init(draft: BudgetDraft, live: LiveRequests? = nil, language: Language) {
        self.draft = draft
        self.language = language
        columns = DraftColumns(draft)
        formulas = live.map { RuleFormulas(draft: draft, live: $0, language: language) }
    }

    /// The sheet.
    func sheet() throws(AmountError) -> Spreadsheet.Sheet {
        var sheet = Spreadsheet.Sheet(name: word(.draftSheet))
        sheet.widths = widths
        sheet.rows = [
            Spreadsheet.Row(
                [.text(word(Bilingual.draftTitle(unit: draft.unit.name, year: draft.year.number)), .title)], height: 28),
            Spreadsheet.Row([.text(remark, .remark)]),
            Spreadsheet.Row([.text(warning, CellStyle(isBold: true, fontSize: 9.5, colour: 0x7A4B00))]),
            Spreadsheet.Row(heads.map { .text($0, .head) }, height: 36),
        ]
        for index in draft.rows.indices { sheet.rows.append(try row(index)) }
        sheet.frozenRows = DraftColumns.firstRow + 1
        sheet.frozenColumns = columns.name + 1
        sheet.repeatedRow = DraftColumns.headRow
        sheet.isWide = true
        // On one page its twenty-six columns are too small to read.
        sheet.pagesWide = 2
        if !draft.rows.isEmpty {
            sheet.rules = rules
            sheet.numberInputs = inputs
            sheet.choices = approvals
        }
        return sheet
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var remark: String {
        let unit = draft.amounts.unitName(in: language)
        return (unit.isEmpty ? "" : word(Bilingual.amountsIn(unit)) + word(.comma)) + word(.draftHint)
    }

    private var warning: String {
        let years = draft.syntheticYears
        return years.isEmpty ? "" : word(Bilingual.usesSyntheticYears(YearList.text(years)))
    }

    private var widths: [Double] {
        var widths = Array(repeating: 12.5, count: columns.count)
        widths[columns.depth] = 4.5
        widths[columns.code] = 11
        widths[columns.name] = 40
        widths[columns.rate] = 11
        widths[columns.lineClass] = 14
        widths[columns.evidence] = 30
        widths[columns.story] = 40
        widths[columns.model] = 44
        widths[columns.flags] = 24
        widths[columns.change] = 11
        widths[columns.approval] = 10
        widths[columns.remark] = 28
        return widths
    }

    private var heads: [String] {
        let base = draft.baseYear.number
        return [word(.levelShort), word(.subjectCode), word(.subject)]
            + draft.historyYears.map { word(Bilingual.actualOf($0.number)) }
            + [word(Bilingual.budgetOf(base)), word(Bilingual.adjustedOf(base)), word(Bilingual.actualOf(base))]
            + [word(.executionRate), word(Bilingual.expectedIn(draft.year.number))]
            + (columns.hasModelForecast ? [word(.modelForecast)] : []) + [
                word(.lower80), word(.upper80), word(.notRequested), word(.lineClass), word(.evidence), word(.story),
                word(.modelInWords),
            ]
            + [word(.flags), word(.suggested), word(.adjustment), word(.finalBudget), word(.changeOnBudget)]
            + [word(.changeOnThisYear)]
            + [word(.approval), word(.remark)]
    }

    // MARK: Rows

    private func row(_ index: Int) throws(AmountError) -> Spreadsheet.Row {
        let row = draft.rows[index]
        let look = DraftRowLook(row: row, decimals: draft.amounts.displayDecimals ?? 2)
        let base = row.observation(in: draft.baseYear)
        var cells: [Spreadsheet.Cell] = [
            Spreadsheet.Cell(.number(Double(row.depth)), look.depth),
            .text(row.subject.code ?? "", look.code),
            .text(SubjectLabel(language: language).name(of: row.subject), look.name),
        ]
        for (offset, year) in draft.historyYears.enumerated() {
            let column = columns.firstHistory + offset
            cells.append(try sum(index, column, look) { $0.observation(in: year)?.actual })
        }
        cells += [
            try budget(index, look),
            try sum(index, columns.adjusted, look) { $0.observation(in: draft.baseYear)?.adjustedBudget },
            try sum(index, columns.actual, look) { $0.observation(in: draft.baseYear)?.actual },
            Spreadsheet.Cell(rateFormula(index, now: base?.executionRate), look.percent),
            amount(row.forecast?.forecast, look.amount),
        ]
        if columns.hasModelForecast { cells.append(amount(row.forecast?.modelForecast, look.amount)) }
        cells += [
            amount(row.forecast?.range80?.lowerBound, look.amount),
            amount(row.forecast?.range80?.upperBound, look.amount), apart(index, look),
        ]
        let texts = DraftLineText(language: language, amounts: draft.amounts)
        cells += [
            .text(texts.lineClass(row), look.words), .text(texts.evidence(row), look.words),
            .text(texts.story(row), look.words), .text(modelText(row.forecast), look.words),
            .text(FlagLabels(language: language).text(row.flags), look.words),
        ]
        cells += try decision(index, look)
        return Spreadsheet.Row(cells, outline: max(0, row.depth - 1))
    }

    /// Suggestion, adjustment, final budget, its change and the remark.
    private func decision(_ index: Int, _ look: DraftRowLook) throws(AmountError) -> [Spreadsheet.Cell] {
        let row = draft.rows[index]
        let final = try row.final()
        let change = row.change(on: draft.baseYear)
        if row.isEntry {
            let finalFormula = "=SUM(\(at(index, columns.suggested)):\(at(index, columns.adjustment)))"
            return [
                request(index, look), amount(row.adjustment, look.input),
                Spreadsheet.Cell(.formula(finalFormula, now: value(final) ?? 0), look.final),
                Spreadsheet.Cell(changeOnBudgetFormula(index), look.amount),
                Spreadsheet.Cell(changeFormula(index, now: change), look.percent),
                .text(row.approval.map { word($0.name) } ?? "", look.remark), .text(row.note ?? "", look.remark),
            ]
        }
        return [
            Spreadsheet.Cell(
                .formula(sumFormula(index, columns.suggested), now: value(row.suggested) ?? 0), look.amount),
            Spreadsheet.Cell(
                .formula(sumFormula(index, columns.adjustment), now: value(row.adjustment) ?? 0), look.amount),
            Spreadsheet.Cell(.formula(finalSumFormula(index), now: value(final) ?? 0), look.final),
            Spreadsheet.Cell(changeOnBudgetFormula(index), look.amount),
            Spreadsheet.Cell(changeFormula(index, now: change), look.percent), .text("", look.text),
            .text("", look.text),
        ]
    }

    // MARK: Cells

    private func at(_ index: Int, _ column: Int) -> String {
        CellReference(rowFromZero: DraftColumns.firstRow + index, columnFromZero: column).name
    }

    private func value(_ amount: Amount?) -> Double? {
        amount.map(draft.amounts.value)
    }

    private func amount(_ amount: Amount?, _ style: CellStyle) -> Spreadsheet.Cell {
        Spreadsheet.Cell(value(amount).map { .number($0) } ?? .blank, style)
    }

    /// A published figure: a formula where it is the sum of the rows below, the figure itself where the document
    /// states another one.
    private func sum(
        _ index: Int, _ column: Int, _ look: DraftRowLook, of figure: (DraftRow) -> Amount?
    ) throws(AmountError) -> Spreadsheet.Cell {
        let own = figure(draft.rows[index])
        guard let own, !draft.rows[index].isEntry, own == (try sumOfChildren(index, of: figure)) else {
            return amount(own, look.amount)
        }
        return Spreadsheet.Cell(.formula(sumFormula(index, column), now: value(own)), look.amount)
    }

    /// What is asked for: a formula where rules move it.
    private func request(_ index: Int, _ look: DraftRowLook) -> Spreadsheet.Cell {
        guard let formula = formulas?.request(index) else { return amount(draft.rows[index].suggested, look.amount) }
        return Spreadsheet.Cell(.formula(formula, now: value(draft.rows[index].suggested)), look.amount)
    }

    /// What is expected and not asked for, whatever is asked for in the end.
    private func apart(_ index: Int, _ look: DraftRowLook) -> Spreadsheet.Cell {
        let row = draft.rows[index]
        guard row.isEntry else {
            return Spreadsheet.Cell(.formula(sumFormula(index, columns.apart), now: value(row.apart) ?? 0), look.amount)
        }
        guard row.forecast != nil, row.suggested != nil else { return amount(nil, look.amount) }
        let (expected, final) = (at(index, columns.forecast), at(index, columns.final))
        let digits = draft.amounts.displayDecimals ?? 2
        let formula = "=IF(ROUND(\(expected)-\(final),\(digits))>0,\(expected)-\(final),\"\")"
        return Spreadsheet.Cell(.formula(formula, now: value(row.apart)), look.amount)
    }

    private func sumOfChildren(_ index: Int, of figure: (DraftRow) -> Amount?) throws(AmountError) -> Amount? {
        let depth = draft.rows[index].depth + 1
        let amounts = draft.descendants(of: index).filter { draft.rows[$0].depth == depth }
            .compactMap { figure(draft.rows[$0]) }
        return amounts.isEmpty ? nil : try Amount.sum(amounts)
    }

    private func budget(_ index: Int, _ look: DraftRowLook) throws(AmountError) -> Spreadsheet.Cell {
        if draft.rows[index].observation(in: draft.baseYear)?.initialBudget == .unbudgeted {
            return .text(word(.unbudgeted), look.trailingText)
        }
        return try sum(index, columns.budget, look) { $0.observation(in: draft.baseYear)?.initialBudget.amount }
    }

    /// Rows below the last one in which a person may write without putting rows in.
    private static let spareRows = 20

    /// Adds up the rows one level below, wherever further rows are put between them or behind the last: the row behind that is of no
    /// deeper level, and counts for nothing.
    private func sumFormula(_ index: Int, _ column: Int) -> String { "=" + sumBelow(index, column) }

    /// As ``sumFormula(_:_:)``, with rows that a person put in without copying the formula of the last column.
    private func finalSumFormula(_ index: Int) -> String {
        "=" + sumBelow(index, columns.final)
            + [columns.suggested, columns.adjustment].map { "+" + sumBelow(index, $0, whereBlank: columns.final) }
            .joined()
    }

    private func sumBelow(_ index: Int, _ column: Int, whereBlank other: Int? = nil) -> String {
        let below = draft.descendants(of: index)
        let isLast = below.upperBound == draft.rows.count
        let (first, last) = (below.lowerBound, below.upperBound + (isLast ? Self.spareRows - 1 : 0))
        let depth = CellReference(rowFromZero: DraftColumns.firstRow + index, columnFromZero: columns.depth)
            .absoluteColumn
        let depths = [first, last].map { row in
            CellReference(rowFromZero: DraftColumns.firstRow + row, columnFromZero: columns.depth).absoluteColumn
        }.joined(separator: ":")
        let blank = other.map { ",\(at(first, $0)):\(at(last, $0)),\"=\"" } ?? ""
        return "SUMIFS(\(at(first, column)):\(at(last, column)),\(depths),\(depth)+1\(blank))"
    }

    private func rateFormula(_ index: Int, now: StatedPercentage?) -> Spreadsheet.Cell.Value {
        let (budget, actual) = (at(index, columns.budget), at(index, columns.actual))
        let formula = "=IF(AND(ISNUMBER(\(budget)),ISNUMBER(\(actual))),IF(\(budget)<>0,\(actual)/\(budget),\"\"),\"\")"
        return .formula(formula, now: now.map { $0.doubleValue / 100 })
    }

    private func changeFormula(_ index: Int, now: StatedPercentage?) -> Spreadsheet.Cell.Value {
        let (base, final) = (at(index, columns.actual), at(index, columns.final))
        let formula =
            "=IF(AND(ISNUMBER(\(base)),ISNUMBER(\(final))),IF(\(base)<>0,(\(final)-\(base))/ABS(\(base)),\"\"),\"\")"
        return .formula(formula, now: now.map { $0.doubleValue / 100 })
    }

    /// The final budget less this year's initial budget, which counts as nothing where there is none.
    private func changeOnBudgetFormula(_ index: Int) -> Spreadsheet.Cell.Value {
        let (budget, final) = (at(index, columns.budget), at(index, columns.final))
        let formula = "=IF(ISNUMBER(\(final)),\(final)-IF(ISNUMBER(\(budget)),\(budget),0),\"\")"
        return .formula(formula, now: value(draft.rows[index].changeOnBudget(of: draft.baseYear)))
    }

    private func modelText(_ forecast: ForecastRow?) -> String {
        guard let forecast else { return "" }
        let basis = Bilingual.forecastBasis(
            model: ModelLabel(language: language).text(forecast.model), years: YearList.text(forecast.years))
        let notes = ForecastNoteText(language: language, amounts: draft.amounts).text(forecast.notes)
        return word(basis) + (notes.isEmpty ? "" : " " + notes)
    }

    // MARK: Rules

    private func area(_ column: Int) -> Spreadsheet.Area {
        let last = DraftColumns.firstRow + draft.rows.count - 1
        return Spreadsheet.Area(rows: DraftColumns.firstRow...last, columns: column...column)
    }

    /// Colours for flags, for final budgets outside the range, and for what a person changed.
    private var rules: [Spreadsheet.Rule] {
        let text = FlagText(language: language, unit: .wan)
        let kinds = FlagKind.allCases.sorted { Self.isGraver($0, than: $1) }
        var rules = kinds.map { kind -> Spreadsheet.Rule in
            let (colour, ground) = ToneColours.of(ReportQuestion.tone(of: kind))
            return Spreadsheet.Rule(
                area: area(columns.flags), condition: .contains(text.name(of: kind)), colour: colour,
                ground: ground ?? 0xFFFFFF)
        }
        func first(_ column: Int) -> String {
            CellReference(rowFromZero: DraftColumns.firstRow, columnFromZero: column).absoluteColumn
        }
        let (final, low, high) = (first(columns.final), first(columns.lower), first(columns.upper))
        let (warning, warningGround) = ToneColours.of(.warning)
        rules.append(
            Spreadsheet.Rule(
                area: area(columns.final),
                condition: .formula(
                    "=AND(ISNUMBER(\(final)),ISNUMBER(\(low)),ISNUMBER(\(high)),OR(\(final)<\(low),\(final)>\(high)))"),
                colour: warning, ground: warningGround ?? 0xFFFFFF))
        let adjustment = first(columns.adjustment)
        if let model = columns.modelForecast.map(first) {
            let forecast = first(columns.forecast)
            // Making levels add up moves neighbours by less than is printed; those stay uncoloured.
            let digits = draft.amounts.displayDecimals ?? 2
            rules.append(
                Spreadsheet.Rule(
                    area: area(columns.forecast),
                    condition: .formula(
                        "=AND(ISNUMBER(\(forecast)),ISNUMBER(\(model)),ROUND(\(forecast),\(digits))<>ROUND(\(model),\(digits)))"
                    ),
                    colour: 0x1F3F8B, ground: 0xE3ECFA))
        }
        rules.append(
            Spreadsheet.Rule(
                area: area(columns.adjustment), condition: .formula("=AND(ISNUMBER(\(adjustment)),\(adjustment)<>0)"),
                colour: 0x1F3F8B, ground: 0xE3ECFA))
        return rules
    }

    private static func isGraver(_ left: FlagKind, than right: FlagKind) -> Bool {
        let (first, second) = (ReportQuestion.tone(of: left) == .serious, ReportQuestion.tone(of: right) == .serious)
        return first == second ? left.rawValue < right.rawValue : first
    }

    private var approvals: [Spreadsheet.Choice] {
        draft.entryPlaces.map { index in
            let row = DraftColumns.firstRow + index
            return Spreadsheet.Choice(
                area: Spreadsheet.Area(rows: row...row, columns: columns.approval...columns.approval),
                words: Approval.allCases.map { word($0.name) })
        }
    }

    private var inputs: [Spreadsheet.NumberInput] {
        draft.rows.indices.filter { draft.rows[$0].isEntry }.map { index in
            let row = DraftColumns.firstRow + index
            return Spreadsheet.NumberInput(
                area: Spreadsheet.Area(rows: row...row, columns: columns.adjustment...columns.adjustment),
                title: word(.adjustment), message: word(.adjustmentHint))
        }
    }
}
