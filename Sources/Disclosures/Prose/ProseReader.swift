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

    var lines: [DisclosedLine] = []
    var figures: [StatedFigure] = []
    var diagnostics: [Diagnostic] = []
    var remarks: [Remark] = []
    /// Numbers that are lines of their own; they are left over where no table of indicators took them.
    var loneNumbers: [Diagnostic] = []
    /// The stretches that tables laid down as text take.
    var flattened: [Range<Int>] = []
    /// The stretches that main tables with a row a line take, in order.
    private var mainTables: [Range<Int>] = []
    /// Their rows that are lines, blanks dropped.
    var rows: Set<String> = []
    var evaluations: EvaluationCollector
    /// What the document as a whole evaluates, as its title says.
    let evaluated: EvaluationSubject?

    /// What the prose of a document holds.
    struct Findings: Sendable {
        var lines: [DisclosedLine]
        var figures: [StatedFigure]
        var evaluations: [Evaluation]
        var diagnostics: [Diagnostic]
        var remarks: [Remark] = []
        var glossary: [GlossaryTerm] = []
        var loneNumbers: [Diagnostic] = []
        /// The lines that were read as rows of a table; what is left of them is said.
        var rows: Set<String> = []
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
        evaluated = EvaluationSubject.titled(in: text)
        evaluations = EvaluationCollector(of: evaluated)
    }

    /// Reads all sections; `nil` when they state more than may be kept.
    mutating func read() -> Findings? {
        if nouns != .form {
            for span in outline.spans where span.section != .glossary {
                placeFigures(span.range, section: .other, mentions: [])
            }
            leaveOverLoneNumbers()
            return isFull
                ? nil
                : Findings(
                    lines: lines, figures: figures, evaluations: [], diagnostics: diagnostics, loneNumbers: loneNumbers)
        }
        // Its rows are numbered as headings are, so that it stands over the spans of the outline.
        for table in FlattenedTable.sides(in: text, fiscalYear: fiscalYear?.number, plainSide: side(at: 0)) {
            place(table, section: .tables)
            mainTables.append(table.range)
        }
        for span in outline.spans where span.section != .glossary {
            switch span.section {
            case _ where span.isOfUnit: placeFigures(span.range, section: .other, mentions: [])
            case .tables: readTables(span)
            case .other where namesItems(span.range):
                readSection(span.range, section: .generalPublicBudget, figuresOf: .other)
            case .performance, .other: readPerformance(span)
            default: readSection(span.range, section: span.section)
            }
        }
        leaveOverLoneNumbers()
        guard !isFull else { return nil }
        dropSectionsWithItems()
        return Findings(
            lines: lines, figures: figures, evaluations: evaluations.evaluations, diagnostics: diagnostics,
            remarks: remarks, glossary: GlossaryReader.terms(in: text), loneNumbers: loneNumbers,
            rows: rows)
    }

    // MARK: Sections

    /// Whether the text has none of the form's parts: someone's copy of a few paragraphs.
    var isExcerpt: Bool {
        outline.spans.allSatisfy { [.other, .performance, .glossary].contains($0.section) }
    }

    /// Whether a stretch names subjects down to 款 or 项, which only the explanation of expenditure does.
    func namesItems(_ range: Range<Int>) -> Bool {
        var scanner = SubjectScanner(text, range: range)
        return scanner.scan().contains { $0.depth >= 2 }
    }

    /// Reads a stretch item by item.
    ///
    /// - Parameter figuresOf: the part that figures between the items belong to; `nil` for that of the items.
    mutating func readSection(_ range: Range<Int>, section: Section, figuresOf other: Section? = nil) {
        var scanner = SubjectScanner(text, range: range)
        let mentions = scanner.scan()
        let items = items(mentions, in: range, section: section)
        var start = range.lowerBound
        for item in items {
            // A name may begin in the words of the item before, and a sign of level end behind the section.
            placeFigures(start..<max(start, item.range.lowerBound), section: other ?? section, mentions: mentions)
            read(item, section: section)
            start = max(start, item.range.upperBound)
        }
        placeFigures(start..<max(start, range.upperBound), section: other ?? section, mentions: mentions)
    }

    // MARK: Figures

    /// Places the figures of a stretch: those of tables laid down as text by their heads, those of sentences by words.
    mutating func placeFigures(_ range: Range<Int>, section: Section, mentions: [SubjectMention]) {
        var start = range.lowerBound
        for table in mainTables where table.overlaps(range) {
            placeStretch(start..<max(start, table.lowerBound), section: section, mentions: mentions)
            start = min(range.upperBound, max(start, table.upperBound))
        }
        placeStretch(start..<range.upperBound, section: section, mentions: mentions)
    }

    private mutating func placeStretch(_ range: Range<Int>, section: Section, mentions: [SubjectMention]) {
        guard !range.isEmpty, !isFull else { return }
        var start = range.lowerBound
        let side = side(at: range.lowerBound)
        for table in FlattenedTable.find(in: text, range, fiscalYear: fiscalYear?.number, plainSide: side) {
            placeSentences(start..<table.range.lowerBound, section: section, mentions: mentions)
            leaveOverRows(start..<table.range.lowerBound)
            place(table, section: section)
            start = table.range.upperBound
        }
        leaveOverRows(start..<range.upperBound)
        placeSentences(start..<range.upperBound, section: section, mentions: mentions)
    }

    /// Tables of the form that stand as text: those that can be read by their heads are figures, and so are the
    /// sentences behind a table that have no heading of their own.
    mutating func readTables(_ span: Outline.Span) {
        var start = span.range.lowerBound
        if !hasTables {
            let side = side(at: start)
            for table in FlattenedTable.find(in: text, span.range, fiscalYear: fiscalYear?.number, plainSide: side) {
                place(table, section: .tables)
                start = table.range.upperBound
            }
        }
        let prose = Sentence.firstStatement(in: text, start..<span.range.upperBound)
        if !hasTables { leaveOverRows(start..<(prose ?? span.range.upperBound)) }
        guard let prose else { return }
        let section = SectionTitles.section(for: span.title) ?? .other
        readSection(prose..<span.range.upperBound, section: section)
    }

    mutating func place(_ table: FlattenedTable, section: Section) {
        flattened.append(table.range)
        rows.formUnion(table.rows.map { TableText.compact(text.printed[$0]) })
        for entry in table.entries {
            let value: FigureValue? =
                entry.number.amount.map { .amount($0) } ?? entry.number.percentage.map { .percentage($0) }
            guard let value else {
                leaveOver(entry.number, bounds: table.bounds(of: entry.number))
                continue
            }
            let mention = Mention(
                topic: entry.topic, subject: entry.subject, aspect: entry.aspect, value: value,
                range: entry.number.range)
            keep(mention, section: section, bounds: table.bounds(of: entry.number), isCell: true)
        }
        for number in table.leftovers { leaveOver(number, bounds: table.bounds(of: number)) }
    }

    mutating func placeSentences(_ range: Range<Int>, section: Section, mentions: [SubjectMention]) {
        guard !range.isEmpty, !isFull else { return }
        let categories = categories(in: range, section: section, mentions: mentions)
        let tokens = ProseTokenizer.tokens(text, in: range, categories: categories)
        var placer = FigurePlacer(
            section: section, fiscalYear: fiscalYear?.number, plainSide: side(at: range.lowerBound),
            nouns: outline.isOfUnit(at: range.lowerBound) ? .ownWords : nouns,
            isOfAllFunds: outline.isOfAllFunds(at: range.lowerBound), isOfWhole: evaluated?.kind == .overall,
            heading: heading(over: range))
        let placed = placer.place(tokens, in: text)
        for mention in placed.mentions { keep(mention, section: section, bounds: range) }
        for remark in placed.remarks { keep(remark, section: section) }
        let figures = placed.mentions.filter { $0.topic != .explanation }.map(\.range)
        for number in placed.leftovers {
            leaveOver(number, bounds: range, isBesideFigures: isBeside(number, figures))
        }
        // A copy of a few paragraphs may begin inside an explanation, and regions explain by their figures.
        if isExcerpt || nouns != .form || text.lineStarts.count <= PlainTextContent.mostOfExcerpt {
            for number in placed.explained { leaveOver(number, bounds: range) }
        }
    }

    /// The cost that the heading right over a stretch names: 公务接待费 over 2020年预算安排6万元.
    func heading(over range: Range<Int>) -> Topic? {
        guard nouns == .form, let span = outline.spans.first(where: { $0.range.lowerBound == range.lowerBound }),
            span.level == 2
        else { return nil }
        let topic = TableLabel(words: span.title, code: "").topic
        return topic.flatMap { NounPhrase.standsOver.contains($0) ? $0 : nil }
    }

    /// The side of an amount that names none: what the heading over it says, else that of the document.
    func side(at position: Int) -> Aspect {
        guard plainSide != .amount,
            let title = outline.spans.last(where: { $0.range.lowerBound <= position && $0.level > 0 })?.title
        else { return plainSide }
        guard !title.holds("预算") else { return plainSide }
        // 2011年“三公”经费支出情况 in a plan of 2012
        let isOfYearBefore = fiscalYear.map { title.holds("\($0.number - 1)年") && title.holds("支出情况") } ?? false
        return title.holds("决算") || isOfYearBefore ? .amount : plainSide
    }

    /// The categories named in a stretch, with their sign or without.
    func categories(in range: Range<Int>, section: Section, mentions: [SubjectMention]) -> [SubjectMention] {
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

    mutating func readPerformance(_ span: Outline.Span) {
        var start = span.range.lowerBound
        for reading in evaluations.read(
            span, text: text, fiscalYear: fiscalYear?.number, plainSide: side(at: span.range.lowerBound))
        {
            placeFigures(start..<reading.range.lowerBound, section: span.section, mentions: [])
            for mention in reading.placed.mentions { keep(mention, section: .performance, bounds: reading.range) }
            for number in reading.placed.leftovers { leaveOver(number, bounds: reading.range) }
            start = reading.range.upperBound
        }
        placeFigures(start..<span.range.upperBound, section: span.section, mentions: [])
    }
}

extension [SubjectMention] {
    /// Those that begin in a range or in the few lines before it, of mentions in order.
    func near(_ range: Range<Int>) -> ArraySlice<SubjectMention> {
        self[partitioningIndex { $0.range.lowerBound >= range.lowerBound - 500 }...].prefix {
            $0.range.lowerBound < range.upperBound
        }
    }
}
