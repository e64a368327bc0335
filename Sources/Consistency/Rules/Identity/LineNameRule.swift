import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The names of items in the text against the rows of the tables.
enum LineNameRule: ConsistencyRule {
    static let about = RuleDescription(
        "line-name", .identity, .warning, title: Bilingual("文字与表中的科目名称", "Name in text and table"),
        compares: Bilingual(
            "文字所列科目的类、款、项名称与决算表；表中有而文字未说明的科目", "the names of items in the text with the table; rows the text leaves out"
        ),
        tolerance: Bilingual("“支出”二字、括号、空格的差异不计", "a closing “支出”, brackets and blanks do not count"),
        example: "文字：机关事业单位退休人员活动费支出（项）；表：2080599 其他行政事业单位养老支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let funds: [(Fund, TableKind)] = [
            (.generalPublicBudget, .generalPublicExpenditure), (.governmentFund, .governmentFund),
            (.stateCapital, .stateCapital),
        ]
        return funds.flatMap { fund, kind -> [RuleFinding] in
            guard let table = context.facts.table(kind), !table.rows(ofLength: 7).isEmpty else { return [] }
            let lines = context.facts.lines.filter { $0.disclosed.line.fund == fund }
            guard !lines.isEmpty else { return [] }
            return misnamed(fund, table, context) + unmentioned(fund, table, context)
        }
    }

    // MARK: Other names

    private static func misnamed(_ fund: Fund, _ table: FactBase.Table, _ context: CheckContext) -> [RuleFinding] {
        let paths = table.rows(ofLength: 7).compactMap { row in row.row.code.map { table.path(of: $0) } }
        let stems = Set(paths.map { $0.map { SubjectNames.stem($0) } })
        let text = context.disclosure.text
        let subjects = text.subjects.filter {
            $0.names.count == 3 && text.section(at: $0.range.lowerBound) == fund.section
        }
        return subjects.compactMap { subject in
            guard !stems.contains(subject.names.map { SubjectNames.stem($0) }) else { return nil }
            let partner = partner(of: subject, context)
            let changed = partner.flatMap { partner in
                zip(subject.names, partner).first { SubjectNames.stem($0) != SubjectNames.stem($1) }
            }
            if partner != nil, changed == nil { return nil }
            let stated = SubjectNames.path(subject.names)
            return RuleFinding(
                about,
                message: Bilingual(
                    "文字为“\(stated)”，表中" + (partner.map { "为“\(SubjectNames.path($0))”" } ?? "没有该科目") + "。",
                    "The text has “\(stated)”; the table has "
                        + (partner.map { "“\(SubjectNames.path($0))”" } ?? "no such row") + "."),
                in: context.text, at: subject.range, stated: changed?.0 ?? subject.names.last,
                computed: changed?.1, suggestion: Bilingual("统一科目名称。", "Use one name."),
                cause: changed.map { "\($0.0)|\($0.1)" })
        }
    }

    /// The names of the row that the reader joined with an item of other names.
    private static func partner(of subject: DocumentText.NamedSubject, _ context: CheckContext) -> [String]? {
        let words = context.disclosure.text.quote(subject.range)
        let line = context.disclosure.lines.first {
            $0.place == .both && ($0.line.source?.quote.opens(with: words) ?? false)
        }
        return line?.line.subject.names
    }

    // MARK: Left out

    private static func unmentioned(_ fund: Fund, _ table: FactBase.Table, _ context: CheckContext) -> [RuleFinding] {
        context.disclosure.lines.filter { $0.place == .table && $0.line.fund == fund && $0.line.subject.level == .item }
            .compactMap { line in
                guard let actual = line.statedActual, actual.amount != .zero else { return nil }
                let place = Fact.Place(
                    page: line.line.source?.page, quote: line.line.source?.quote ?? "", section: .tables,
                    table: table.kind)
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "表中有“\(line.line.subject.name)”\(actual.text)，文字未说明。",
                        "The table has \(line.line.subject.name), \(actual.text); the text does not mention it."),
                    place: place,
                    stated: line.line.subject.name, suggestion: Bilingual("补充该科目的说明。", "Explain it in the text."))
            }
    }
}
