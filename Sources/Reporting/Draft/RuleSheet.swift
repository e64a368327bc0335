import Budgeting
import FinalAccounts
import Interchange
import Platform

/// The sheet of a workbook's rules: each with what it asks for and how it stands, its limit to be edited, and the lines it
/// is about.
///
/// Requests in the working sheet follow edited limits by formulas (``RuleFormulas``).
struct RuleSheet {
    let draft: BudgetDraft
    let live: LiveRequests
    let language: Language
    private let layout: RuleLayout

    init(draft: BudgetDraft, live: LiveRequests, language: Language) {
        self.draft = draft
        self.live = live
        self.language = language
        layout = RuleLayout(draft: draft, live: live)
    }

    private func words(_ zhHans: String, _ en: String) -> String { language.words(zhHans, en) }

    /// The sheet.
    func sheet() -> Spreadsheet.Sheet {
        var sheet = Spreadsheet.Sheet(name: Bilingual.rulesSheet.text(in: language))
        sheet.widths = [46, 40, 13, 13, 13, 13, 13, 13, 11] + live.members.map { _ in 13 }
        let note = words(
            "修改黄色的限额、比例或金额，申请预算随之重算；改动大到有科目碰到上下限时，请改规则文件重新生成。",
            "Edit the yellow limits, rates or amounts and requests follow; where an edit takes lines to their bounds, change the file of rules and draft anew."
        )
        sheet.rows = [
            Spreadsheet.Row([.text(Bilingual.rulesSheet.text(in: language), .title)], height: 28),
            Spreadsheet.Row([.text(note, .remark)]), Spreadsheet.Row([]),
            Spreadsheet.Row(ruleHeads.map { .text($0, .head) }, height: 32),
        ]
        sheet.rows += draft.outcomes.indices.map(rule)
        sheet.rows += [Spreadsheet.Row([]), Spreadsheet.Row(lineHeads.map { .text($0, .head) }, height: 46)]
        sheet.rows += layout.order.map(line)
        sheet.isWide = true
        return sheet
    }

    private var ruleHeads: [String] {
        [
            words("规则", "Rule"), words("要求", "Demand"), Self.limitHead.text(in: language), words("变动", "Moved by"),
            words("按政策", "By policy"), words("申请预算", "Request"), Self.finalHead.text(in: language),
            Self.leftHead.text(in: language), Self.verdictHead.text(in: language),
        ]
    }

    private var lineHeads: [String] {
        [
            words("科目", "Subject"), words("科目编码", "Code"), words("申请预算", "Request"), words("最终预算", "Final"),
            words("下限", "At least"), words("上限", "At most"),
        ] + draft.outcomes.map(\.rule.name)
    }

    // MARK: Rules

    private var decimals: Int { draft.amounts.displayDecimals ?? 2 }
    private var money: CellStyle { CellStyle(number: .grouped(decimals: decimals), hasBottomLine: true) }
    private var input: CellStyle {
        CellStyle(number: .grouped(decimals: decimals), ground: CellStyle.inputGround, hasBottomLine: true)
    }
    private func number(_ amount: Amount) -> Double { draft.amounts.value(amount) }

    private func rule(_ place: Int) -> Spreadsheet.Row {
        let outcome = draft.outcomes[place]
        let sums = [layout.request, layout.final].map { column in
            Spreadsheet.Cell(.formula("=" + layout.sum(column, of: place), now: number(outcome.after)), money)
        }
        let ceiling = live.ceilings.first { $0.rule == place }
        let moved = ceiling.map { ceiling -> Spreadsheet.Cell in
            let limit = layout.cell(place, .limit).name
            let reached = ceiling.isExact ? limit : "MIN(\(limit),\(number(ceiling.reach)))"
            return Spreadsheet.Cell(.formula("=\(reached)-\(number(ceiling.sum))", now: 0), money)
        }
        let left = outcome.limit.map { limit in
            Spreadsheet.Cell(
                .formula(
                    "=ROUND(\(layout.cell(place, .limit).name)-\(layout.cell(place, .final).name),\(decimals))",
                    now: number(limit) - number(outcome.after)), money)
        }
        return Spreadsheet.Row(
            [
                .text(outcome.rule.name, .wrapped), .text(demand(outcome), .wrapped), limit(outcome),
                moved ?? .text("", money), Spreadsheet.Cell(.number(number(outcome.before)), money),
            ] + sums + [
                left ?? .text("", money),
                Spreadsheet.Cell(
                    .wordFormula("=IF(\(verdict(place)),\"\(kept)\",\"\(broken)\")", now: kept), .wrapped),
            ])
    }

    private var kept: String { words("满足", "kept") }
    private var broken: String { Self.broken.text(in: language) }

    private func limit(_ outcome: RuleOutcome) -> Spreadsheet.Cell {
        var rate = input
        rate.number = .general
        switch outcome.rule.demand {
        case .link(let share, _): return Spreadsheet.Cell(.number(share), rate)
        case .fixed(let amount): return Spreadsheet.Cell(.number(number(amount)), input)
        case .ceiling, .cap, .bounds, .zeroBased:
            return outcome.limit.map { Spreadsheet.Cell(.number(number($0)), input) } ?? .text("", money)
        }
    }

    /// Whether the rule is kept by the final budgets, to half of the last digit.
    private func verdict(_ place: Int) -> String {
        let (limit, final) = (layout.cell(place, .limit).name, layout.cell(place, .final).name)
        let half = 0.5 * Self.power(-decimals) + 1e-7
        if let ceiling = live.ceilings.first(where: { $0.rule == place }) {
            return ceiling.isExact ? "ABS(\(final)-\(limit))<\(half)" : "\(final)<\(limit)+\(half)"
        }
        switch draft.outcomes[place].rule.demand {
        case .fixed: return "ABS(\(final)-\(limit)*\(live.members[place].count))<\(half)"
        case .link:
            let links = live.links.filter { $0.rule == place }
            guard let first = links.first else { return "TRUE" }
            let sources = layout.added(layout.final, first.sources)
            return "ABS(\(final)-\(links.count)*\(limit)*\(sources))<\(Double(links.count) * half)"
        case .ceiling, .cap, .bounds, .zeroBased:
            let member = layout.column(layout.member(place))
            let value = layout.column(layout.final)
            return "SUMPRODUCT(\(member)*(\(value)>\(layout.column(layout.upper))+\(half)))"
                + "+SUMPRODUCT(\(member)*(\(value)<\(layout.column(layout.lower))-\(half)))=0"
        }
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
    }

    private func demand(_ outcome: RuleOutcome) -> String {
        RuleText(language: language, amounts: draft.amounts).demand(outcome)
    }

    // MARK: Lines

    private func line(_ entry: Int) -> Spreadsheet.Row {
        let row = draft.rows[draft.entryPlaces[entry]]
        let value = row.suggested.map(number) ?? 0
        let sheet = "'" + Bilingual.draftSheet.text(in: language) + "'!"
        let columns = DraftColumns(draft)
        let at = { (column: Int) in
            sheet
                + CellReference(
                    rowFromZero: DraftColumns.firstRow + draft.entryPlaces[entry], columnFromZero: column
                ).name
        }
        // A bound that no rule sets is one that no request reaches.
        let bounds = [live.lower[entry].map(number) ?? -1e12, live.upper[entry].map(number) ?? 1e12].map { bound in
            abs(bound) < 1e12
                ? Spreadsheet.Cell(.number(bound), money)
                : Spreadsheet.Cell(.number(bound), CellStyle(number: .hidden, hasBottomLine: true))
        }
        return Spreadsheet.Row(
            [
                .text(SubjectLabel(language: language).name(of: row.subject), .wrapped),
                .text(row.subject.code ?? "", .wrapped),
                Spreadsheet.Cell(.formula("=N(\(at(columns.suggested)))", now: value), money),
                Spreadsheet.Cell(
                    .formula("=N(\(at(columns.final)))", now: (try? row.final()).flatMap { $0 }.map(number) ?? value),
                    money),
            ] + bounds
                + live.members.map { members in
                    Spreadsheet.Cell(
                        .number(members.contains(entry) ? 1 : 0),
                        CellStyle(number: .mark, isCentered: true, hasBottomLine: true))
                })
    }
}

// MARK: Read back

extension RuleSheet {
    fileprivate static var limitHead: Bilingual { Bilingual("限额／比例", "Limit or rate") }
    fileprivate static var finalHead: Bilingual { Bilingual("最终预算", "Final") }
    fileprivate static var leftHead: Bilingual { Bilingual("余额", "Left") }
    fileprivate static var verdictHead: Bilingual { Bilingual("是否满足", "Kept") }
    fileprivate static var broken: Bilingual { Bilingual("未满足", "not kept") }

    /// The rules that an edited workbook says are not kept, one sentence each.
    ///
    /// The verdicts are the workbook's own, which the program that saved it worked out from edited limits and lines.
    ///
    /// - Parameter unit: the unit of the workbook's amounts.
    static func notKept(in sheets: [WorkbookCells], unit: AmountUnit) -> [Bilingual] {
        for language in Language.allCases {
            let words = { (text: Bilingual) in text.text(in: language) }
            guard let sheet = sheets.first(where: { $0.name == words(.rulesSheet) }),
                let head = sheet.rows.firstIndex(where: { $0.contains { $0.text == words(verdictHead) } })
            else { continue }
            let columns = Dictionary(
                sheet.rows[head].enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
            guard let verdict = columns[words(verdictHead)] else { continue }
            return sheet.rows.indices.dropFirst(head + 1).prefix { !sheet.cell($0, 0).text.isEmpty }
                .filter { sheet.cell($0, verdict).text == words(broken) }
                .map { row in
                    let number = { (name: Bilingual) in
                        columns[words(name)].flatMap { Double(sheet.cell(row, $0).text) }
                            .map { DecimalDigits.fixed($0, decimals: 2, grouping: true) }
                    }
                    let place = CellReference(rowFromZero: row, columnFromZero: verdict).name
                    return sentence(
                        rule: sheet.cell(row, 0).text, demand: sheet.cell(row, 1).text,
                        limit: number(leftHead) == nil ? nil : number(limitHead), final: number(finalHead) ?? "",
                        unit: unit
                    ).at("\(sheet.name)!\(place)")
                }
        }
        return []
    }

    /// - Parameter limit: as it stands now; the demand is in the words of when the workbook was written.
    private static func sentence(
        rule: String, demand: String, limit: String?, final: String, unit: AmountUnit
    ) -> Bilingual {
        guard let limit else {
            return Bilingual("规则“\(rule)”未满足：\(demand)", "the rule '\(rule)' is not kept: \(demand)")
        }
        func money(_ digits: String, _ language: Language) -> String {
            unit.isPlain ? digits : digits + " " + unit.name(in: language)
        }
        return Bilingual(
            "规则“\(rule)”未满足：限额\(money(limit, .zhHans))，最终预算合计\(money(final, .zhHans))",
            "the rule '\(rule)' is not kept: its limit is \(money(limit, .en)), the final budgets come to \(money(final, .en))"
        )
    }
}

/// Where rules and lines stand on the sheet of rules.
struct RuleLayout {
    /// The lines in the order of the sheet: those that take what rounding leaves stand behind all others, each behind those
    /// that its own sum is made of, so that no formula leads back to itself.
    let order: [Int]
    private let rows: [Int: Int]
    private let ruleCount: Int

    /// A column of the table of rules.
    enum RuleColumn: Int {
        case limit = 2
        case moved = 3
        case final = 6
    }

    let request = 2
    let final = 3
    let lower = 4
    let upper = 5
    private static let firstRule = 4

    init(draft: BudgetDraft, live: LiveRequests) {
        let absorbers = live.ceilings.compactMap(\.absorber)
        let last = Set(absorbers)
        order = draft.entryPlaces.indices.filter { !last.contains($0) } + absorbers
        ruleCount = draft.outcomes.count
        let first = Self.firstRule + draft.outcomes.count + 2
        rows = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, first + $0) })
    }

    func member(_ rule: Int) -> Int { upper + 1 + rule }

    /// A cell of a rule.
    func cell(_ rule: Int, _ column: RuleColumn) -> CellReference {
        CellReference(rowFromZero: Self.firstRule + rule, columnFromZero: column.rawValue)
    }

    private var firstLine: Int { Self.firstRule + ruleCount + 2 }

    /// A column of all lines, or of those above one.
    func column(_ column: Int, above line: Int? = nil) -> String {
        let end = line.flatMap { rows[$0] } ?? firstLine + order.count
        let ends = [firstLine, max(firstLine, end - 1)].map {
            CellReference(rowFromZero: $0, columnFromZero: column).absolute
        }
        return ends.joined(separator: ":")
    }

    /// The sum of a column over the lines of a rule.
    func sum(_ column: Int, of rule: Int) -> String {
        "SUMPRODUCT(\(self.column(column)),\(self.column(member(rule))))"
    }

    /// Some lines' cells of a column, added up.
    func added(_ column: Int, _ lines: [Int]) -> String {
        let names = lines.compactMap { rows[$0] }.map {
            CellReference(rowFromZero: $0, columnFromZero: column).absolute
        }
        return "(" + names.joined(separator: "+") + ")"
    }

    /// Whether a line stands above all others of the sheet.
    func isFirst(_ line: Int) -> Bool { rows[line] == firstLine }
}
