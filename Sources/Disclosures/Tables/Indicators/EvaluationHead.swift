import FinalAccounts
import OfficialForm

/// What the cells over a table of indicators say: whose evaluation it is, its budget and its mark.
struct EvaluationHead {
    private(set) var subject: (kind: Evaluation.Kind, name: String, quote: String)?
    private(set) var score: DecimalText?
    private(set) var budget: StatedAmount?
    private(set) var executed: StatedAmount?
    private(set) var rate: StatedPercentage?
    /// The yearly goals, in order.
    private(set) var goals: [EvaluationPart] = []
    private var unit = AmountUnit.wan

    /// Reads the rows of a table from one row to before another; what later rows say replaces what earlier ones said.
    mutating func read(_ table: CellTable, rows: Range<Int>) {
        if let sheet = table.sheet { takeTitle(sheet) }
        for row in rows {
            let cells = Array(table.row(row))
            let texts = cells.map { TableText.folded($0.text.unicodeScalars) }
            for (index, text) in texts.enumerated() {
                if text.holds("(元)") { unit = .yuan }
                // A blank cell beside a label is not there: what follows is another label.
                let isLabelled = index + 1 < texts.count && !Self.fields.contains { texts[index + 1].opens(with: $0) }
                take(cells[index], text, beside: isLabelled ? cells[index + 1] : nil)
            }
            if texts.contains(where: { $0.holds("执行数") }) { readExecution(table, row: row, limit: rows.upperBound) }
        }
    }

    /// Labels that stand beside and under the name of a project.
    static let fields = ["主管部门", "主管单位", "项目主管", "实施单位", "项目实施", "预算执行", "主管", "项目负责人", "项目编码", "项目类型"]

    private mutating func take(_ cell: CellTable.Cell, _ text: String, beside: CellTable.Cell?) {
        if text.holds("自评表") { takeTitle(cell.text) }
        if let goal = YearlyGoal.goal(cell.text, beside: beside.map { TableText.compact($0.text.unicodeScalars) }) {
            goals.append(goal)
        }
        if let name = Self.value(of: ["项目名称"], text, cell, beside) { takeProject(name, label: cell) }
        if let mark = Self.value(of: Self.scores, text, cell, beside) {
            score = MarkText.cell(TableText.folded(mark.unicodeScalars)) ?? score
        }
    }

    private static let scores = ["自评得分", "自评总分", "总分", "总得分"]

    /// The words behind a label and its colon, or in the cell beside it.
    private static func value(
        of labels: [String], _ text: String, _ cell: CellTable.Cell, _ beside: CellTable.Cell?
    ) -> String? {
        for label in labels where text.opens(with: label) {
            let printed = TableText.compact(cell.text.unicodeScalars)
            if let colon = printed.firstIndex(where: { $0 == ":" || $0 == "：" }) {
                let words = String(printed[printed.index(after: colon)...])
                if !words.isEmpty { return words }
                return beside.map { TableText.compact($0.text.unicodeScalars) }
            }
            if text == label { return beside.map { TableText.compact($0.text.unicodeScalars) } }
        }
        return nil
    }

    // MARK: Subject

    /// 2023年度城市管理项目自评表: the words before 自评表 name the project, or the body as a whole.
    private mutating func takeTitle(_ title: String) {
        let words = TableText.compact(title.unicodeScalars)
        guard let found = words.range(of: "自评表") else { return }
        if let (kind, name) = Self.titled(String(words[..<found.lowerBound])) { subject = (kind, name, words) }
    }

    /// What the words before 自评表 name; `nil` for the form's own words.
    static func titled(_ words: String) -> (kind: Evaluation.Kind, name: String)? {
        guard words.unicodeScalars.count <= 50 else { return nil }
        if words.holds("整体") { return (.overall, "") }
        return EvaluationName.projectName(words.closes(with: "绩效") ? String(words.dropLast(2)) : words).map {
            (.project, $0)
        }
    }

    private mutating func takeProject(_ words: String, label: CellTable.Cell) {
        guard let name = Self.project(words) else { return }
        subject = (.project, name, TableText.compact(label.text.unicodeScalars) + words)
    }

    /// The project in the cell beside 项目名称; `nil` where nothing, or no name, stands there.
    static func project(_ words: String) -> String? {
        var name = words
        while let first = name.first, ":：|".contains(first) { name.removeFirst() }
        while name.last == "|" { name.removeLast() }
        guard !name.isEmpty, name.count <= 60 else { return nil }
        return name.closes(with: "项目") && name.count > 4 ? String(name.dropLast(2)) : name
    }

    // MARK: Execution

    /// Budget, executed amount and rate under their headers, or each beside its label.
    private mutating func readExecution(_ table: CellTable, row: Int, limit: Int) {
        let headers = table.row(row)
        let labels = headers.map { TableText.folded($0.text.unicodeScalars) }
        func place(_ words: [String]) -> CellTable.Cell? {
            for word in words {
                if let index = labels.firstIndex(where: { $0.holds(word) }) {
                    return headers[headers.startIndex + index]
                }
            }
            return nil
        }
        guard let executed = place(["执行数"]) else { return }
        let budget = place(["全年预算", "调整预算", "调整后预算", "预算数"])
        let rate = place(["执行率", "完成率"])
        // The row of labels itself, then those under it.
        for next in row..<min(limit, row + 6) {
            func value(_ header: CellTable.Cell?) -> CellTable.Cell? {
                guard let header else { return nil }
                if next == row { return table.row(row).first { $0.column >= header.column + header.width } }
                return table.row(next).first { header.column <= $0.column && $0.column < header.column + header.width }
            }
            guard let amount = value(executed).flatMap(amount) else { continue }
            self.executed = amount
            self.budget = value(budget).flatMap(self.amount)
            self.rate = value(rate).flatMap { Self.percentage(TableText.folded($0.text.unicodeScalars)) }
            return
        }
    }

    private func amount(_ cell: CellTable.Cell) -> StatedAmount? {
        var text = TableText.compact(cell.text.unicodeScalars)
        var unit = unit
        for (suffix, own) in [("万元", AmountUnit.wan), ("元", .yuan)] where text.closes(with: suffix) {
            text.removeLast(suffix.count)
            unit = own
        }
        return TableText.isNumber(Array(text.unicodeScalars)) ? TableText.amount(text, unit: unit) : nil
    }

    private static func percentage(_ folded: String) -> StatedPercentage? {
        guard folded.closes(with: "%"), let rate = DecimalText(folded.dropLast()) else { return nil }
        return StatedPercentage(digits: rate.digits, decimals: rate.decimals)
    }
}
