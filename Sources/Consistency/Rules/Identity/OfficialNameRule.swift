import Disclosures
import FinalAccounts
import Platform

/// Names of subjects against the official classification.
enum OfficialNameRule: ConsistencyRule {
    static let about = RuleDescription(
        "official-name", .identity, .warning, title: Bilingual("科目名称与分类科目", "Name and classification"),
        compares: Bilingual(
            "文字中的项级科目名称与当年政府收支分类科目（需提供科目表）",
            "the names of items with the classification of the year, where the dictionary is given"),
        tolerance: Bilingual("“支出”二字、括号、空格的差异不计", "a closing “支出”, brackets and blanks do not count"),
        example: "社会福利（款）养老福利（项），分类科目为养老服务")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        // Beside a table the names are held against its rows, see LineNameRule.
        guard let dictionary = context.subjects, let year = context.disclosure.fiscalYear,
            context.facts.table(.generalPublicExpenditure) == nil
        else { return [] }
        let taken = Set(context.facts.lines.map(\.disclosed.line.subject.name))
        return context.facts.lines.compactMap { line in
            let subject = line.disclosed.line.subject
            guard subject.names.count == 3, subject.level == .item, dictionary.resolve(subject, in: year) == .unknown,
                let actual = line.actual
            else { return nil }
            let near = nearest(subject.names, dictionary, year, besides: taken)
            return RuleFinding(
                about,
                message: Bilingual(
                    "分类科目中没有“\(line.name)”" + (near.map { "，相近的是“\(SubjectNames.path($0))”" } ?? "") + "。",
                    "The classification has no \(line.name)"
                        + (near.map { "; the nearest is \(SubjectNames.path($0))" } ?? "") + "."),
                place: context.facts[actual].place, stated: subject.name, computed: near?.last,
                suggestion: Bilingual("按当年政府收支分类科目更正名称。", "Use the name of the year's classification."),
                cause: subject.names.joined(separator: "/"))
        }
    }

    /// The item of the same section whose name shares most characters, of those the document does not have.
    private static func nearest(
        _ names: [String], _ dictionary: SubjectDictionary, _ year: FiscalYear, besides taken: Set<String>
    ) -> [String]? {
        let section = Subject(code: nil, names: Array(names.prefix(2)), level: .section)
        guard let code = dictionary.resolve(section, in: year).entry?.code else { return nil }
        let items = dictionary.entries.filter {
            $0.level == .item && $0.code.opens(with: code) && $0.isValid(in: year) && !taken.contains($0.name)
        }
        guard let best = items.max(by: { likeness($0.name, names[2]) < likeness($1.name, names[2]) }),
            likeness(best.name, names[2]) > 0
        else { return nil }
        return dictionary.path(of: best.code, in: year)
    }

    /// Pairs of characters in common, and as many as stand at the beginning of both.
    private static func likeness(_ first: String, _ second: String) -> Int {
        func pairs(_ name: String) -> Set<String> { Set(zip(name, name.dropFirst()).map { "\($0)\($1)" }) }
        return pairs(first).intersection(pairs(second)).count * 2 + zip(first, second).prefix { $0 == $1 }.count
    }
}
