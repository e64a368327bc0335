import Disclosures
import FinalAccounts
import OfficialForm

/// Subjects in the glossary and in the accounts, paired as well as may be.
struct GlossaryPairs: Sendable {
    typealias Subject = DocumentText.NamedSubject

    /// Subjects named alike but not the same.
    private(set) var misnamed: [(line: Subject, entry: Subject)] = []
    /// Subjects of the accounts without an entry.
    private(set) var unexplained: [Subject] = []
    /// Entries without a subject in the accounts.
    private(set) var idle: [Subject] = []

    init(_ disclosure: Disclosure) {
        let text = disclosure.text
        let funds: Set<Section> = [.generalPublicBudget, .governmentFund, .stateCapital]
        let entries = Self.unique(
            text.subjects.filter { $0.names.count == 3 && text.section(at: $0.range.lowerBound) == .glossary })
        let inAccounts = text.subjects.filter { funds.contains(text.section(at: $0.range.lowerBound)) }
        let lines = Self.unique(inAccounts.filter { $0.names.count == 3 })
        guard entries.count >= 3, !lines.isEmpty else { return }
        let lineKeys = Set(lines.map { Self.key($0.names) })
        let entryKeys = Set(entries.map { Self.key($0.names) })
        var restOfLines = lines.filter { !entryKeys.contains(Self.key($0.names)) }
        var restOfEntries = entries.filter { !lineKeys.contains(Self.key($0.names)) }
        pair(&restOfLines, &restOfEntries)
        // A glossary that explains a few subjects leaves the others out on purpose.
        let explainsAll = entries.count * 4 >= lines.count * 3
        unexplained = explainsAll ? restOfLines : []
        // A fund whose spending is stated only by category has its entry rightly.
        let wide = Set(inAccounts.filter { $0.names.count < 3 }.map { SubjectNames.stem($0.names[0]) })
            .subtracting(lines.map { SubjectNames.stem($0.names[0]) })
        idle = restOfEntries.filter { !wide.contains(SubjectNames.stem($0.names[0])) }
    }

    private mutating func pair(_ lines: inout [Subject], _ entries: inout [Subject]) {
        var kept: [Subject] = []
        for line in lines {
            let best = entries.indices.map { ($0, Self.likeness(line.names, entries[$0].names)) }.max { $0.1 < $1.1 }
            guard let best, best.1 > 0 else {
                kept.append(line)
                continue
            }
            misnamed.append((line, entries.remove(at: best.0)))
        }
        lines = kept
    }

    /// How alike two subjects that are not the same are; 0 for different subjects.
    private static func likeness(_ first: [String], _ second: [String]) -> Int {
        let same = zip(first, second).filter { SubjectNames.normalized($0) == SubjectNames.normalized($1) }.count
        let stems = zip(first, second).filter { SubjectNames.stem($0) == SubjectNames.stem($1) }.count
        if stems == 3 { return 100 }
        guard same >= 2 else { return 0 }
        for (left, right) in zip(first, second) where SubjectNames.normalized(left) != SubjectNames.normalized(right) {
            let (one, other) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
            let distance = EditDistance.between(one, other)
            // 其他教育支出 and 其他普通教育支出: the longer has a few characters more, or one is another.
            if distance * 3 <= max(one.count, other.count) { return 50 - distance }
        }
        return 0
    }

    private static func unique(_ subjects: [Subject]) -> [Subject] {
        var seen: Set<String> = []
        return subjects.filter { seen.insert(key($0.names)).inserted }
    }

    private static func key(_ names: [String]) -> String {
        names.map { SubjectNames.normalized($0) }.joined(separator: "/")
    }
}
