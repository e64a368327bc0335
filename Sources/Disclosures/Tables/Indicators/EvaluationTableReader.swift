import FinalAccounts
import OfficialForm

/// Reads the self-evaluation tables of a document: whose they are, budget, executed amount, rate, score and the
/// table of indicators.
struct EvaluationTableReader {
    private let text: CellText
    private(set) var evaluations: [Evaluation] = []

    init(_ lines: [TextLine]) {
        text = CellText(lines)
    }

    /// Finds and reads all tables.
    mutating func read() -> [Evaluation] {
        var start = 0
        while let header = nextHeader(from: start) {
            let before = start..<header.start
            var rows = IndicatorRows(
                text, in: header.rows..<blockEnd(from: header.rows), columns: header.columns)
            let end = rows.read()
            take(rows.indicators, head: before, rest: end)
            start = max(end, header.rows)
        }
        return evaluations.filter { !$0.indicators.isEmpty }
    }

    // MARK: Header

    /// The header of an indicator table.
    private struct Header {
        var start: Int
        var rows: Int
        var columns: IndicatorRows.Columns
    }

    /// The next header: 二级指标 beside 指标名称 or 三级指标, and 得分 after them.
    private func nextHeader(from start: Int) -> Header? {
        var search = start
        while let second = text.firstIndex(of: "二级指标", in: search..<text.scalars.count) {
            search = second + 4
            guard let name = ["指标名称", "三级指标"].first(where: { text.hasPrefix($0, at: second + 4) }) else { continue }
            let from = second + 4 + name.unicodeScalars.count
            let limit = min(text.scalars.count, from + 60)
            guard let score = text.firstIndex(of: "得分", in: from..<limit) else { continue }
            let header = text.folded(from..<score)
            // The table of missed indicators has no score.
            guard !header.contains("未完成") || header.contains("值") && !header.contains("。") else { continue }
            guard let rows = rowsStart(from: score + 2) else { continue }
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
        columns.hasReasons = header.contains("原因")
        guard let weight = ["分值", "权重"].compactMap({ header.range(of: $0)?.lowerBound }).min() else { return columns }
        let target = ["指标值", "目标值", "年初", "年度"].compactMap { header.range(of: $0)?.lowerBound }.min()
        columns.weight = target.map { weight < $0 } ?? false ? .beforeTarget : .beforeScore
        return columns
    }

    /// Where the rows must have ended: at the next header or at words that open another part of the table.
    private func blockEnd(from start: Int) -> Int {
        var end = text.scalars.count
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

    private mutating func take(_ indicators: [Indicator], head: Range<Int>, rest: Int) {
        guard let subject = subject(in: head) else {
            // A second block of the same table: the indicators of another yearly target.
            guard !evaluations.isEmpty else { return }
            evaluations[evaluations.count - 1].indicators += indicators
            explain(&evaluations[evaluations.count - 1], in: head)
            return
        }
        var evaluation = Evaluation(
            kind: subject.kind, name: subject.name, indicators: indicators, page: text.page(at: subject.start),
            quote: text.quote(subject.start..<text.lineEnd(after: subject.start)))
        let table = subject.start..<head.upperBound
        evaluation.score = score(in: table) ?? totalScore(at: rest)
        readExecution(&evaluation, in: table)
        reportStart = head.lowerBound
        explain(&evaluation, in: head)
        evaluations.append(evaluation)
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
        let words = text.quote(start..<title)
        guard words.unicodeScalars.count <= 50 else { return nil }
        if words.contains("整体") { return (.overall, "", start) }
        let name = EvaluationSubject.projectName(words.hasSuffix("绩效") ? String(words.dropLast(2)) : words)
        return name.map { (.project, $0, start) }
    }

    /// The cell beside 项目名称.
    private func projectName(after start: Int, limit: Int) -> String? {
        let stops = ["主管部门", "主管单位", "项目主管", "实施单位", "项目实施", "预算执行", "主管", "项目负责人", "项目编码", "项目类型"]
        let limit = min(limit, start + 80)
        let end = stops.compactMap { text.firstIndex(of: $0, in: start..<limit) }.min() ?? text.lineEnd(after: start)
        guard start < end else { return nil }
        var name = text.quote(start..<end)
        while let first = name.first, first == ":" || first == "：" { name.removeFirst() }
        guard !name.isEmpty, name.count <= 60 else { return nil }
        return name.hasSuffix("项目") && name.count > 4 ? String(name.dropLast(2)) : name
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

    // MARK: Execution

    /// Budget, executed amount and rate: the first line of numbers with a percentage behind 执行数.
    private func readExecution(_ evaluation: inout Evaluation, in range: Range<Int>) {
        guard let start = text.firstIndex(of: "执行数", in: range) else { return }
        let unit: AmountUnit = text.folded(range.lowerBound..<start).contains("(元)") ? .yuan : .wan
        var line: [String] = []
        for word in text.words(in: start..<range.upperBound) {
            if word.beginsLine { line = [] }
            line.append(text.folded(word.range))
            guard word.endsLine, let row = Self.execution(line, unit: unit) else { continue }
            (evaluation.budget, evaluation.executed, evaluation.rate) = row
            return
        }
    }

    private static func execution(
        _ words: [String], unit: AmountUnit
    ) -> (StatedAmount, StatedAmount, StatedPercentage)? {
        guard let place = words.firstIndex(where: { $0.hasSuffix("%") }),
            let rate = DecimalText(words[place].dropLast())
        else { return nil }
        let amounts = words[..<place].compactMap { try? StatedAmount(parsing: $0, unit: unit) }
        guard amounts.count >= 2 else { return nil }
        let percentage = StatedPercentage(digits: rate.digits, decimals: rate.decimals)
        // 年初预算数, 全年预算数, 全年执行数, 分值: the pair that makes the rate.
        for executed in amounts.indices.dropFirst().reversed() {
            let budget = amounts[executed - 1]
            if Self.makes(percentage, budget, amounts[executed]) { return (budget, amounts[executed], percentage) }
        }
        let executed = min(amounts.count - 1, amounts.count > 2 ? 2 : 1)
        return (amounts[executed - 1], amounts[executed], percentage)
    }

    /// Whether executed over budget is the percentage within half a unit of its last digit.
    private static func makes(_ rate: StatedPercentage, _ budget: StatedAmount, _ executed: StatedAmount) -> Bool {
        guard budget.amount.minorUnits > 0 else { return false }
        let computed = 100 * Double(executed.amount.minorUnits) / Double(budget.amount.minorUnits)
        var step = 1.0
        for _ in 0..<rate.decimals { step /= 10 }
        return abs(computed - Double(rate.digits) * step) <= max(step, 0.05)
    }
}
