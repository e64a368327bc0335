import FinalAccounts
import OfficialForm

/// The main table of income and expenditure, laid down as text: label and amount, label and amount, a row a line.
///
/// Every amount stands right behind its label, and the labels of the form tell their side themselves, so that the
/// columns need not be told. Labels that name neither side (合计) are told by their order where a line has both.
extension FlattenedTable {
    /// The main tables of a text, in order.
    static func sides(
        in text: FoldedText, fiscalYear: Int?, plainSide: Aspect
    ) -> [FlattenedTable] {
        let ends = text.lineStarts.dropFirst() + [text.scalars.count]
        let lines = zip(text.lineStarts, ends).map { $0..<$1 }
        var tables: [FlattenedTable] = []
        for (index, line) in lines.enumerated()
        where line.lowerBound >= tables.last?.range.upperBound ?? 0 && headsSides(text, line) {
            tables +=
                FlattenedTable(
                    sides: text, lines: Array(lines[index...].prefix(mostRows)), fiscalYear: fiscalYear,
                    plainSide: plainSide
                ).map { [$0] } ?? []
        }
        return tables
    }

    /// The official form's main table has 31 rows, with its remarks some ten more.
    private static let mostRows = 60

    private static func headsSides(_ text: FoldedText, _ line: Range<Int>) -> Bool {
        line.count <= 60 && MainTableHead.isHead(string(text, line))
    }

    /// Reads the rows under such a line; `nil` where fewer than four amounts have a label of the form, or no total is
    /// among them.
    init?(sides text: FoldedText, lines: [Range<Int>], fiscalYear: Int?, plainSide: Aspect) {
        guard let first = lines.first, lines.count > 1 else { return nil }
        let words = Self.string(text, first)
        let split = words.components(separatedBy: "支")
        guard let head = Self.head(split.last ?? words, fiscalYear: fiscalYear, plainSide: plainSide), !head.isRate,
            let unit = Self.unit(text, before: first.lowerBound, heads: [words])
        else { return nil }
        var entries: [Entry] = []
        var leftovers: [NumberToken] = []
        var rows: [Range<Int>] = []
        for line in lines.dropFirst() {
            guard let row = Self.pairs(text, line, unit: unit) else { break }
            for (place, pair) in row.enumerated() {
                let sides = row.filter { Self.sums.contains($0.label) }
                let label =
                    Self.sums.contains(pair.label)
                    ? (sides.count == 2 ? Self.total(pair.label, isIncome: place == 0) : nil)
                    : Self.label(pair.label, behind: nil)
                guard let label else {
                    leftovers.append(pair.number)
                    continue
                }
                entries.append(
                    Entry(topic: label.topic, subject: label.subject, aspect: head.aspect, number: pair.number))
            }
            rows.append(line)
        }
        let totals: Set<Topic> = [.yearIncome, .yearExpenditure, .incomeTotal, .expenditureTotal]
        guard entries.count >= 4, entries.contains(where: { totals.contains($0.topic) }) else { return nil }
        self.init(
            entries: entries, leftovers: leftovers,
            range: first.lowerBound..<(rows.last?.upperBound ?? first.upperBound), rows: rows)
    }

    private static let sums: Set<String> = ["合计", "总计", "本年合计", "收支总计"]

    private static func total(_ label: String, isIncome: Bool) -> (topic: Topic, subject: String?) {
        if label.holds("总计") { return (isIncome ? .incomeTotal : .expenditureTotal, nil) }
        return (isIncome ? .yearIncome : .yearExpenditure, nil)
    }

    /// The amounts of a line with the label before each; `nil` where the line is none of the table's.
    private static func pairs(
        _ text: FoldedText, _ line: Range<Int>, unit: AmountUnit
    ) -> [(label: String, number: NumberToken)]? {
        guard line.count <= 140, !text.scalars[line].contains(where: { "。；，".unicodeScalars.contains($0) }) else {
            return nil
        }
        var pairs: [(label: String, number: NumberToken)] = []
        var start = line.lowerBound
        for number in NumberScanner.numbers(text.scalars, in: line) {
            let label = lastLabel(string(text, start..<number.range.lowerBound))
            start = number.range.upperBound
            // 第2页，共38页: a page number, which no amount is.
            guard number.unit == .none, !label.closes(with: "第"), !label.closes(with: "共") else { continue }
            var amount = number
            amount.unit = .money(unit)
            pairs.append((label, amount))
        }
        let rest = lastLabel(string(text, start..<line.upperBound))
        return pairs.isEmpty && Self.label(rest, behind: nil) == nil ? nil : pairs
    }

    /// The label right before an amount: that behind the last number of an outline, where blank cells stand before it.
    private static func lastLabel(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)
        for position in scalars.indices.reversed() where scalars[position] == "、" {
            let rest = String(String.UnicodeScalarView(scalars[(position + 1)...]))
            if position > 0, "一二三四五六七八九十".unicodeScalars.contains(scalars[position - 1]) { return rest }
        }
        return words
    }

    private static func string(_ text: FoldedText, _ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text.scalars[range].filter { $0 != " " }))
    }
}
