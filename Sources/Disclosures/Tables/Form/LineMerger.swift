import FinalAccounts
import OfficialForm
import Platform

/// Joins the lines that the prose gives (budgets, rates, reasons) with those that the tables give (codes,
/// basic and project expenditure).
struct LineMerger {
    private var tableLines: [DisclosedLine]
    private var isTaken: [Bool]
    private var result: [DisclosedLine] = []
    private var diagnostics: [Diagnostic] = []

    private init(_ tableLines: [DisclosedLine]) {
        self.tableLines = tableLines
        isTaken = tableLines.map { _ in false }
    }

    /// Joins both kinds of lines.
    ///
    /// The same names join first, then the same item under another section, then the same amount under the
    /// same category where only one row is left with it; a name that differs becomes a diagnostic. Rows the
    /// prose does not mention follow in the table's order.
    static func merge(
        prose: [DisclosedLine], tables: [DisclosedLine]
    ) -> (lines: [DisclosedLine], diagnostics: [Diagnostic]) {
        guard !tables.isEmpty else { return (prose, []) }
        var merger = LineMerger(tables)
        let partners = merger.partners(of: prose)
        for (line, partner) in zip(prose, partners) { merger.add(line, partner) }
        for (index, line) in merger.tableLines.enumerated() where !merger.isTaken[index] {
            merger.result.append(line)
        }
        return (merger.result, merger.diagnostics)
    }

    private mutating func partners(of prose: [DisclosedLine]) -> [Int?] {
        var partners: [Int?] = prose.map { _ in nil }
        for test in [Self.sameNames, Self.sameItem, Self.sameAmountInCategory, Self.sameAmount] {
            for (index, line) in prose.enumerated() where partners[index] == nil {
                let candidates = tableLines.indices.filter { !isTaken[$0] && test(line, tableLines[$0]) }
                guard candidates.count == 1, let partner = candidates.first else { continue }
                partners[index] = partner
                isTaken[partner] = true
            }
        }
        return partners
    }

    private static func sameNames(_ prose: DisclosedLine, _ row: DisclosedLine) -> Bool {
        guard prose.line.fund == row.line.fund else { return false }
        if let code = prose.line.subject.code { return code == row.line.subject.code }
        return spelled(prose.line.subject.names) == spelled(row.line.subject.names)
    }

    private static func sameItem(_ prose: DisclosedLine, _ row: DisclosedLine) -> Bool {
        prose.line.fund == row.line.fund && prose.line.subject.level == row.line.subject.level
            && TableText.spelling(prose.line.subject.name) == TableText.spelling(row.line.subject.name)
            && spelled(prose.line.subject.names.prefix(1)) == spelled(row.line.subject.names.prefix(1))
    }

    private static func sameAmountInCategory(_ prose: DisclosedLine, _ row: DisclosedLine) -> Bool {
        sameAmount(prose, row)
            && spelled(prose.line.subject.names.prefix(1)) == spelled(row.line.subject.names.prefix(1))
    }

    private static func sameAmount(_ prose: DisclosedLine, _ row: DisclosedLine) -> Bool {
        prose.line.fund == row.line.fund && prose.line.subject.level == row.line.subject.level
            && (row.line.actual == nil ? sameBudget(prose, row) : prose.line.actual == row.line.actual)
            && prose.line.actual != .zero
    }

    /// Whether the text plans what the table does, which may be more exact.
    private static func sameBudget(_ prose: DisclosedLine, _ row: DisclosedLine) -> Bool {
        guard let text = prose.statedInitialBudget, let cell = row.statedInitialBudget, text.amount != .zero else {
            return false
        }
        return text.amount.formatted(unit: text.unit, decimals: text.decimals)
            == cell.amount.formatted(unit: text.unit, decimals: text.decimals)
    }

    private static func spelled(_ names: some Sequence<String>) -> [String] { names.map { TableText.spelling($0) } }

    private mutating func add(_ prose: DisclosedLine, _ partner: Int?) {
        guard let partner else {
            if tableLines.contains(where: { $0.line.fund == prose.line.fund }) {
                diagnostics.append(
                    Diagnostic(
                        kind: .nameMismatch, page: prose.line.source?.page, quote: prose.line.source?.quote ?? "",
                        message: Bilingual(
                            "该预算的表中没有“\(Self.path(prose))”这一行",
                            "no row of the table of this fund is '\(Self.path(prose))'")))
            }
            result.append(prose)
            return
        }
        let row = tableLines[partner]
        if Self.spelled(prose.line.subject.names) != Self.spelled(row.line.subject.names) {
            diagnostics.append(
                Diagnostic(
                    kind: .nameMismatch, page: prose.line.source?.page, quote: prose.line.source?.quote ?? "",
                    message: Bilingual(
                        "文字写作“\(Self.path(prose))”，表中为“\(Self.path(row))”",
                        "the text says '\(Self.path(prose))', the table '\(Self.path(row))'")))
        }
        var joined = prose
        joined.place = .both
        joined.line.subject = row.line.subject
        joined.line.basic = row.line.basic
        joined.line.project = row.line.project
        joined.line.actual = row.line.actual ?? prose.line.actual
        // Of a plan the table is as exact as of accounts; beside an actual it prints what the text says.
        if joined.line.initialBudget == .notStated || row.line.actual == nil {
            joined.line.initialBudget = row.line.initialBudget
        }
        joined.line.adjustedBudget = prose.line.adjustedBudget ?? row.line.adjustedBudget
        joined.confidence = [prose.confidence, row.confidence].compactMap(\.self).min()
        result.append(joined)
    }

    private static func path(_ line: DisclosedLine) -> String { line.line.subject.names.joined(separator: "/") }
}
