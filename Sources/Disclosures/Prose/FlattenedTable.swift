import FinalAccounts
import OfficialForm

/// A table of the “三公” costs that a copy has laid down as text: cells between bars, or a cell a line.
///
/// A row that has not as many cells as the table has heads does not say which column its numbers stand in; they are
/// left over.
struct FlattenedTable {
    /// A figure that a row states.
    struct Entry {
        var topic: Topic
        /// The category, where the topic has several.
        var subject: String?
        var aspect: Aspect
        var number: NumberToken
    }

    private(set) var entries: [Entry] = []
    /// Numbers whose row or column says nothing of them.
    private(set) var leftovers: [NumberToken] = []
    /// The stretch of text that the table takes.
    let range: Range<Int>
    /// The lines that are rows of their own, labels and amounts; none where a cell is a line.
    let rows: [Range<Int>]

    /// The tables in a stretch of text, in order.
    static func find(in text: FoldedText, _ range: Range<Int>, fiscalYear: Int?, plainSide: Aspect) -> [FlattenedTable]
    {
        let first = text.lineStarts.partitioningIndex { $0 >= range.lowerBound }
        let starts = Array(text.lineStarts[first...].prefix { $0 < range.upperBound }) + [range.upperBound]
        var tables: [FlattenedTable] = []
        var index = 0
        while index + 1 < starts.count {
            let line = starts[index]..<starts[index + 1]
            guard mayBegin(text, line) else {
                index += 1
                continue
            }
            let lines = (index..<starts.count - 1).lazy.map { starts[$0]..<starts[$0 + 1] }
                .prefix { isTableLine(text, $0) }
            let table = FlattenedTable(text, lines: Array(lines), fiscalYear: fiscalYear, plainSide: plainSide)
            if let table, !table.entries.isEmpty {
                tables.append(table)
                index += lines.count
            } else {
                index += 1
            }
        }
        return tables
    }

    init(entries: [Entry], leftovers: [NumberToken], range: Range<Int>, rows: [Range<Int>]) {
        self.entries = entries
        self.leftovers = leftovers
        self.range = range
        self.rows = rows
    }

    /// What is quoted for a number: its row, where a row is a line.
    func bounds(of number: NumberToken) -> Range<Int> {
        rows.first { $0.contains(number.range.lowerBound) } ?? range
    }

    private struct Cell {
        var range: Range<Int>
        var words: String
    }

    private static let corners: Set<String> = ["项目", "经费项目", "费用项目", "支出项目"]

    private init?(_ text: FoldedText, lines: [Range<Int>], fiscalYear: Int?, plainSide: Aspect) {
        guard let first = lines.first, let last = lines.last, Self.mayBegin(text, first) else { return nil }
        let cells = Self.cells(text, lines)
        guard let corner = cells.first else { return nil }
        let hasCorner = Self.corners.contains(corner.words)
        let rest = cells.dropFirst(hasCorner ? 1 : 0)
        let heads = rest.prefix { Self.head($0.words, fiscalYear: fiscalYear, plainSide: plainSide) != nil }
        let aspects = heads.compactMap { Self.head($0.words, fiscalYear: fiscalYear, plainSide: plainSide) }
        guard !aspects.isEmpty, aspects.count <= 6, hasCorner || Self.isTable(rest, heads: aspects.count) else {
            return nil
        }
        // 项目 | 决算数 | 项目 | 决算数: two sides, told by turns.
        let hasSides = rest.dropFirst(heads.count).first.map { $0.words.opens(with: "项目") } ?? false
        range = first.lowerBound..<last.upperBound
        rows = []
        let unit = Self.unit(text, before: first.lowerBound, heads: heads.map(\.words))
        read(
            text, Self.rows(rest.dropFirst(hasSides ? heads.count * 2 + 1 : heads.count)), aspects: aspects, unit: unit)
        let isOfCosts = entries.contains { $0.topic != .threePublic && NounPhrase.standsOver.contains($0.topic) }
        entries.removeAll { $0.topic == .threePublic && !isOfCosts }
        guard Set(entries.map { $0.topic.rawValue + ($0.subject ?? "") }).count >= 2 else { return nil }
    }

    private mutating func read(
        _ text: FoldedText, _ rows: [(label: String, values: [Cell])], aspects: [Head], unit: AmountUnit?
    ) {
        var named: Topic?
        var short: [(topic: Topic, numbers: [NumberToken])] = []
        for row in rows {
            let label = Self.label(row.label, behind: named)
            named = label?.topic ?? named
            let numbers = row.values.enumerated().map { column, cell in
                let isRate = aspects.indices.contains(column) && aspects[column].isRate
                return Self.number(text, cell, unit: unit, isRate: isRate)
            }
            guard let label, numbers.count == aspects.count else {
                if let topic = label?.topic, !numbers.isEmpty, Self.costs.contains(topic) {
                    short.append((topic, numbers.compactMap(\.self)))
                } else {
                    leftovers += numbers.compactMap(\.self)
                }
                continue
            }
            for (column, number) in numbers.enumerated() {
                guard let number else { continue }
                add(label.topic, label.subject, number, aspects[column])
            }
        }
        for (topic, numbers) in short { place(numbers, of: topic, aspects) }
    }

    private mutating func add(_ topic: Topic, _ subject: String?, _ number: NumberToken, _ head: Head) {
        entries.append(Entry(topic: topic, subject: subject, aspect: head.aspect, number: head.signed(number)))
    }

    private static let costs: [Topic] = [.abroad, .vehicles, .reception]

    /// Places the numbers of a cost whose row has lost cells where the total less the other costs says they belong.
    private mutating func place(_ numbers: [NumberToken], of topic: Topic, _ aspects: [Head]) {
        var rest = aspects.map { head in Self.remainder(of: topic, head.aspect, in: entries) }
        var next = 0
        for number in numbers {
            let amount = number.amount?.amount
            guard let amount, let column = rest.indices.first(where: { $0 >= next && rest[$0] == amount }),
                // Where another column asks for the same, either may be meant; nothing is nothing in both.
                amount == .zero || rest[next...].count(where: { $0 == amount }) == 1
            else {
                leftovers.append(number)
                continue
            }
            add(topic, nil, number, aspects[column])
            rest[column] = nil
            next = column + 1
        }
    }

    /// What the total of a column leaves for one cost; `nil` where the total or another cost is not known.
    private static func remainder(of topic: Topic, _ aspect: Aspect, in entries: [Entry]) -> Amount? {
        func amount(_ topic: Topic) -> Amount? {
            entries.first { $0.topic == topic && $0.aspect == aspect }?.number.amount?.amount
        }
        let others = costs.filter { $0 != topic }.compactMap(amount)
        guard let total = amount(.threePublic), others.count == costs.count - 1 else { return nil }
        do { return try total.subtracting(Amount.sum(others)) } catch { return nil }
    }

    // MARK: Cells

    private static func mayBegin(_ text: FoldedText, _ line: Range<Int>) -> Bool {
        corners.contains { text.scalars[line].starts(with: $0.unicodeScalars) }
            || line.count <= longestHead && "数额".unicodeScalars.contains(text.scalars[line.upperBound - 1])
    }

    /// 2016年预算数: the head of the one column of a table whose corner is blank.
    private static let longestHead = 8

    /// Whether nothing but a table can be meant though its corner is blank: behind the head of one column the total of the costs
    /// and its amount; behind several heads as many values a row, of two measures at least.
    private static func isTable(_ cells: ArraySlice<Cell>, heads: Int) -> Bool {
        let rows = rows(cells.dropFirst(heads)).prefix(heads == 1 ? 3 : 4)
        let named = rows.filter { $0.values.count == heads && topic($0.label) != nil }
        guard heads == 1 else { return rows.first?.values.count == heads && named.count >= 2 }
        return rows.count == 3 && rows.allSatisfy { $0.values.count == 1 }
            && rows.first.flatMap { topic($0.label) } == .threePublic
            && rows.dropFirst().contains { topic($0.label).map(costs.contains) ?? false }
    }

    private static func isTableLine(_ text: FoldedText, _ line: Range<Int>) -> Bool {
        guard line.count <= 120, !text.scalars[line].contains(where: { $0 == "。" || $0 == "；" }) else { return false }
        if text.scalars[line].contains("|") { return true }
        guard line.count <= 24, !text.scalars[line].contains("，") else { return false }
        let next = text.marks.partitioningIndex { $0.start >= line.lowerBound }
        return next == text.marks.count || text.marks[next].start != line.lowerBound || text.marks[next].level > 2
    }

    private static func cells(_ text: FoldedText, _ lines: [Range<Int>]) -> [Cell] {
        guard let first = lines.first, let last = lines.last else { return [] }
        let all = first.lowerBound..<last.upperBound
        guard text.scalars[all].contains("|") else { return lines.map { cell(text, $0) } }
        var cells: [Cell] = []
        var start = all.lowerBound
        for position in all where text.scalars[position] == "|" {
            cells.append(cell(text, start..<position))
            start = position + 1
        }
        return cells
    }

    private static func cell(_ text: FoldedText, _ range: Range<Int>) -> Cell {
        Cell(range: range, words: String(String.UnicodeScalarView(text.scalars[range].filter { $0 != " " })))
    }

    private static func rows(_ cells: some Sequence<Cell>) -> [(label: String, values: [Cell])] {
        var rows: [(label: String, values: [Cell])] = []
        for cell in cells {
            if isValue(cell.words) {
                if !rows.isEmpty { rows[rows.count - 1].values.append(cell) }
            } else {
                rows.append((cell.words, []))
            }
        }
        return rows
    }

    /// A number, a dash or a blank.
    private static func isValue(_ words: String) -> Bool {
        words.allSatisfy { $0.isASCII && $0.isNumber || ".,-%—/".contains($0) }
    }

    // MARK: Heads and labels

    struct Head {
        var aspect: Aspect
        var isRate = false
        var falls = false

        func signed(_ number: NumberToken) -> NumberToken {
            guard falls, number.number.digits > 0 else { return number }
            var number = number
            number.number = DecimalText(digits: -number.number.digits, decimals: number.number.decimals)
            return number
        }
    }

    static func head(_ words: String, fiscalYear: Int?, plainSide: Aspect) -> Head? {
        guard topic(words) == nil, !words.isEmpty else { return nil }
        let isRate = words.holds("率") || words.holds("%")
        if ["增减", "减少", "增加", "增长"].contains(where: words.holds) {
            return Head(
                aspect: isRate ? .changeRate : .change, isRate: isRate,
                falls: words.holds("减少") && !words.holds("增"))
        }
        let isPrevious = fiscalYear.map { words.holds(String($0 - 1)) } ?? false || words.holds("上年")
        if words.holds("年初预算") { return Head(aspect: .initialBudget) }
        if words.holds("预算") {
            if isPrevious { return plainSide == .amount ? nil : Head(aspect: .previousAmount) }
            return Head(aspect: .budget)
        }
        guard ["决算", "支出", "执行", "金额"].contains(where: words.holds) else { return nil }
        return Head(aspect: isPrevious ? .previousAmount : words.holds("金额") ? plainSide : .amount)
    }

    private static func topic(_ words: String) -> Topic? { label(words, behind: nil)?.topic }

    /// What a label names, and the category where it is one.
    static func label(_ words: String, behind last: Topic?) -> (topic: Topic, subject: String?)? {
        var words = Substring(words)
        if let mark = OutlineMark(in: Array(words.unicodeScalars), at: 0) { words = words.dropFirst(mark.end) }
        for prefix in ["其中:", "其中", ":", "总", "减:", "加:"] where words.opens(with: prefix) && words != "总计" {
            words = words.dropFirst(prefix.count)
        }
        if ["合计", "总计", "计"].contains(words) { return (.threePublic, nil) }
        if words == "支出总额" { return (.expenditureTotal, nil) }
        let text = FoldedText(String(words))
        let all = 0..<text.scalars.count
        if let category = CategoryNames.name(in: text, all) { return (.category, category) }
        guard let (cue, length) = Lexicon.match(text, at: 0, end: all.upperBound), length == all.upperBound else {
            return nil
        }
        switch cue {
        case .topic(let topic): return TopicResolver.resolve(topic, in: .totals).map { ($0, nil) }
        case .fund(let fund):
            guard last == .fiscalIncome || last == .generalPublicIncome else { return nil }
            return (TopicResolver.total(of: fund, isIncome: true), nil)
        default: return nil
        }
    }

    // MARK: Numbers

    /// The unit said in a head or in the lines before the table.
    static func unit(_ text: FoldedText, before start: Int, heads: [String]) -> AmountUnit? {
        if let unit = heads.lazy.compactMap({ TableText.unit($0) ?? HeaderWords.unit($0) }).first { return unit }
        let words = String(String.UnicodeScalarView(text.scalars[max(0, start - 40)..<start]))
        if words.holds("万元") { return .wan }
        return words.holds("单位:元") ? .yuan : nil
    }

    private static func number(_ text: FoldedText, _ cell: Cell, unit: AmountUnit?, isRate: Bool) -> NumberToken? {
        guard let start = cell.range.first(where: { ScalarFolding.isDigit(text.scalars[$0]) }) else { return nil }
        guard var token = NumberScanner.scan(text, at: start, end: cell.range.upperBound).token else { return nil }
        if token.unit == .none { token.unit = isRate ? .percent : unit.map { .money($0) } ?? .none }
        return token
    }
}
