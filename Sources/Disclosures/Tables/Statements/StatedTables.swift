import FinalAccounts
import OfficialForm
import Platform

/// The tables of a document that state amounts: which they are, and what they state.
struct StatedTables {
    /// What they state.
    struct Findings {
        var figures: [StatedFigure] = []
        /// The subject lines; `nil` where the tables of the form give them: in a whole disclosure and in pictures.
        var lines: [DisclosedLine]?
        var diagnostics: [Diagnostic] = []
    }

    private let form: [TableSource]
    private let others: [OtherTable]
    private let isRecognized: Bool
    /// Whether the document holds a few tables, which are read for themselves.
    let isExcerpt: Bool
    private let defaultUnit: AmountUnit?

    /// So many of the nine tables make a disclosure, whose text says what counts; fewer are read for themselves.
    private static let mostOfExcerpt = 3

    init(_ content: DocumentContent) {
        form = content.formTables
        isRecognized = !content.recognizedPages.isEmpty
        // Of a picture only what sums confirm counts.
        others = isRecognized ? [] : content.otherTables.filter { TableRecognition.statesAmounts($0.source) }
        let isWhole = Set(form.compactMap(\.kind)).count > Self.mostOfExcerpt && !content.isShort
        isExcerpt = !isWhole && !isRecognized
        let read = (isWhole ? [] : form) + others.map(\.source)
        isTitledPlan = Self.titlesPlan(read) || Self.headsPlan(read) || Self.isBudgetForm(read)
        dated = Self.dated(read)
        labelled = Self.labelled(read)
        defaultUnit = (form + others.map(\.source)).compactMap(\.unit).first
    }

    /// Which lines of a document are not read as tables; `nil` where that is all of them.
    func proseLines(outOf lines: [TextLine]) -> [Int]? {
        var isRead = lines.map { _ in false }
        for line in others.flatMap(\.rowLines) { isRead[line] = true }
        // A title over a table opens no part of the explanation behind it.
        if isExcerpt {
            for line in (form + others.map(\.source)).compactMap(\.titleLine) where isRead.indices.contains(line) {
                isRead[line] = true
            }
        }
        return isRead.contains(true) ? isRead.indices.filter { !isRead[$0] } : nil
    }

    /// The year that the heads of the tables name: that of the plan, or of what was spent.
    func year(isPlan: Bool) -> FiscalYear? {
        let years = dated.filter { ($0.side == .budget) == isPlan }.map(\.year)
        return (years.max() ?? labelled).flatMap { FiscalYear($0) }
    }

    /// Whether the latest year that the heads name has budgets alone, and an earlier one what was spent or nothing speaks of
    /// accounts.
    var isPlan: Bool {
        guard let latest = dated.map(\.year).max() else { return isTitledPlan }
        return dated.allSatisfy { $0.year != latest || $0.side == .budget }
            && (isTitledPlan || dated.contains { $0.year < latest && $0.side == .amount })
    }

    /// Whether what stands over the tables speaks of a budget and never of accounts: 部门支出总体情况表 over 2019年预算.
    private let isTitledPlan: Bool

    /// Whether the heads that name a side name budgets alone.
    private static func headsPlan(_ sources: [TableSource]) -> Bool {
        let sides = sources.flatMap { TableBlocks($0).blocks }.flatMap(\.columns).map(\.head)
            .filter { $0.quantity == .amount && $0.time != .previous }.compactMap(\.side)
        return !sides.isEmpty && sides.allSatisfy { $0 != .amount }
            && !sources.flatMap(\.titles).contains { $0.holds("决算") }
    }

    /// Whether tables bear the titles of the budget's form: what it calls 收入总表 is 收入决算表 in accounts.
    private static func isBudgetForm(_ sources: [TableSource]) -> Bool {
        let titles = sources.flatMap(\.titles)
        guard titles.contains(where: { title in ["收支总表", "收入总表", "支出总表"].contains(where: title.closes) }),
            !titles.contains(where: { title in ["决算", "执行", "完成"].contains(where: title.holds) })
        else { return false }
        return !sources.flatMap { TableBlocks($0).blocks }.flatMap(\.columns).contains { $0.head.side == .amount }
    }

    private static func titlesPlan(_ sources: [TableSource]) -> Bool {
        let titles = sources.flatMap(\.titles)
        let speaksOfAccounts = titles.contains { title in ["决算", "执行", "完成"].contains(where: title.holds) }
        return !speaksOfAccounts
            && titles.contains { title in
                // The names of the funds say 预算 in accounts as well.
                let bare = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政预算拨款", "公共预算"]
                    .reduce(title) { $0.replacing($1, with: "") }
                return bare.holds("预算")
            }
    }

    /// The years that heads of amounts name, with the side they name.
    private let dated: [(year: Int, side: Aspect?)]

    /// The one year that labels of rows begin with, where they name a single one: 2017年“三公”经费预算.
    private let labelled: Int?

    private static func labelled(_ sources: [TableSource]) -> Int? {
        let years = sources.flatMap { source in
            source.rows.compactMap { source.table.row($0).first.map { TableText.compact($0.text.unicodeScalars) } }
        }.compactMap { label in
            label.prefixMatch(of: /(?<year>20[0-9]{2})年度?[^比较与]{0,12}(?:预算|决算|支出|经费)/).flatMap { Int($0.year) }
        }
        let named = Set(years)
        return named.count == 1 ? named.first : nil
    }

    private static func dated(_ sources: [TableSource]) -> [(year: Int, side: Aspect?)] {
        sources.flatMap { TableBlocks($0).blocks }.flatMap(\.columns).map(\.head).compactMap { head in
            guard head.quantity == .amount, case .year(let year) = head.time else { return nil }
            return (year, head.side.map { $0 == .amount ? .amount : .budget })
        }
    }

    /// Two bodies whose tables of one kind the document holds, each under its name.
    var bodies: [String] {
        for (index, source) in form.enumerated() {
            guard let body = source.body else { continue }
            let other = form[..<index].first { earlier in
                guard earlier.kind == source.kind, let name = earlier.body else { return false }
                return !name.holds(body) && !body.holds(name)
            }
            if let name = other?.body { return [name, body] }
        }
        return []
    }

    /// Which tables of the form are of another year, where the document holds one of the same kind of its own year.
    func otherYears(than year: FiscalYear) -> [(place: Int, year: Int)] {
        form.indices.compactMap { place in
            let source = form[place]
            guard let own = source.year, own != year.number,
                form.contains(where: { $0.kind == source.kind && $0.year == year.number })
            else { return nil }
            return (place, own)
        }
    }

    /// Reads them.
    func read(_ context: TableStatements.Context) -> Findings {
        var context = context
        context.defaultUnit = defaultUnit
        var findings = Findings()
        var lines: [DisclosedLine] = []
        // Expenditure of all funds counts where no table says it fund by fund.
        let left = otherYears(than: context.fiscalYear)
        for other in left {
            let title = form[other.place].titles.last ?? ""
            findings.diagnostics.append(
                Diagnostic(
                    kind: .unreadablePart, page: nil, quote: title,
                    message:
                        Bilingual(
                            "“\(title)”为 \(other.year) 年度，文件为 \(context.fiscalYear) 年度，该表未计入",
                            "the table \(title) is of \(other.year), the document of \(context.fiscalYear); it was left out"
                        )
                ))
        }
        let own = form.indices.filter { place in !left.contains { $0.place == place } }.map { form[$0] }
        let sources = (own + others.map(\.source)).sorted { Self.rank($0) < Self.rank($1) }
        for source in sources where isExcerpt || source.kind == nil {
            var statements = TableStatements(source, context)
            statements.read()
            let taken = Dictionary(lines.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
            let isOfAll = Self.rank(source) == 1
            if !isOfAll || lines.isEmpty { lines += statements.lines.filter { taken[Key($0)] == nil } }
            findings.diagnostics += statements.lines.compactMap { Self.repeats($0, taken[Key($0)]) }
            guard source.kind == nil || isExcerpt else { continue }
            findings.figures += statements.figures
            findings.diagnostics += statements.diagnostics
        }
        // The tables of a whole disclosure give their lines as tables.
        if isExcerpt { findings.lines = lines }
        return findings
    }

    /// A line that a table before it states with another amount.
    private static func repeats(_ line: DisclosedLine, _ earlier: DisclosedLine?) -> Diagnostic? {
        guard let earlier, let stated = line.statedActual ?? line.statedInitialBudget,
            stated.amount != (earlier.statedActual ?? earlier.statedInitialBudget)?.amount
        else { return nil }
        return Diagnostic(
            kind: .unplacedFigure, page: line.line.source?.page, quote: line.line.source?.quote ?? "",
            message: Bilingual(
                "“\(stated.text)”与前面的表中“\(line.line.subject.name)”的金额不同",
                "'\(stated.text)' is another amount than an earlier table states of \(line.line.subject.name)"))
    }

    /// What stands in tables that nothing was made of: their numbers, row by row.
    ///
    /// - Parameter isRead: whether the tables of amounts were read.
    func unread(_ tables: [OtherTable]) -> [Diagnostic] {
        tables.filter { !TableRecognition.statesAmounts($0.source) }.flatMap { other in
            other.source.rows.compactMap { row -> Diagnostic? in
                let cells = other.source.table.row(row)
                let numbers = cells.map { TableText.folded($0.text.unicodeScalars) }.filter(StatedCell.isNumber)
                guard !numbers.isEmpty else { return nil }
                return Diagnostic(
                    kind: .unplacedFigure, page: cells.first?.page,
                    quote: cells.map { TableText.compact($0.text.unicodeScalars) }.joined(separator: " "),
                    message: numbers.quoted()
                        + Bilingual("所在的表不属于已知的表", " stand in a table that is none of those this reader knows"))
            }
        }
    }

    private static func rank(_ source: TableSource) -> Int {
        switch source.matter {
        case .generalPublicExpenditure, .governmentFund, .stateCapital: 0
        default: 1
        }
    }

    /// Which subject of which fund a line is of.
    private struct Key: Hashable {
        var fund: Fund
        var code: String?

        init(_ line: DisclosedLine) {
            fund = line.line.fund
            code = line.line.subject.code
        }
    }
}
