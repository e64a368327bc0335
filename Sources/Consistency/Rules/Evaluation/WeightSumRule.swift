import Disclosures
import FinalAccounts
import Platform

/// The weights of the indicators that a target sheet sets, against a hundred.
enum WeightSumRule: ConsistencyRule {
    static let about = RuleDescription(
        "weight-sum", .evaluation, .warning, title: Bilingual("指标权重合计", "Sum of weights"),
        compares: Bilingual("绩效目标表各指标权重（分值）之和与100", "the weights of a sheet of targets with 100"),
        tolerance: Bilingual("预算执行另计10分的，90也可", "90 where 10 points are kept for execution"),
        example: "权重20、20、20、20、10，合计90")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let sheets =
            (context.disclosure.otherTables + context.disclosure.formTables).flatMap(tables)
            + lines(context.text) + cells(context.text)
        return sheets.compactMap { finding($0, context) }
    }

    /// The weights of one project, and where they stand.
    private struct Sheet {
        var weights: [Rational]
        var place: Fact.Place
    }

    private static let least = 4

    private static func finding(_ sheet: Sheet, _ context: CheckContext) -> RuleFinding? {
        guard sheet.weights.count >= least, let sum = Rational.sum(sheet.weights), sum != .hundred,
            sum > Rational(60), sum < Rational(150)
        else { return nil }
        // Ten points for how much of the money was spent stand outside the indicators.
        let isExecutionApart = ["预算执行", "资金执行", "执行率"].contains { context.text.contains($0) }
        guard sum != Rational(90) || !isExecutionApart else { return nil }
        let number = StatedNumber(score: DecimalText(digits: 0, decimals: 1))
        return RuleFinding(
            about,
            message: Bilingual(
                "各指标权重（分值）之和为\(number.text(sum))，不是100。",
                "The weights of the indicators add up to \(number.text(sum)), not to 100."), place: sheet.place,
            stated: "100", computed: number.text(sum), suggestion: Bilingual("核对各指标的权重。", "Check the weights."))
    }

    private static func isWeight(_ head: String) -> Bool {
        let words = head.filter { !$0.isWhitespace }
        return ["权重", "分值", "标准分"].contains { words.opens(with: $0) } && words.count <= 12
    }

    // MARK: Tables

    /// The weights of a table, those of each project apart.
    private static func tables(_ table: CellTable) -> [Sheet] {
        guard let head = table.cells.first(where: { isWeight($0.text) }),
            !table.cells.contains(where: { $0.row == head.row && $0.text.holds("得分") })
        else { return [] }
        let level = table.cells.filter { $0.row == head.row && $0.text.holds("一级指标") }.map(\.column).min() ?? 0
        var sheets: [Sheet] = []
        for row in (head.row + 1)..<table.rowCount {
            let cells = table.row(row)
            // A cell before the first level begins another project.
            let begins = cells.contains { $0.column < level && $0.text.contains { $0.isLetter } }
            guard let cell = cells.first(where: { $0.column == head.column }), let weight = weight(cell.text) else {
                if begins { sheets.append(sheet(of: table, from: row)) }
                continue
            }
            if begins || sheets.isEmpty { sheets.append(sheet(of: table, from: row)) }
            if cells.contains(where: { $0.text.holds("合计") || $0.text.holds("总分") }) { continue }
            sheets[sheets.count - 1].weights.append(weight)
        }
        return sheets
    }

    private static func sheet(of table: CellTable, from row: Int) -> Sheet {
        let cells = table.row(row)
        return Sheet(
            weights: [],
            place: Fact.Place(
                page: cells.first?.page,
                quote: cells.map { $0.text.filter { !$0.isWhitespace } }.joined(separator: " "),
                section: .performance, table: nil))
    }

    private static func weight(_ text: String) -> Rational? {
        let words = text.filter { !$0.isWhitespace && $0 != "%" && $0 != "％" && $0 != "分" }
        return DecimalText(words).map { StatedNumber(score: $0).value }
    }

    // MARK: Text

    /// Rows of a table laid down a line each: 补助幼儿数≥326人20 under a head that ends with 分值.
    private static func lines(_ text: TextIndex) -> [Sheet] {
        let starts = text.document.lineStarts
        return starts.indices.compactMap { index -> Sheet? in
            let head = text.line(at: starts[index])
            let words = text.folded(head)
            guard words.holds("指标"),
                ["权重", "分值"].contains(where: { words.closes(with: $0) || words.closes(with: $0 + "(满分100)") })
            else { return nil }
            var weights: [Rational] = []
            for start in starts[(index + 1)...] {
                guard let weight = lastNumber(of: text.line(at: start), text) else { break }
                weights.append(weight)
            }
            return Sheet(weights: weights, place: place(head, text))
        }
    }

    private static func lastNumber(of line: Range<Int>, _ text: TextIndex) -> Rational? {
        var start = line.upperBound
        while start > line.lowerBound, ("0"..."9").contains(text[start - 1]) || text[start - 1] == "." { start -= 1 }
        guard start > line.lowerBound + 2, start < line.upperBound, !["≥", "≤", "="].contains(text[start - 1]) else {
            return nil
        }
        return DecimalText(text.folded(start..<line.upperBound)).map { StatedNumber(score: $0).value }
    }

    /// A table with a cell a line: numbers that no sign of comparison stands before, up to 权重合计.
    private static func cells(_ text: TextIndex) -> [Sheet] {
        text.ranges(of: "权重合计").compactMap { label in
            let starts = text.document.lineStarts
            guard let last = starts.firstIndex(of: label.lowerBound),
                let head = starts[..<last].lastIndex(where: { text.folded(text.line(at: $0)) == "权重" })
            else { return nil }
            let words = starts[(head + 1)..<last].map { text.folded(text.line(at: $0)) }
            let weights = words.indices.compactMap { index -> Rational? in
                guard index == 0 || !["≥", "≤", "=", ">", "<"].contains(words[index - 1]) else { return nil }
                return DecimalText(words[index]).map { StatedNumber(score: $0).value }
            }
            return Sheet(weights: weights, place: place(label, text))
        }
    }

    private static func place(_ range: Range<Int>, _ text: TextIndex) -> Fact.Place {
        Fact.Place(
            page: text.document.page(at: range.lowerBound), quote: text.document.quote(text.line(at: range.lowerBound)),
            section: .performance, table: nil, range: range)
    }
}
