import FinalAccounts
import OfficialForm
import Platform

/// Reads the rows of a table of indicators by the columns of its header.
struct IndicatorTable {
    private let table: CellTable
    private let header: IndicatorHeader
    private(set) var indicators: [Indicator] = []
    /// The mark of the row of totals.
    private(set) var total: DecimalText?
    /// What could not be read.
    private(set) var diagnostics: [Diagnostic] = []
    /// The row behind the last that was read.
    private(set) var end: Int
    /// The cells that reach into the rows under them.
    private var tall: [IndicatorColumn: CellTable.Cell] = [:]
    private var first: String?
    private var second: String?

    /// Reads the rows under a header, down to one that belongs to something else.
    init(_ table: CellTable, _ header: IndicatorHeader) {
        self.table = table
        self.header = header
        end = header.body
        while end < table.rowCount {
            let cells = table.row(end)
            // The header may be printed again, as behind a page break.
            if let next = IndicatorHeader(table, at: end) {
                guard next.columns == header.columns else { break }
                end = next.body
                continue
            }
            if !cells.isEmpty {
                guard !closes(cells) else { break }
                take(cells)
            }
            end += 1
        }
    }

    // MARK: End

    private static let totals = ["总分", "总计", "合计", "总得分", "得分合计"]
    private static let closers = [
        "备注", "说明", "注:", "附件", "偏差大", "目标未完成", "改进措施", "自评结论", "联系人", "项目名称", "年度目标", "年度总体目标", "填表", "填报",
    ]

    /// Whether a row is the total, or opens another part of the evaluation.
    private mutating func closes(_ cells: ArraySlice<CellTable.Cell>) -> Bool {
        guard let cell = cells.first else { return false }
        let text = TableText.folded(cell.text.unicodeScalars)
        if text.closes(with: "自评表") { return true }
        if Self.totals.contains(text) {
            let marks = cells.compactMap { MarkText.bare(TableText.folded($0.text.unicodeScalars)) }
            let score = cells.first { header.column(of: $0) == .score }
            total =
                score.flatMap { MarkText.cell(TableText.folded($0.text.unicodeScalars)) }
                ?? (marks.count >= 2 ? marks.last : nil)
            return true
        }
        // A name of an indicator may begin with such a word.
        let isName = header.column(of: cell) == .name && cells.count > 2
        return !isName && Self.closers.contains { text.opens(with: $0) }
    }

    // MARK: Rows

    private mutating func take(_ cells: ArraySlice<CellTable.Cell>) {
        var texts: [IndicatorColumn: String] = [:]
        for (column, cell) in tall where end < cell.row + cell.height { texts[column] = Self.words(cell) }
        var own: Set<IndicatorColumn> = []
        for cell in cells {
            let column = header.column(of: cell)
            guard column != .other else { continue }
            // A header over several cells: their words together.
            texts[column] = (own.insert(column).inserted ? "" : texts[column] ?? "") + Self.words(cell)
            // A mark over several rows is the mark of none of them.
            if column != .weight, column != .score { tall[column] = cell }
        }
        takeLevels(texts)
        let values: [IndicatorColumn] = [.target, .actual, .weight, .score]
        guard values.contains(where: { own.contains($0) && !TableText.isBlank(texts[$0] ?? "") }) else { return }
        guard let words = texts[.name], words.contains(where: { $0.isLetter || $0.isNumber }) else {
            return diagnose(cells, Bilingual("指标表此行没有名称", "the row of a table of indicators has no name"))
        }
        add(words, texts, cells)
    }

    private mutating func add(_ words: String, _ texts: [IndicatorColumn: String], _ cells: ArraySlice<CellTable.Cell>)
    {
        let name = MarkText.parted(words)
        var indicator = Indicator(
            firstLevel: first, secondLevel: second, name: name.words, weight: name.mark,
            target: IndicatorTarget(parsing: texts[.target] ?? ""),
            actual: IndicatorTarget(parsing: texts[.actual] ?? ""), page: cells.lazy.compactMap(\.page).first)
        for (column, place) in [(IndicatorColumn.weight, \Indicator.weight), (.score, \.score)] {
            guard let text = texts[column], !TableText.isBlank(text) else { continue }
            if let mark = MarkText.cell(TableText.folded(text.unicodeScalars)) {
                indicator[keyPath: place] = mark
            } else {
                diagnose(cells, Bilingual("分值列中的“\(text)”不是分数", "'\(text)' in a column of marks is no mark"))
            }
        }
        if let reason = texts[.reason], !TableText.isBlank(reason) { indicator.reason = reason }
        indicators.append(indicator)
    }

    /// A name of a level holds until the next one, whether its cell is merged or the cells under it are blank.
    private mutating func takeLevels(_ texts: [IndicatorColumn: String]) {
        if let text = texts[.first] {
            let name = MarkText.parted(text).words
            if name != first { second = nil }
            first = name
        }
        if let text = texts[.second] { second = MarkText.parted(text).words }
    }

    private mutating func diagnose(_ cells: ArraySlice<CellTable.Cell>, _ message: Bilingual) {
        diagnostics.append(
            Diagnostic(
                kind: .unplacedFigure, page: cells.lazy.compactMap(\.page).first,
                quote: cells.map { Self.words($0) }.joined(separator: " "), message: message))
    }

    private static func words(_ cell: CellTable.Cell) -> String { TableText.compact(cell.text.unicodeScalars) }

    // MARK: Missed indicators

    /// The reasons that a list of missed indicators gives, by the names of the indicators in folded form.
    static func reasons(_ table: CellTable, _ header: IndicatorHeader) -> [String: String] {
        var reasons: [String: String] = [:]
        var shared: CellTable.Cell?
        for row in header.body..<table.rowCount {
            let cells = table.row(row)
            if let own = cells.first(where: { header.column(of: $0) == .reason }) { shared = own }
            guard let name = cells.first(where: { header.column(of: $0) == .name }), let cell = shared,
                row < cell.row + cell.height
            else { continue }
            reasons[TableText.folded(name.text.unicodeScalars)] = words(cell)
        }
        return reasons
    }
}
