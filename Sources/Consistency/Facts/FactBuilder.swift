import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Makes facts of a document's figures.
struct FactBuilder {
    private let disclosure: Disclosure
    private let usualInText: UsualDecimals
    private(set) var facts: [Fact] = []

    init(_ disclosure: Disclosure) {
        self.disclosure = disclosure
        let ofFigures = disclosure.figures.compactMap { figure -> StatedAmount? in
            if case .amount(let amount) = figure.value { amount } else { nil }
        }
        let ofLines = disclosure.lines.flatMap {
            [$0.statedInitialBudget, $0.statedAdjustedBudget, $0.statedActual].compactMap(\.self)
        }
        usualInText = UsualDecimals(ofFigures + ofLines)
    }

    private mutating func add(_ number: StatedNumber, _ label: Bilingual, _ place: Fact.Place) -> Fact.ID {
        facts.append(Fact(id: facts.count, number: number, label: label, place: place))
        return facts.count - 1
    }

    // MARK: Text

    mutating func figures() -> [FactBase.Figure] {
        disclosure.figures.map { figure in
            let number: StatedNumber =
                switch figure.value {
                case .amount(let amount): StatedNumber(amount, usual: usualInText(amount.unit))
                case .percentage(let percentage): StatedNumber(percentage)
                case .count(let count, let counter): StatedNumber(count: count, counter: counter)
                case .score(let score): StatedNumber(score: score)
                }
            let topic = figure.measure.topic
            var label = topic == .category || topic == .section ? Bilingual("", "") : topic.name
            if let subject = figure.subject {
                label =
                    label.zhHans.isEmpty
                    ? Bilingual(subject, subject) : label + Bilingual("（\(subject)）", " (\(subject))")
            }
            let place = Fact.Place(
                page: figure.page, quote: figure.quote, section: figure.section, table: nil, range: figure.range)
            return FactBase.Figure(stated: figure, fact: add(number, label + figure.measure.aspect.suffix, place))
        }
    }

    mutating func lines() -> [FactBase.Line] {
        disclosure.lines.filter { $0.place != .table }.map { disclosed in
            let source = disclosed.line.source
            let place = Fact.Place(
                page: source?.page, quote: source?.quote ?? "", section: disclosed.line.fund.section,
                table: nil)
            let name = disclosed.line.subject.name
            func label(_ aspect: Aspect) -> Bilingual { Bilingual("“\(name)”", name) + aspect.suffix }
            var line = FactBase.Line(disclosed: disclosed)
            line.initialBudget = amount(disclosed.statedInitialBudget, label(.initialBudget), place)
            line.adjustedBudget = amount(disclosed.statedAdjustedBudget, label(.adjustedBudget), place)
            line.actual = amount(disclosed.statedActual, label(.amount) + Bilingual("支出决算", ", actual"), place)
            line.rate = disclosed.statedRate.map { add(StatedNumber($0), label(.rateOnBudget), place) }
            line.change = amount(disclosed.statedChange, label(.change), place)
            line.changeRate = disclosed.statedChangeRate.map { add(StatedNumber($0), label(.changeRate), place) }
            line.previous = amount(disclosed.statedPreviousActual, label(.previousAmount), place)
            return line
        }
    }

    private mutating func amount(_ stated: StatedAmount?, _ label: Bilingual, _ place: Fact.Place) -> Fact.ID? {
        stated.map { add(StatedNumber($0, usual: usualInText($0.unit)), label, place) }
    }

    // MARK: Sentences

    /// The sentences of the text with all their amounts and percentages, those that state no measure included.
    mutating func sentences() -> [FactSentence] {
        let text = disclosure.text
        let placed = Dictionary(
            facts.compactMap { fact in fact.place.range.map { ($0.lowerBound, fact.id) } },
            uniquingKeysWith: { first, _ in first })
        let marks = Dictionary(
            text.marks.map { ($0.titleEnd ?? $0.range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
        var opened: (mark: DocumentText.Mark?, end: Int) = (nil, 0)
        return FactSentence.ranges(in: text).compactMap { range in
            let tokens = text.numbers(in: range).filter { $0.amount != nil || $0.percentage != nil }
            let own = marks[range.lowerBound]
            let mark = own ?? (opened.end == range.lowerBound ? opened.mark : nil)
            // 1.公务接待费。2022年…: the sentence behind a few words that are an item's title opens the item.
            opened = (tokens.isEmpty && range.count < 30 ? mark : nil, range.upperBound)
            guard !tokens.isEmpty else { return nil }
            var sentence = FactSentence(
                range: range, level: mark?.level, ordinal: mark?.number, isTitled: own == nil && mark != nil)
            var start = range.lowerBound
            for token in tokens {
                let words = FactSentence.Words(text, start..<token.range.lowerBound)
                start = token.range.upperBound
                // What the words call a change is one, whatever it was placed as.
                let known = placed[token.range.lowerBound].flatMap { fits(words, $0) ? $0 : nil }
                guard let fact = known ?? add(token, words, Self.place(of: token, in: range, text)) else { continue }
                sentence.numbers.append(FactSentence.Number(fact: fact, range: token.range, words: words))
            }
            return sentence
        }
    }

    private func fits(_ words: FactSentence.Words, _ fact: Fact.ID) -> Bool {
        guard let way = words.direction, !facts[fact].number.value.isZero else { return true }
        return facts[fact].number.value.isNegative == (way < 0)
    }

    private static func place(of token: NumberToken, in sentence: Range<Int>, _ text: DocumentText) -> Fact.Place {
        Fact.Place(
            page: text.page(at: token.range.lowerBound), quote: text.quote(sentence),
            section: text.section(at: token.range.lowerBound), table: nil, range: token.range)
    }

    private mutating func add(_ token: NumberToken, _ words: FactSentence.Words, _ place: Fact.Place) -> Fact.ID? {
        let label = Bilingual(words.name, words.name)
        let sign = words.direction ?? 1
        if let amount = token.amount {
            return add(StatedNumber(amount.signed(sign), usual: usualInText(amount.unit)), label, place)
        }
        return token.percentage.map { add(StatedNumber($0.signed(sign)), label, place) }
    }

    // MARK: Tables

    mutating func tables() -> [FactBase.Table] {
        disclosure.tables.map { table in
            // A plan's tables have names of their own.
            let name = disclosure.kind == .budget && !table.title.isEmpty ? table.title : table.kind.name
            let usual = UsualDecimals(table.rows.flatMap { $0.cells.compactMap(\.amount) })
            let rows = table.rows.map { row in
                let quote = Self.quote(of: row)
                let place = Fact.Place(page: row.page ?? table.page, quote: quote, section: .tables, table: table.kind)
                var cells: [(ColumnRole, Fact.ID)] = []
                for cell in row.cells {
                    guard let role = cell.role, let amount = cell.amount else { continue }
                    let label = Bilingual("《\(name)》", "table “\(name)” ") + Self.label(row, role)
                    cells.append((role, add(StatedNumber(amount, usual: usual(amount.unit)), label, place)))
                }
                return FactBase.Row(row: row, cells: cells)
            }
            return FactBase.Table(table: table, rows: rows)
        }
    }

    /// The tables whose columns go by their own heads.
    mutating func grids(_ tables: [CellTable]) -> [Grid] {
        tables.compactMap { table in
            GridReader(table)?.grid { number, label, place in
                facts.append(Fact(id: facts.count, number: number, label: label, place: place))
                return facts.count - 1
            }
        }
    }

    private static func quote(of row: TableRow) -> String {
        let cells = row.cells.compactMap { $0.amount.map { $0.amount.formatted(unit: $0.unit, decimals: $0.decimals) } }
        return ([row.code, row.label].compactMap(\.self) + cells).joined(separator: " ")
    }

    private static func label(_ row: TableRow, _ role: ColumnRole) -> Bilingual {
        let name = row.code.map { "\($0) \(row.label)" } ?? row.label
        return Bilingual("“\(name)”行\(role.name)", "row “\(name)”, \(role.rawValue.replacing("_", with: " "))")
    }
}
