import Budgeting
import FinalAccounts
import Variance

/// The draft of one unit's budget: every subject with its years, what is expected to be spent on it, and what is asked for,
/// which a person adjusts.
///
/// Budgets are entered at the narrowest subjects that have a forecast; every row above is the sum of those below, so
/// that the grand total is the sum of the entries.
///
/// ```swift
/// let draft = try BudgetDraft(unit: unit, year: FiscalYear(2024), series: series, forecasts: rows, scheme: .china)
/// try DraftWorkbook(draft, language: .zhHans).write(to: "draft-2024.xlsx")
/// ```
package struct BudgetDraft: Hashable, Sendable {
    /// The body the budget is for.
    package let unit: BudgetUnit
    /// The year the budget is for.
    package let year: FiscalYear
    /// How subject codes nest.
    package let scheme: SubjectScheme
    /// How money is printed and what suggestions are rounded to.
    package let amounts: AmountStyle
    /// The earlier years shown, ascending; this year (``baseYear``) is not among them.
    package let historyYears: [FiscalYear]
    /// The rows from the total down, each before those below it.
    package private(set) var rows: [DraftRow]
    /// How the rules stand that the requests keep; empty without rules.
    package private(set) var outcomes: [RuleOutcome] = []
    /// The name of the scenario whose rules the requests keep; `nil` for the rules that all scenarios share.
    package private(set) var scenario: String?
    /// The rules and what the policy alone asked for; `nil` without rules, and where a person's version stands for them.
    private var solved: Solved?
    /// The last digit that requests are rounded to, in 分.
    private let step: Int64

    private struct Solved: Hashable {
        let rules: BudgetRules
        let lines: [RequestLine]
    }

    /// How many earlier years are shown at most.
    package static let historyLength = 5

    /// Drafts a budget.
    ///
    /// - Parameters:
    ///   - unit: the body.
    ///   - year: the year the budget is for.
    ///   - series: the series of the body; others are left out.
    ///   - forecasts: the forecasts; those of `year` are used.
    ///   - anomalies: what does not fit in the latest accounts.
    ///   - scheme: how codes nest.
    ///   - amounts: how money is printed; requests are rounded to the last printed digit.
    ///   - policy: how what is asked for follows from the class of a line.
    ///   - parts: funds and basic parts by subject.
    /// - Throws: ``AmountError/overflow`` where a sum does not fit.
    package init(
        unit: BudgetUnit, year: FiscalYear, series: [SpendingSeries], forecasts: [ForecastRow],
        anomalies: [Anomaly] = [], scheme: SubjectScheme, amounts: AmountStyle = .chinese,
        policy: RequestPolicy = .standard, parts: [SubjectKey: LineParts] = [:]
    ) throws(AmountError) {
        self.unit = unit
        self.year = year
        self.scheme = scheme
        let own = series.filter { $0.unit == unit }
        self.amounts = amounts.fitted(to: own)
        let rounding = SuggestionRounding(amounts: amounts, series: own)
        step = rounding.step
        let ordered = own.sorted { $0.subject.key < $1.subject.key }
        let builder = DraftRowBuilder(
            series: ordered, tree: SubjectTree(listing: ordered, scheme: scheme), year: year,
            forecasts: Dictionary(
                forecasts.filter { $0.unit == unit && $0.targetYear == year }.map { ($0.subject.key, $0) }
            ) { first, _ in first },
            flags: Dictionary(
                anomalies.filter { $0.unit == unit }.map { ($0.subject.key, $0.flags.map(\.kind)) }
            ) { first, _ in first },
            rounding: rounding, policy: policy, parts: parts)
        rows = try builder.rows()
        let past = own.flatMap { $0.observations.filter { $0.actual != nil }.map(\.year) }
        historyYears = Set(past).filter { $0 < year.previous }.sorted().suffix(Self.historyLength)
        try sumUp()
    }

    /// The draft with its requests changed as little as rules allow.
    ///
    /// - Parameter scenario: the scenario of the rules that is kept; `nil` for the rules that all of them share.
    /// - Throws: ``BudgetRuleError``; ``AmountError/overflow``.
    package func keeping(_ rules: BudgetRules, scenario: String? = nil) throws -> BudgetDraft {
        let rules = try scenario.map { name throws(BudgetRuleError) in try rules.scenario(name) } ?? rules
        var copy = self
        copy.scenario = scenario
        guard !rules.rules.isEmpty else { return copy }
        let lines = requestLines
        let ruled = try RequestSolver(rules: rules, step: step).solve(lines)
        for (place, request) in zip(entryPlaces, ruled.requests) where rows[place].suggested != nil || request != .zero
        {
            copy.rows[place].suggested = request
        }
        copy.outcomes = ruled.outcomes
        copy.solved = Solved(rules: rules, lines: lines)
        try copy.sumUp()
        return copy
    }

    /// How the requests follow from the rules; `nil` where they do not.
    ///
    /// - Throws: ``BudgetRuleError``.
    func live() throws(BudgetRuleError) -> LiveRequests? {
        guard let solved else { return nil }
        return try RequestSolver(rules: solved.rules, step: step)
            .live(solved.lines, entryPlaces.map { rows[$0].suggested ?? .zero })
    }

    /// How the rules that these requests keep stand with what people made of them; empty without rules.
    ///
    /// - Parameter edited: this draft with the decisions of a version; lines it has besides were asked for by nobody.
    /// - Throws: ``BudgetRuleError``; ``AmountError/overflow``.
    package func verdicts(on edited: BudgetDraft) throws -> [RuleVerdict] {
        guard let solved else { return [] }
        var finals: [SubjectKey: Amount] = [:]
        for place in edited.entryPlaces {
            finals[edited.rows[place].subject.key] = try edited.rows[place].final() ?? .zero
        }
        let known = Set(solved.lines.map(\.subject.key))
        let added = edited.requestLines.filter { !known.contains($0.subject.key) }.map { line in
            var line = line
            line.request = .zero
            return line
        }
        let lines = solved.lines + added
        return try RequestSolver(rules: solved.rules, step: step)
            .verdicts(lines, lines.map { finals[$0.subject.key] ?? .zero })
    }

    /// The places of the rows that take an entry.
    var entryPlaces: [Int] { rows.indices.filter { rows[$0].isEntry } }

    /// The entries as rules see them.
    private var requestLines: [RequestLine] {
        entryPlaces.map { place in
            let row = rows[place]
            let width = row.forecast?.range80.flatMap { try? $0.upperBound.subtracting($0.lowerBound) }
            return RequestLine(
                subject: row.subject, lineClass: row.classification?.lineClass ?? .unstated, fund: row.parts?.fund,
                request: row.suggested ?? .zero, width: width, lastYear: row.observation(in: baseYear))
        }
    }

    /// What is expected to be spent, what is asked for, and what is expected and not asked for; `nil` without rows.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func totals() throws(AmountError) -> (expected: Amount?, requested: Amount?, apart: Amount?) {
        guard let total = rows.first else { return (nil, nil, nil) }
        return (total.forecast?.forecast, try total.final(), total.apart)
    }

    /// The year before the one drafted for: "this year" when the draft is made in autumn.
    package var baseYear: FiscalYear { year.previous }

    /// What a person decides: one entry for every row that takes one, in order.
    package var entries: [DraftEntry] {
        rows.filter(\.isEntry).map { row in
            DraftEntry(
                subject: row.subject, suggested: row.suggested, adjustment: row.adjustment, approval: row.approval,
                note: row.note)
        }
    }

    /// The draft with the decisions of a stored version; subjects the version does not name keep their suggestion,
    /// subjects the draft does not have become rows of it. Those for which it has no place are returned.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func applying(_ entries: [DraftEntry]) throws(AmountError) -> (draft: BudgetDraft, unknown: [DraftEntry]) {
        var copy = self
        let positions = Dictionary(rows.indices.map { (rows[$0].subject.key, $0) }) { first, _ in first }
        var unknown: [DraftEntry] = []
        var added: [DraftEntry] = []
        for entry in entries {
            guard let position = positions[entry.subject.key] else {
                added.append(entry)
                continue
            }
            guard rows[position].isEntry else {
                unknown.append(entry)
                continue
            }
            if copy.rows[position].suggested != entry.suggested { copy.solved = nil }
            copy.rows[position].take(entry)
        }
        for entry in added {
            if copy.insert(entry) { copy.solved = nil } else { unknown.append(entry) }
        }
        try copy.sumUp()
        return (copy, unknown)
    }

    /// Puts a row in below what its subject belongs to, where its code or name has its place.
    ///
    /// - Returns: false where there is no such sum.
    private mutating func insert(_ entry: DraftEntry) -> Bool {
        let places = Dictionary(rows.indices.map { (rows[$0].subject.key, $0) }) { first, _ in first }
        var parent = scheme.parent(of: entry.subject.key)
        while let key = parent, places[key] == nil { parent = scheme.parent(of: key) }
        guard let above = parent.flatMap({ places[$0] }), !rows[above].isEntry else { return false }
        let below = descendants(of: above)
        let place = below.first { rows[$0].depth == rows[above].depth + 1 && entry.subject.key < rows[$0].subject.key }
        var row = DraftRow(
            subject: entry.subject, depth: rows[above].depth + 1, isEntry: true, observations: [], forecast: nil,
            flags: [], classification: nil, story: nil, parts: nil, suggested: nil)
        row.take(entry)
        rows.insert(row, at: place ?? below.upperBound)
        return true
    }

    /// Whether the user's own numbers or stated growth moved a forecast away from the model's.
    package var hasMovedForecasts: Bool { rows.contains { $0.forecast?.isMoved ?? false } }

    /// Whether some of the figures are generated.
    package var syntheticYears: [FiscalYear] {
        Set(rows.flatMap { $0.observations.filter { $0.origin == .synthetic }.map(\.year) }).sorted()
    }

    /// The rows directly or indirectly below a row; they follow it.
    func descendants(of index: Int) -> Range<Int> {
        var end = index + 1
        while end < rows.count, rows[end].depth > rows[index].depth { end += 1 }
        return (index + 1)..<end
    }

    /// Makes every row that takes no entry the sum of the entries below it, after what each entry leaves unasked for.
    private mutating func sumUp() throws(AmountError) {
        for index in rows.indices where rows[index].isEntry { rows[index].apart = try unasked(rows[index]) }
        for index in rows.indices where !rows[index].isEntry {
            let below = descendants(of: index).filter { rows[$0].isEntry }
            let suggestions = below.compactMap { rows[$0].suggested }
            let adjustments = below.compactMap { rows[$0].adjustment }
            let apart = below.compactMap { rows[$0].apart }
            rows[index].apart = apart.isEmpty ? nil : try Amount.sum(apart)
            rows[index].suggested = suggestions.isEmpty ? nil : try Amount.sum(suggestions)
            rows[index].adjustment = adjustments.isEmpty ? nil : try Amount.sum(adjustments)
        }
    }

    /// What is expected on an entry and not asked for; `nil` for less than the last printed digit.
    private func unasked(_ row: DraftRow) throws(AmountError) -> Amount? {
        guard let expected = row.forecast?.forecast, let final = try row.final() else { return nil }
        let rest = try expected.subtracting(final)
        return rest.minorUnits < step ? nil : rest
    }
}

extension DraftRow {
    /// Takes what a person decided.
    fileprivate mutating func take(_ entry: DraftEntry) {
        (suggested, adjustment, approval, note) = (entry.suggested, entry.adjustment, entry.approval, entry.note)
    }
}
