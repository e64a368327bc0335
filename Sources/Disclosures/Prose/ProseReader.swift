import FinalAccounts
import OfficialForm

/// Reads the explanatory text of a disclosure: subject lines, totals, shares, evaluations.
struct ProseReader {
    let file: String
    let text: FoldedText
    let outline: Outline
    let unit: BudgetUnit
    /// `nil` where the document names none: then it has no lines.
    let fiscalYear: FiscalYear?
    /// The side of an amount that names none.
    let plainSide: Aspect
    /// How its nouns are understood.
    let nouns: Nouns
    /// Whether the document's tables were read as tables.
    let hasTables: Bool
    /// The most lines, figures and diagnostics that are kept.
    let limit: Int

    private var lines: [DisclosedLine] = []
    private var figures: [StatedFigure] = []
    private var diagnostics: [Diagnostic] = []
    private var remarks: [Remark] = []
    private var glossary: [GlossaryTerm] = []
    private var evaluations = EvaluationCollector()

    /// What the prose of a document holds.
    struct Findings: Sendable {
        var lines: [DisclosedLine]
        var figures: [StatedFigure]
        var evaluations: [Evaluation]
        var diagnostics: [Diagnostic]
        var remarks: [Remark] = []
        var glossary: [GlossaryTerm] = []
    }

    init(
        file: String, text: FoldedText, outline: Outline, unit: BudgetUnit, fiscalYear: FiscalYear?,
        plainSide: Aspect = .amount, nouns: Nouns = .form, hasTables: Bool = false, limit: Int
    ) {
        self.file = file
        self.text = text
        self.outline = outline
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        self.nouns = nouns
        self.hasTables = hasTables
        self.limit = limit
    }

    /// Reads all sections; `nil` when they state more than may be kept.
    mutating func read() -> Findings? {
        if nouns != .form {
            for span in outline.spans where span.section != .glossary {
                placeFigures(span.range, section: .other, mentions: [])
            }
            return isFull
                ? nil : Findings(lines: lines, figures: figures, evaluations: [], diagnostics: diagnostics)
        }
        for span in outline.spans where span.section != .glossary {
            switch span.section {
            case .tables: readTables(span)
            case .other where namesItems(span.range):
                readSection(span.range, section: .generalPublicBudget, figuresOf: .other)
            case .performance, .other: readPerformance(span)
            default: readSection(span.range, section: span.section)
            }
        }
        guard !isFull else { return nil }
        dropSectionsWithItems()
        for span in outline.spans where span.section == .glossary {
            glossary += GlossaryReader.terms(in: text, span.range)
        }
        return Findings(
            lines: lines, figures: figures, evaluations: evaluations.evaluations, diagnostics: diagnostics,
            remarks: remarks, glossary: glossary)
    }

    // MARK: Sections

    /// Whether the text has none of the form's parts: someone's copy of a few paragraphs.
    private var isExcerpt: Bool {
        outline.spans.allSatisfy { [.other, .performance, .glossary].contains($0.section) }
    }

    /// Whether a stretch names subjects down to 款 or 项, which only the explanation of expenditure does.
    private func namesItems(_ range: Range<Int>) -> Bool {
        var scanner = SubjectScanner(text, range: range)
        return scanner.scan().contains { $0.depth >= 2 }
    }

    /// Reads a stretch item by item.
    ///
    /// - Parameter figuresOf: the part that figures between the items belong to; `nil` for that of the items.
    private mutating func readSection(_ range: Range<Int>, section: Section, figuresOf other: Section? = nil) {
        var scanner = SubjectScanner(text, range: range)
        let mentions = scanner.scan()
        let items = items(mentions, in: range)
        var start = range.lowerBound
        for item in items {
            // A name may begin in the words of the item before, and a sign of level end behind the section.
            placeFigures(start..<max(start, item.range.lowerBound), section: other ?? section, mentions: mentions)
            read(item, section: section)
            start = max(start, item.range.upperBound)
        }
        placeFigures(start..<max(start, range.upperBound), section: other ?? section, mentions: mentions)
    }

    /// The subjects down to 款 or 项, each with the words up to the next.
    private func items(_ mentions: [SubjectMention], in range: Range<Int>) -> [SubjectItem] {
        var items: [SubjectItem] = []
        for (index, mention) in mentions.enumerated() where mention.depth >= 2 {
            let next = index + 1 < mentions.count ? mentions[index + 1].range.lowerBound : range.upperBound
            let body = mention.range.upperBound..<max(mention.range.upperBound, itemEnd(next, mention))
            items.append(SubjectItem(mention: mention, body: body))
        }
        return items
    }

    /// Where an item's words end: at the number of the next item, if it has one.
    private func itemEnd(_ next: Int, _ mention: SubjectMention) -> Int {
        if let heading = nextHeading(behind: mention, before: next) { return heading }
        guard let mark = text.marks.last(before: next), mark.start >= mention.range.upperBound, mark.end >= next - 1
        else { return next }
        return mark.start
    }

    /// The heading, or the number of the list that an item stands in, that ends it.
    private func nextHeading(behind mention: SubjectMention, before next: Int) -> Int? {
        let own = text.marks.last(before: mention.range.lowerBound + 1)
        let level = own.map { $0.end == mention.range.lowerBound ? $0.level : -1 } ?? -1
        return text.marks[text.marks.index(atOrAfter: mention.range.upperBound)...].prefix { $0.start < next }
            .first { $0.titleEnd != nil || $0.level <= level }?.start
    }

    private mutating func read(_ item: SubjectItem, section: Section) {
        guard !isFull else { return }
        let reader = SubjectItemReader(
            text: text, section: section, fiscalYear: fiscalYear?.number, plainSide: plainSide)
        let statement = reader.read(item)
        keepExplanations(statement, section: section, bounds: item.range)
        for number in statement.numbers.leftovers { leaveOver(number, bounds: item.range) }
        guard statement.hasAmounts else { return }
        guard let fiscalYear else {
            for mention in statement.numbers.mentions { leaveOver(mention.range, bounds: item.range) }
            return
        }
        let mention = item.mention
        let names = [mention.category, mention.section, mention.item].compactMap(\.self)
        let level = SubjectLevel(depth: mention.depth)
        let budget = statement.amount(.initialBudget) ?? statement.amount(.budget)
        let line = AccountLine(
            unit: unit, fiscalYear: fiscalYear, fund: section.fund,
            subject: Subject(code: mention.code, names: names, level: level),
            initialBudget: budget.map { .stated($0.amount) } ?? (statement.isUnbudgeted ? .unbudgeted : .notStated),
            adjustedBudget: statement.amount(.adjustedBudget)?.amount, actual: statement.amount(.amount)?.amount,
            reason: statement.reason,
            source: SourceReference(
                file: file, page: text.page(at: mention.range.lowerBound), quote: text.quote(item.range)))
        var withParts = line
        withParts.basic = statement.part(.basicExpenditure)
        withParts.project = statement.part(.projectExpenditure)
        lines.append(disclosedLine(withParts, statement, budget: budget))
    }

    private func disclosedLine(
        _ line: AccountLine, _ statement: SubjectItemReader.Statement, budget: StatedAmount?
    ) -> DisclosedLine {
        let rates: [(BudgetBasis, Aspect)] = [
            (.initialBudget, .rateOnInitialBudget), (.adjustedBudget, .rateOnAdjustedBudget),
            (.unspecified, .rateOnBudget),
        ]
        let rate = rates.first { statement.percentage($0.1) != nil }
        return DisclosedLine(
            line: line, statedInitialBudget: budget, statedAdjustedBudget: statement.amount(.adjustedBudget),
            statedActual: statement.amount(.amount), statedRate: rate.flatMap { statement.percentage($0.1) },
            rateBasis: rate?.0, statedChange: statement.amount(.change),
            statedChangeRate: statement.percentage(.changeRate),
            statedPreviousActual: statement.amount(.previousAmount), comparison: statement.comparison,
            purpose: statement.purpose)
    }

    private mutating func keepExplanations(
        _ statement: SubjectItemReader.Statement, section: Section, bounds: Range<Int>
    ) {
        let lineAspects: Set<Aspect> = [
            .amount, .initialBudget, .adjustedBudget, .budget, .rateOnInitialBudget, .rateOnAdjustedBudget,
            .rateOnBudget,
        ]
        var seen: Set<Aspect> = []
        for mention in statement.numbers.mentions {
            // The first of each aspect is the line's own; what is said beyond that stays a mention.
            if mention.topic == .line, lineAspects.contains(mention.aspect), seen.insert(mention.aspect).inserted {
                continue
            }
            keep(mention, section: section, bounds: bounds)
        }
    }

    /// Drops lines for a whole 款 where its items are listed too: the items add up to it.
    private mutating func dropSectionsWithItems() {
        let items = lines.filter { $0.line.subject.level == .item }
        let withItems = Set(items.map { $0.line.subject.names.dropLast() })
        let codes = Set(items.compactMap { $0.line.subject.code?.prefix(5) })
        for line in lines where Self.isCovered(line, by: withItems, codes) {
            let stated: [(Aspect, StatedAmount?)] = [
                (.amount, line.statedActual),
                (plainSide == .amount ? .initialBudget : .budget, line.statedInitialBudget),
            ]
            for case (let aspect, let amount?) in stated {
                figures.append(
                    StatedFigure(
                        measure: Measure(.section, aspect), subject: line.line.subject.name, value: .amount(amount),
                        page: line.line.source?.page, quote: line.line.source?.quote ?? "",
                        section: .generalPublicBudget))
            }
        }
        lines.removeAll { Self.isCovered($0, by: withItems, codes) }
    }

    private static func isCovered(
        _ line: DisclosedLine, by withItems: Set<ArraySlice<String>>, _ codes: Set<Substring>
    ) -> Bool {
        let subject = line.line.subject
        guard subject.level == .section else { return false }
        return withItems.contains(subject.names[...]) || subject.code.map { codes.contains($0[...]) } ?? false
    }

    // MARK: Figures

    /// Places the figures of a stretch: those of tables laid down as text by their heads, those of sentences by words.
    private mutating func placeFigures(_ range: Range<Int>, section: Section, mentions: [SubjectMention]) {
        guard !range.isEmpty, !isFull else { return }
        var start = range.lowerBound
        let side = side(at: range.lowerBound)
        for table in FlattenedTable.find(in: text, range, fiscalYear: fiscalYear?.number, plainSide: side) {
            placeSentences(start..<table.range.lowerBound, section: section, mentions: mentions)
            place(table, section: section)
            start = table.range.upperBound
        }
        placeSentences(start..<range.upperBound, section: section, mentions: mentions)
    }

    /// Tables of the form that stand as text: those that can be read by their heads are figures, and so are the
    /// sentences behind a table that have no heading of their own.
    private mutating func readTables(_ span: Outline.Span) {
        var start = span.range.lowerBound
        if !hasTables {
            let side = side(at: start)
            for table in FlattenedTable.find(in: text, span.range, fiscalYear: fiscalYear?.number, plainSide: side) {
                place(table, section: .tables)
                start = table.range.upperBound
            }
        }
        guard let prose = Sentence.firstStatement(in: text, start..<span.range.upperBound) else { return }
        let section = SectionTitles.section(for: span.title) ?? .other
        readSection(prose..<span.range.upperBound, section: section)
    }

    private mutating func place(_ table: FlattenedTable, section: Section) {
        for entry in table.entries {
            let value: FigureValue? =
                entry.number.amount.map { .amount($0) } ?? entry.number.percentage.map { .percentage($0) }
            guard let value else {
                leaveOver(entry.number, bounds: table.range)
                continue
            }
            let mention = Mention(
                topic: entry.topic, subject: entry.subject, aspect: entry.aspect, value: value,
                range: entry.number.range)
            keep(mention, section: section, bounds: table.range, isCell: true)
        }
        for number in table.leftovers { leaveOver(number, bounds: table.range) }
    }

    private mutating func placeSentences(_ range: Range<Int>, section: Section, mentions: [SubjectMention]) {
        guard !range.isEmpty, !isFull else { return }
        let categories = categories(in: range, section: section, mentions: mentions)
        let tokens = ProseTokenizer.tokens(text, in: range, categories: categories)
        var placer = FigurePlacer(
            section: section, fiscalYear: fiscalYear?.number, plainSide: side(at: range.lowerBound),
            nouns: nouns, isOfAllFunds: outline.isOfAllFunds(at: range.lowerBound))
        let placed = placer.place(tokens, in: text)
        for mention in placed.mentions { keep(mention, section: section, bounds: range) }
        for remark in placed.remarks { keep(remark, section: section) }
        for number in placed.leftovers {
            leaveOver(number, bounds: range, isBesideFigures: placed.mentions.contains { isBeside(number, $0) })
        }
        // A copy of a few paragraphs may begin inside an explanation, and regions explain by their figures.
        if isExcerpt || nouns != .form { for number in placed.explained { leaveOver(number, bounds: range) } }
    }

    /// The side of an amount that names none: what the heading over it says, else that of the document.
    private func side(at position: Int) -> Aspect {
        guard plainSide != .amount,
            let title = outline.spans.last(where: { $0.range.lowerBound <= position && $0.level > 0 })?.title
        else { return plainSide }
        return title.holds("决算") && !title.holds("预算") ? .amount : plainSide
    }

    /// The categories named in a stretch, with their sign or without.
    private func categories(in range: Range<Int>, section: Section, mentions: [SubjectMention]) -> [SubjectMention] {
        let near = mentions.near(range)
        let signed = near.filter { $0.depth == 1 && range.contains($0.range.lowerBound) }
        switch section {
        case .generalPublicBudget, .fiscalTotals, .expenditure, .governmentFund, .stateCapital, .totals, .other: break
        default: return signed
        }
        let bare = CategoryNames.mentions(in: text, range).filter { found in
            !near.contains { $0.range.overlaps(found.range) }
        }
        return (signed + bare).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func readPerformance(_ span: Outline.Span) {
        var start = span.range.lowerBound
        for reading in evaluations.read(span, text: text, fiscalYear: fiscalYear?.number) {
            placeFigures(start..<reading.range.lowerBound, section: span.section, mentions: [])
            for mention in reading.placed.mentions { keep(mention, section: .performance, bounds: reading.range) }
            for number in reading.placed.leftovers { leaveOver(number, bounds: reading.range) }
            start = reading.range.upperBound
        }
        placeFigures(start..<span.range.upperBound, section: span.section, mentions: [])
    }

    private var isFull: Bool { lines.count + figures.count + diagnostics.count > limit }

    private mutating func keep(_ mention: Mention, section: Section, bounds: Range<Int>, isCell: Bool = false) {
        guard !isFull else { return }
        figures.append(
            StatedFigure(
                measure: Measure(mention.topic, mention.aspect), subject: mention.subject, value: mention.value,
                page: text.page(at: mention.range.lowerBound), quote: quote(mention.range, bounds: bounds),
                section: section, range: isCell ? nil : mention.range))
    }

    private mutating func keep(_ remark: PlacedRemark, section: Section) {
        let words = Sentence.words(remark.range, in: text)
        guard !words.isEmpty, remarks.count < limit else { return }
        remarks.append(
            Remark(
                kind: remark.kind, topic: remark.topic, subject: remark.subject, words: words,
                page: text.page(at: remark.range.lowerBound), section: section))
    }

    /// Whether a number stands in the sentence of a figure that was placed.
    private func isBeside(_ number: NumberToken, _ mention: Mention) -> Bool {
        guard mention.topic != .explanation else { return false }
        let (first, last) =
            (mention.range, number.range).0.lowerBound < number.range.lowerBound
            ? (mention.range, number.range) : (number.range, mention.range)
        guard first.upperBound <= last.lowerBound else { return false }
        return !text.scalars[first.upperBound..<last.lowerBound].contains("。")
    }

    /// Whether a count stands in a sentence on things that the form counts.
    private func speaksOfForm(_ number: NumberToken, bounds: Range<Int>) -> Bool {
        guard case .counter = number.unit else { return false }
        let sentence = Sentence.range(around: number.range, in: text, bounds: bounds)
        return Self.countedWords.contains { text.firstIndex(of: $0, in: sentence) != nil }
    }

    private static let countedWords = ["公务用车", "车辆", "用车", "公务接待", "出国"].map { Array($0.unicodeScalars) }

    private mutating func leaveOver(_ number: NumberToken, bounds: Range<Int>, isBesideFigures: Bool = false) {
        guard !isFull else { return }
        // In a document with the form's parts percentages and counts of the work done are no figures of the accounts.
        if !number.isOfMoney, !isBesideFigures, !isExcerpt, nouns == .form,
            outline.section(at: bounds.lowerBound).isNarrative, !speaksOfForm(number, bounds: bounds)
        {
            return
        }
        leaveOver(number.range, bounds: bounds)
    }

    private mutating func leaveOver(_ range: Range<Int>, bounds: Range<Int>) {
        diagnostics.append(
            Diagnostic(
                kind: .unplacedFigure, page: text.page(at: range.lowerBound), quote: quote(range, bounds: bounds),
                message: "'\(text.quote(range))' states no measure this reader knows"))
    }

    private func quote(_ range: Range<Int>, bounds: Range<Int>) -> String {
        text.quote(Sentence.range(around: range, in: text, bounds: bounds))
    }
}

extension [SubjectMention] {
    /// Those that begin in a range or in the few lines before it, of mentions in order.
    fileprivate func near(_ range: Range<Int>) -> ArraySlice<SubjectMention> {
        self[partitioningIndex { $0.range.lowerBound >= range.lowerBound - 500 }...].prefix {
            $0.range.lowerBound < range.upperBound
        }
    }
}
