import Disclosures
import FinalAccounts
import OfficialForm

/// Every figure of a document as a ``Fact``, in the order of the document, with the ways rules look them up.
struct FactBase: Sendable {
    /// A figure of the text.
    struct Figure: Sendable {
        var stated: StatedFigure
        var fact: Fact.ID
        var measure: Measure { stated.measure }
    }

    /// The figures of a subject line.
    struct Line: Sendable {
        var disclosed: DisclosedLine
        var initialBudget: Fact.ID?
        var adjustedBudget: Fact.ID?
        var actual: Fact.ID?
        var rate: Fact.ID?
        var change: Fact.ID?
        var changeRate: Fact.ID?
        var previous: Fact.ID?

        /// 教育支出（类）普通教育（款）小学教育（项）.
        var name: String { SubjectNames.path(disclosed.line.subject.names) }
    }

    /// A row of a table with a fact for every filled cell.
    struct Row: Sendable {
        var row: TableRow
        var cells: [(role: ColumnRole, fact: Fact.ID)]

        /// The filled cell of a role.
        func cell(_ role: ColumnRole) -> Fact.ID? { cells.first { $0.role == role }?.fact }
    }

    /// A table.
    struct Table: Sendable {
        var table: DisclosureTable
        var rows: [Row]
        var kind: TableKind { table.kind }
    }

    let disclosure: Disclosure
    private(set) var facts: [Fact] = []
    private(set) var figures: [Figure] = []
    private(set) var lines: [Line] = []
    private(set) var tables: [Table] = []
    /// The tables that go by their own heads: those that are none of the form's, and those of the form where few are there.
    private(set) var grids: [Grid] = []
    /// The sentences that have an amount or a percentage.
    private(set) var sentences: [FactSentence] = []
    private let figuresByTopic: [Topic: [Int]]
    private let figuresBySection: [Section: [Int]]

    init(_ disclosure: Disclosure) {
        self.disclosure = disclosure
        var builder = FactBuilder(disclosure)
        figures = builder.figures()
        lines = builder.lines()
        tables = builder.tables()
        isWhole = Set(disclosure.tables.map(\.kind)).count > Self.mostOfExcerpt
        grids = builder.grids((isWhole ? [] : disclosure.formTables) + disclosure.otherTables)
        sentences = builder.sentences()
        facts = builder.facts
        figuresByTopic = Dictionary(grouping: figures.indices) { [figures] in figures[$0].measure.topic }
        figuresBySection = Dictionary(grouping: figures.indices) { [figures] in figures[$0].stated.section }
    }

    /// Whether the document holds the tables of the form as a whole: their order and their sums vouch for one another. Of
    /// a few, each in the form of its place, columns may be taken for others.
    let isWhole: Bool

    private static let mostOfExcerpt = 3

    // MARK: Looking up

    /// The figures of a topic, in the document's order.
    func figures(_ topic: Topic) -> [Figure] { (figuresByTopic[topic] ?? []).map { figures[$0] } }

    /// The figures of a section, in the document's order.
    func figures(in section: Section) -> [Figure] { (figuresBySection[section] ?? []).map { figures[$0] } }

    /// The first mention of a measure, in a section where one is given, of no particular subject unless one is.
    func first(_ topic: Topic, _ aspect: Aspect, in section: Section? = nil, of subject: String? = nil) -> Fact.ID? {
        figures(topic).first {
            $0.measure.aspect == aspect && (section == nil || $0.stated.section == section)
                && $0.stated.subject == subject
        }?.fact
    }

    /// What is stated of a topic as one value, however often: its first mention, of no particular subject.
    func sole(_ topic: Topic, _ aspects: Set<Aspect>) -> Fact.ID? {
        let stated = figures(topic).filter { aspects.contains($0.measure.aspect) && $0.stated.subject == nil }
        return Set(stated.map { facts[$0.fact].number.value }).count == 1 ? stated.first?.fact : nil
    }

    /// The table of a kind that has rows.
    func table(_ kind: TableKind) -> Table? { tables.first { $0.kind == kind && !$0.rows.isEmpty } }

    /// The fact of an id.
    subscript(_ id: Fact.ID) -> Fact { facts[id] }

    /// Whether a figure of a section was left unplaced: a sum over that section may lack a part.
    func hasUnplaced(inQuoteOf fact: Fact.ID) -> Bool {
        let quote = facts[fact].place.quote
        return disclosure.diagnostics.contains { $0.kind == .unplacedFigure && $0.quote == quote }
    }
}
