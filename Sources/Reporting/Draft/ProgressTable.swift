import Budgeting
import FinalAccounts
import Platform

/// A year's progress as a table: spent so far, what it will come to, against both budgets, and what the adjustment in the
/// middle of the year would change.
package struct ProgressTable: Sendable {
    private let unit: BudgetUnit
    private let year: FiscalYear
    private let month: Int
    private let lines: [ProgressLine]
    private let language: Language
    private let amounts: AmountStyle

    package init(
        unit: BudgetUnit, year: FiscalYear, month: Int, lines: [ProgressLine], language: Language, amounts: AmountStyle
    ) {
        self.unit = unit
        self.year = year
        self.month = month
        self.lines = lines
        self.language = language
        self.amounts = amounts
    }

    private func words(_ zhHans: String, _ en: String) -> String { language.words(zhHans, en) }

    /// The table, the sum first.
    package var table: ReportTable {
        let until = String(year.number) + (month < 10 ? "-0\(month)" : "-\(month)")
        return ReportTable(
            name: "progress",
            title: words("\(unit.name)\(year.number)年1—\(month)月支出进度与全年预计", "Progress of \(unit.name) up to \(until)"),
            columns: [
                ReportColumn("unit", title: words("单位", "Unit"), audience: .programs),
                ReportColumn("fiscal_year", title: words("年度", "Year"), kind: .number, audience: .programs),
                ReportColumn("month", title: words("月份", "Month"), kind: .number, audience: .programs),
                ReportColumn("subject_code", title: words("科目编码", "Code"), kind: .label),
                ReportColumn("subject_name", title: words("科目", "Subject")),
                ReportColumn(
                    "initial_budget", title: words("年初预算", "Initial budget"), kind: .amount, dispensability: 4),
                ReportColumn(
                    "adjusted_budget", title: words("调整预算", "Adjusted budget"), kind: .amount, dispensability: 3),
                ReportColumn("executed", title: words("累计支出", "Spent so far"), kind: .amount),
                ReportColumn("progress", title: words("支出进度", "Progress"), kind: .number),
                ReportColumn("usual_progress", title: words("通常进度", "Usual"), kind: .number, dispensability: 5),
                ReportColumn("projection", title: words("全年预计", "Projection"), kind: .amount),
                ReportColumn("lower80", title: words("80% 下限", "80% from"), kind: .amount, dispensability: 6),
                ReportColumn("upper80", title: words("80% 上限", "80% to"), kind: .amount, dispensability: 7),
                ReportColumn("on_initial", title: words("比年初预算", "On initial"), kind: .amount, dispensability: 8),
                ReportColumn("on_adjusted", title: words("比调整预算", "On adjusted"), kind: .amount, dispensability: 8),
                ReportColumn("flag", title: words("提示", "Flag"), kind: .label),
                ReportColumn("adjustment", title: words("建议调整", "Adjustment"), kind: .amount, dispensability: 1),
                ReportColumn("basis", title: words("通常进度的依据", "Usual by"), dispensability: 9),
            ], rows: lines.map(row), notes: notes)
    }

    private func row(_ line: ProgressLine) -> [ReportCell] {
        let progress = line.budget.flatMap { StatedPercentage(of: line.executed, in: $0) }
        var cells: [ReportCell] = [
            .text(unit.name), .integer(year.number), .integer(month), .text(ifStated: line.subject.code),
            .text(SubjectLabel(language: language).name(of: line.subject)), .amount(ifStated: line.initialBudget),
            .amount(ifStated: line.adjustedBudget), .amount(line.executed),
        ]
        cells += [
            .percentage(ifStated: progress), .percentage(ifStated: line.usualShare.map(Self.percentage)),
            .amount(line.projection), .amount(line.range.lowerBound), .amount(line.range.upperBound),
            difference(line, line.initialBudget), difference(line, line.adjustedBudget), flag(line.flag),
            .amount(ifStated: line.adjustment), basis(line.basis),
        ]
        return cells
    }

    private func difference(_ line: ProgressLine, _ budget: Amount?) -> ReportCell {
        .amount(ifStated: budget.flatMap { try? line.projection.subtracting($0) })
    }

    private func flag(_ flag: ProgressFlag?) -> ReportCell {
        guard let flag else { return .empty }
        let isLikely = flag == .mayLieIdle || flag == .mayOverrun
        return .term(code: flag.rawValue, label: name(of: flag), tone: isLikely ? .warning : .serious)
    }

    private static func percentage(_ share: Double) -> StatedPercentage {
        StatedPercentage(digits: Int64((share * 10_000).rounded()), decimals: 2)
    }

    private func name(of flag: ProgressFlag) -> String {
        switch flag {
        case .over: words("已超预算", "over budget")
        case .willOverrun: words("将超预算", "will overrun")
        case .mayOverrun: words("可能超预算", "may overrun")
        case .willLieIdle: words("将有结余", "will lie idle")
        case .mayLieIdle: words("可能结余", "may lie idle")
        case .unbudgeted: words("无预算支出", "unbudgeted")
        }
    }

    private func basis(_ basis: YearProjector.Basis?) -> ReportCell {
        guard let basis else { return .empty }
        switch basis {
        case .own(let years):
            return .term(code: "own:\(years)", label: words("本科目前\(years)年", "its own \(years) years"))
        case .body(let years):
            return .term(code: "body:\(years)", label: words("本单位前\(years)年", "the body's \(years) years"))
        case .even: return .term(code: "even", label: words("按月均衡", "every month alike"))
        }
    }

    // MARK: Notes

    private func money(_ amount: Amount) -> String { amounts.textWithUnit(amount, in: language) }

    /// The sum first, then what asks for more and what will be left.
    private var notes: [String] {
        guard let total = lines.first else { return [] }
        let budget = total.budget.map { words("，预算\(money($0))", ", budget \(money($0))") } ?? ""
        let range = "\(money(total.range.lowerBound))–\(money(total.range.upperBound))"
        var notes = [
            words(
                "1—\(month)月支出\(money(total.executed))，预计全年\(money(total.projection))（80% 区间\(range)）\(budget)",
                "spent by month \(month): \(money(total.executed)), projected for the year: \(money(total.projection)) (80%: \(range))\(budget)"
            )
        ]
        let flagged = lines.dropFirst().filter { $0.flag != nil }
        let more = flagged.filter { $0.flag?.asksForMore ?? false }
        let less = flagged.filter { !($0.flag?.asksForMore ?? true) }
        if let sum = try? Amount.sum(more.compactMap(\.adjustment)), !more.isEmpty {
            notes.append(words("\(more.count)个科目预计超出预算，共\(money(sum))", "\(more.count) lines need \(money(sum)) more"))
        }
        if let sum = try? Amount.sum(less.compactMap(\.adjustment)), !less.isEmpty {
            notes.append(
                words(
                    "\(less.count)个科目预计结余一成以上，共\(money(sum.magnitude))",
                    "\(less.count) lines will leave a tenth or more, \(money(sum.magnitude)) in all"))
        }
        return notes
    }
}
