import Budgeting
import FinalAccounts
import Interchange
import Platform

/// The formulas by which requests on the working sheet follow the limits on the sheet of rules.
struct RuleFormulas {
    private let draft: BudgetDraft
    private let live: LiveRequests
    private let layout: RuleLayout
    private let sheet: String
    private let entries: [Int: Int]

    /// Formulas with more terms than this are numbers instead: a formula holds 8,192 characters.
    private static let longest = 300

    init(draft: BudgetDraft, live: LiveRequests, language: Language) {
        self.draft = draft
        self.live = live
        layout = RuleLayout(draft: draft, live: live)
        sheet = "'" + Bilingual.rulesSheet.text(in: language) + "'!"
        entries = Dictionary(uniqueKeysWithValues: draft.entryPlaces.enumerated().map { ($1, $0) })
    }

    /// The formula of a row's request; `nil` where no rule moves it.
    func request(_ row: Int) -> String? {
        guard let entry = entries[row], let request = draft.rows[row].suggested else { return nil }
        if let rule = live.fixed[entry] { return "=" + limit(rule) }
        if let link = live.links.first(where: { $0.target == entry }) {
            guard link.sources.count <= Self.longest else { return nil }
            let sum = added(link.sources)
            return "=ROUND(\(limit(link.rule))*\(sum),\(decimals))"
        }
        let moved = response(entry, request)
        guard let ceiling = live.ceilings.first(where: { $0.absorber == entry }) else { return moved.map { "=" + $0 } }
        let rest =
            "ROUND(\(draft.amounts.value(ceiling.sum))+\(move(ceiling.rule))-\(above(entry, ceiling.rule)),\(decimals))"
        return ceiling.isExact ? "=" + rest : moved.map { "=MIN(\(rest),\($0))" }
    }

    private var decimals: Int { draft.amounts.displayDecimals ?? 2 }
    private func limit(_ rule: Int) -> String { sheet + layout.cell(rule, .limit).absolute }
    private func move(_ rule: Int) -> String { sheet + layout.cell(rule, .moved).absolute }

    /// Some entries' requests on the working sheet, added up.
    private func added(_ lines: [Int]) -> String {
        let column = DraftColumns(draft).suggested
        let names = lines.map {
            CellReference(rowFromZero: DraftColumns.firstRow + draft.entryPlaces[$0], columnFromZero: column).name
        }
        return "(" + names.joined(separator: "+") + ")"
    }

    /// What the lines of a rule come to that stand above one on the sheet of rules.
    private func above(_ entry: Int, _ rule: Int) -> String {
        if layout.isFirst(entry) { return "0" }
        let columns = [layout.request, layout.member(rule)].map { sheet + layout.column($0, above: entry) }
        return "SUMPRODUCT(\(columns.joined(separator: ",")))"
    }

    /// The request and its shares of what ceilings were moved by, within the line's bounds.
    private func response(_ entry: Int, _ request: Amount) -> String? {
        let terms = live.ceilings.compactMap { ceiling in
            ceiling.shares[entry].map { "\($0 < 0 ? "-" : "+")\(Self.digits(abs($0)))*\(move(ceiling.rule))" }
        }
        guard !terms.isEmpty else { return nil }
        var formula = "ROUND(\(draft.amounts.value(request))\(terms.joined()),\(decimals))"
        if let most = live.upper[entry] { formula = "MIN(\(draft.amounts.value(most)),\(formula))" }
        if let least = live.lower[entry] { formula = "MAX(\(draft.amounts.value(least)),\(formula))" }
        return formula
    }

    /// A share with the digits that a sheet needs: never an exponent.
    private static func digits(_ share: Double) -> String {
        let scaled = Int64((share * 1e9).rounded())
        let fraction = String(scaled % 1_000_000_000)
        return "\(scaled / 1_000_000_000)." + String(repeating: "0", count: 9 - fraction.count) + fraction
    }
}
