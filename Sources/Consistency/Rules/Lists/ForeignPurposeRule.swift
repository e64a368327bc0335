import Disclosures
import FinalAccounts
import Platform

/// A purpose or a reason that belongs to another subject.
enum ForeignPurposeRule: ConsistencyRule {
    static let about = RuleDescription(
        "foreign-purpose", .lists, .warning, title: Bilingual("用途与科目不符", "Purpose of another subject"),
        compares: Bilingual(
            "科目的用途、原因与科目名称；各类支出的用途与该类所列款项（需提供科目表）；用途所称基本、项目支出与表中数",
            "purpose and reason of an item with its name; the purpose of a category with its items (where the dictionary is "
                + "given); basic and project expenditure with the table"),
        example: "住房公积金（项）。主要用于：事业单位医疗保险支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.facts.lines.compactMap { line($0, context) } + categories(context) + kinds(context)
    }

    // MARK: Items

    /// Things that only one kind of subject pays for: the words in a purpose, and in the subject's name.
    private static let concerns: [(words: [String], names: [String])] = [
        (["养老保险", "基本养老"], ["养老", "社会保险", "社保"]), (["职业年金"], ["职业年金"]),
        (["医疗保险", "医疗补助", "医疗费"], ["医疗", "卫生"]), (["住房公积金", "公积金"], ["公积金", "住房"]),
        (["购房补贴"], ["购房补贴"]), (["提租补贴"], ["提租补贴"]), (["离退休", "退休人员"], ["退休", "养老"]),
        (["失业保险"], ["失业", "社会保险", "就业"]), (["抚恤"], ["抚恤", "死亡"]),
    ]

    private static func line(_ line: FactBase.Line, _ context: CheckContext) -> RuleFinding? {
        let name = line.disclosed.line.subject.name
        // Only subjects that pay for one thing; 行政运行 pays for them all.
        let own = concerns.indices.filter { index in concerns[index].names.contains { name.contains($0) } }
        guard !own.isEmpty, let actual = line.actual else { return nil }
        for words in [line.disclosed.purpose, line.disclosed.line.reason].compactMap(\.self) {
            let named = concerns.indices.filter { index in concerns[index].words.contains { words.contains($0) } }
            guard let foreign = named.first, !named.contains(where: own.contains), !mentions(words, name: name),
                let thing = concerns[foreign].words.first(where: { words.contains($0) })
            else { continue }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(line.name)”的用途或原因“\(words)”说的是\(thing)。",
                    "The purpose or reason of \(line.name), “\(words)”, speaks of \(thing)."),
                place: context.facts[actual].place, stated: thing,
                suggestion: Bilingual("改为该科目的用途或原因。", "Give the item's own."))
        }
        return nil
    }

    /// Whether a text speaks of the subject after all.
    private static func mentions(_ words: String, name: String) -> Bool {
        concerns.contains { concern in
            concern.names.contains { name.contains($0) && words.contains($0) }
        }
    }

    // MARK: Categories

    /// 主要用于财政事务方面的支出, where no item stands under 财政事务.
    private static func categories(_ context: CheckContext) -> [RuleFinding] {
        guard let dictionary = context.subjects, let year = context.disclosure.fiscalYear else { return [] }
        let text = context.text
        let headings = text.document.subjects.filter {
            $0.names.count == 1 && text.document.section(at: $0.range.lowerBound) == .generalPublicBudget
        }
        return headings.compactMap { heading in
            let next = text.document.marks.first { $0.range.lowerBound > heading.range.upperBound }?.range.lowerBound
            let end = min(next ?? text.count, heading.range.upperBound + 200)
            guard
                let cue = ["主要是用于", "主要用于"].lazy.compactMap({
                    text.ranges(of: $0, in: heading.range.upperBound..<max(end, heading.range.upperBound)).first
                }).first
            else { return nil }
            let stop = text.ranges(of: "。", in: cue.upperBound..<max(end, cue.upperBound)).first?.lowerBound ?? end
            let purpose = text.folded(cue.upperBound..<stop)
            let sections = sections(of: heading.names[0], dictionary, year)
            let spent = Set(
                context.facts.lines.map(\.disclosed.line.subject.names).filter {
                    SubjectNames.stem($0[0]) == SubjectNames.stem(heading.names[0])
                }.flatMap { $0.dropFirst() }.map { SubjectNames.stem($0) })
            guard !spent.isEmpty,
                let foreign = sections.first(where: { name in
                    purpose.contains(name) && !spent.contains { $0.contains(name) || name.contains($0) }
                })
            else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(heading.names[0])”称用于“\(foreign)”，而该类没有“\(foreign)”款的支出。",
                    "\(heading.names[0]) is said to be for \(foreign), and no item stands under that section."),
                in: text,
                at: cue, stated: foreign, suggestion: Bilingual("按实际列支的款、项说明用途。", "Name what the items are for."))
        }
    }

    /// The names of a category's sections that can be told in running text.
    private static func sections(of category: String, _ dictionary: SubjectDictionary, _ year: FiscalYear) -> [String] {
        let subject = Subject(code: nil, names: [category], level: .category)
        guard let code = dictionary.resolve(subject, in: year).entry?.code else { return [] }
        return dictionary.entries.filter { $0.level == .section && $0.code.opens(with: code) }
            .map { SubjectNames.stem($0.name) }.filter { $0.count >= 4 && !$0.opens(with: "其他") }
    }

    // MARK: Basic and project

    /// A purpose of projects only, where the table has none, and the other way round.
    private static func kinds(_ context: CheckContext) -> [RuleFinding] {
        guard let table = context.facts.table(.generalPublicExpenditure) else { return [] }
        return context.facts.lines.compactMap { line in
            guard let purpose = line.disclosed.purpose, let actual = line.actual, purpose.count <= 30,
                let row = table.row(of: line.disclosed.line.subject)
            else { return nil }
            let saysProject = purpose.holds("项目支出")
            let saysBasic = ["人员支出", "公用支出", "人员经费", "公用经费", "基本支出"].contains { purpose.contains($0) }
            let basic = row.cell(.basic).map { context.value($0) } ?? .zero
            let project = row.cell(.project).map { context.value($0) } ?? .zero
            guard saysProject != saysBasic, basic != project,
                saysProject && project.isZero || saysBasic && basic.isZero
            else { return nil }
            let (said, held) = saysProject ? ("项目支出", "基本支出") : ("基本支出", "项目支出")
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(line.name)”称用于\(said)，表中全部为\(held)。",
                    "\(line.name) is said to be \(saysProject ? "project" : "basic") expenditure; in the table all of it is "
                        + "\(saysProject ? "basic" : "project")."),
                place: context.facts[actual].place, stated: said, computed: held,
                suggestion: Bilingual("更正用途说明。", "Correct the purpose."))
        }
    }
}
