import FinalAccounts
import OfficialForm
import Platform

/// Reads the self-evaluation tables of a document: whose they are, budget, executed amount, rate, score and the
/// table of indicators.
///
/// Where the document has tables, their cells are read by the columns of their header. Text that was copied out of a
/// table, which has lost its columns, is read by ``IndicatorRows``.
struct EvaluationTableReader {
    /// The text outside of tables of indicators.
    private let text: CellText
    private let tables: [Place]
    private(set) var evaluations: [Evaluation] = []
    /// What could not be read.
    private(set) var diagnostics: [Diagnostic] = []
    /// The tables over the next table of indicators that may hold its head.
    private var heads: [CellTable] = []
    /// The reasons of missed indicators that a list gave, by name.
    private var reasons: [String: String] = [:]

    /// A table and the position of the text behind it.
    private struct Place {
        var table: CellTable
        var position: Int
        var holdsIndicators: Bool
    }

    init(_ lines: [TextLine], tables: [OtherTable] = []) {
        var text = CellText([])
        var places: [Place] = []
        var next = 0
        for other in tables {
            let holds = (0..<other.table.rowCount).contains { IndicatorHeader(other.table, at: $0) != nil }
            let start = holds ? other.lines.lowerBound : other.lines.upperBound
            for line in lines[next..<max(next, start)] { text.append(line) }
            next = max(next, other.lines.upperBound)
            places.append(Place(table: other.table, position: text.scalars.count, holdsIndicators: holds))
        }
        for line in lines[next...] { text.append(line) }
        self.text = text
        self.tables = places
    }

    /// Finds and reads all tables.
    mutating func read() -> [Evaluation] {
        var start = 0
        for place in tables {
            start = max(start, readText(start..<max(start, place.position)))
            guard place.holdsIndicators else {
                heads.append(place.table)
                continue
            }
            read(place.table, head: start..<max(start, place.position))
            start = max(start, place.position)
            heads = []
        }
        _ = readText(start..<text.scalars.count)
        return evaluations.filter { !$0.indicators.isEmpty }
    }

    // MARK: Cells

    private mutating func read(_ table: CellTable, head: Range<Int>) {
        var row = 0
        var from = 0
        var head = head
        while row < table.rowCount {
            guard let header = IndicatorHeader(table, at: row) else {
                row += 1
                continue
            }
            if header.listsMissed {
                reasons.merge(IndicatorTable.reasons(table, header)) { first, _ in first }
                row = header.body
                continue
            }
            let read = IndicatorTable(table, header)
            diagnostics += read.diagnostics
            var cells = EvaluationHead()
            for other in heads { cells.read(other, rows: 0..<other.rowCount) }
            cells.read(table, rows: from..<row)
            take(read, cells, head: head, at: row, of: table)
            head = head.upperBound..<head.upperBound
            heads = []
            row = max(read.end, row + 1)
            from = row
        }
    }

    private mutating func take(
        _ read: IndicatorTable, _ cells: EvaluationHead, head: Range<Int>, at row: Int, of table: CellTable
    ) {
        guard !read.indicators.isEmpty else { return }
        let page = read.indicators.first?.page
        if let (kind, name, quote) = cells.subject {
            evaluations.append(
                Evaluation(kind: kind, name: name, indicators: read.indicators, page: page, quote: quote))
            reportStart = head.lowerBound
            explain(&evaluations[evaluations.count - 1], in: head)
        } else {
            guard take(read.indicators, head: head, rest: head.upperBound) else {
                let quote = table.row(row).map { TableText.compact($0.text.unicodeScalars) }.joined(separator: " ")
                diagnostics.append(
                    Diagnostic(
                        kind: .unreadablePart, page: page, quote: quote,
                        message: Bilingual(
                            "有 \(read.indicators.count) 个指标的标题未写明项目或单位",
                            "\(read.indicators.count) indicators stand under no title that names project or body")))
                return
            }
        }
        let last = evaluations.count - 1
        evaluations[last].score = cells.score ?? evaluations[last].score ?? read.total
        evaluations[last].budget = cells.budget ?? evaluations[last].budget
        evaluations[last].executed = cells.executed ?? evaluations[last].executed
        evaluations[last].rate = cells.rate ?? evaluations[last].rate
        evaluations[last].parts += cells.goals
        for index in evaluations[last].indicators.indices {
            let indicator = evaluations[last].indicators[index]
            guard indicator.isUnmet == true, indicator.reason == nil else { continue }
            evaluations[last].indicators[index].reason = reasons[TableText.folded(indicator.name.unicodeScalars)]
        }
    }

    // MARK: Text

    /// Reads the tables that text was copied out of.
    ///
    /// - Returns: where the last one ends.
    private mutating func readText(_ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while let header = nextHeader(in: start..<range.upperBound) {
            let before = start..<header.start
            let block = header.rows..<blockEnd(in: header.rows..<range.upperBound)
            var rows = IndicatorRows(text, in: block, columns: header.columns)
            let end = rows.read()
            if let diagnostic = rows.rest() { diagnostics.append(diagnostic) }
            take(rows.indicators, head: before, rest: end)
            start = max(end, header.rows)
        }
        return start
    }

    // MARK: Header

    /// The header of an indicator table.
    private struct Header {
        var start: Int
        var rows: Int
        var columns: IndicatorRows.Columns
    }

    /// The next header: 二级指标 beside 指标名称 or 三级指标, and 得分 after them.
    private func nextHeader(in range: Range<Int>) -> Header? {
        var search = range.lowerBound
        while let second = text.firstIndex(of: "二级指标", in: search..<range.upperBound) {
            search = second + 4
            guard let name = ["指标名称", "三级指标"].first(where: { text.hasPrefix($0, at: second + 4) }) else { continue }
            let from = second + 4 + name.unicodeScalars.count
            let limit = min(range.upperBound, from + 60)
            guard from <= limit, let score = text.firstIndex(of: "得分", in: from..<limit) else { continue }
            let header = text.folded(from..<score)
            // The table of missed indicators has no score.
            guard !header.holds("未完成") || header.holds("值") && !header.holds("。") else { continue }
            guard let rows = rowsStart(from: score + 2), rows < range.upperBound else { continue }
            return Header(start: second, rows: rows, columns: Self.columns(header + text.folded(score..<rows)))
        }
        return nil
    }

    /// The rows begin at the first name of a level behind the header.
    private func rowsStart(from position: Int) -> Int? {
        let limit = min(text.scalars.count, position + 60)
        for start in position..<max(position, limit) where text.breaks[start] != .none {
            guard let (level, range) = IndicatorLevel.match(text, at: start, end: text.scalars.count) else { continue }
            // 绩效指标 over the whole group is no level here.
            if level == .first, text.quote(range) == "绩效指标" { continue }
            return start
        }
        return nil
    }

    private static func columns(_ header: String) -> IndicatorRows.Columns {
        var columns = IndicatorRows.Columns()
        columns.hasReasons = header.holds("原因")
        guard let weight = ["分值", "权重"].compactMap({ header.range(of: $0)?.lowerBound }).min() else { return columns }
        let target = ["指标值", "目标值", "年初", "年度"].compactMap { header.range(of: $0)?.lowerBound }.min()
        columns.weight = target.map { weight < $0 } ?? false ? .beforeTarget : .beforeScore
        return columns
    }

    /// Where the rows must have ended: at the next header or at words that open another part of the table.
    private func blockEnd(in range: Range<Int>) -> Int {
        let start = range.lowerBound
        var end = range.upperBound
        for words in ["二级指标指标名称", "二级指标三级指标"] {
            if let next = text.firstIndex(of: words, in: start..<end) { end = next }
        }
        var position = start
        while position < end {
            if text.breaks[position] == .line, Self.closers.contains(where: { text.hasPrefix($0, at: position) }) {
                return position
            }
            position += 1
        }
        return end
    }

    private static let closers = ["偏差大", "目标未完成", "改进措施", "年度目标", "备注", "总分", "总计", "合计", "附件", "说明:"].map {
        Array($0.unicodeScalars)
    }

    // MARK: Head

    /// - Returns: whether there is an evaluation that the indicators belong to.
    @discardableResult
    private mutating func take(_ indicators: [Indicator], head: Range<Int>, rest: Int) -> Bool {
        guard let subject = subject(in: head) else {
            // A second block of the same table: the indicators of another yearly target.
            guard !evaluations.isEmpty else { return false }
            evaluations[evaluations.count - 1].indicators += indicators
            evaluations[evaluations.count - 1].parts += YearlyGoal.all(in: text, head)
            explain(&evaluations[evaluations.count - 1], in: head)
            return true
        }
        var evaluation = Evaluation(
            kind: subject.kind, name: subject.name, indicators: indicators, page: text.page(at: subject.start),
            quote: text.quote(subject.start..<text.lineEnd(after: subject.start)))
        let table = subject.start..<head.upperBound
        evaluation.score = score(in: table) ?? totalScore(at: rest)
        CopiedExecution.read(&evaluation, from: text, in: table)
        evaluation.parts = YearlyGoal.all(in: text, table)
        reportStart = head.lowerBound
        explain(&evaluation, in: head)
        evaluations.append(evaluation)
        return true
    }

    /// Where the report in front of the last table began.
    private var reportStart = 0

    private func explain(_ evaluation: inout Evaluation, in head: Range<Int>) {
        let report = MissedIndicators(text, in: reportStart..<head.upperBound)
        report.explain(&evaluation.indicators)
    }

    private func subject(in head: Range<Int>) -> (kind: Evaluation.Kind, name: String, start: Int)? {
        let title = text.lastIndex(of: "自评表", in: head)
        let label = text.lastIndex(of: "项目名称", in: head)
        if let label, label > title ?? -1 || label > head.upperBound - 3000 {
            if let name = projectName(after: label + 4, limit: head.upperBound) {
                return (.project, name, title ?? label)
            }
        }
        guard let title else { return nil }
        var start = title
        while start > head.lowerBound, text.breaks[start] != .line { start -= 1 }
        return EvaluationHead.titled(text.quote(start..<title)).map { ($0.kind, $0.name, start) }
    }

    /// The cell beside 项目名称.
    private func projectName(after start: Int, limit: Int) -> String? {
        let limit = min(limit, start + 80)
        let end =
            EvaluationHead.fields.compactMap { text.firstIndex(of: $0, in: start..<limit) }.min()
            ?? text.lineEnd(after: start)
        return start < end ? EvaluationHead.project(text.quote(start..<end)) : nil
    }

    /// The mark behind 自评得分 or 总分 in the head of a table.
    private func score(in range: Range<Int>) -> DecimalText? {
        for words in ["自评得分", "自评总分", "总分", "总得分"] {
            guard var position = text.firstIndex(of: words, in: range) else { continue }
            position += words.unicodeScalars.count
            if position < range.upperBound, text.scalars[position] == ":" { position += 1 }
            let digits = text.scalars[position..<range.upperBound].prefix { ScalarFolding.isDigit($0) || $0 == "." }
            if let mark = MarkText.bare(String(String.UnicodeScalarView(digits))) { return mark }
        }
        return nil
    }

    /// 总分 100 95.5 under the rows.
    private func totalScore(at position: Int) -> DecimalText? {
        let limit = min(text.scalars.count, position + 40)
        guard position < limit, let start = ["总分", "总计", "合计"].first(where: { text.hasPrefix($0, at: position) })
        else { return nil }
        let line = text.words(in: position + start.unicodeScalars.count..<text.lineEnd(after: position))
        let marks = line.compactMap { MarkText.bare(text.folded($0.range)) }
        return marks.count >= 2 ? marks.last : nil
    }
}
