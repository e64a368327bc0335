import FinalAccounts

/// When the lines of two documents are of one subject.
enum SubjectMatch {
    /// A subject of a fund by its code, or by its names where it has none.
    struct Key: Hashable {
        private let fund: Fund
        private let depth: Int
        private let code: String?
        private let names: [SubjectSpelling]

        init(_ line: AccountLine) {
            fund = line.fund
            code = line.subject.code
            depth = line.subject.code == nil ? line.subject.level.depth : 0
            names = line.subject.code == nil ? line.subject.names.map { SubjectSpelling($0) } : []
        }
    }

    /// A subject of a fund by its level and its own name, whatever stands above it.
    struct Name: Hashable {
        private let fund: Fund
        private let depth: Int
        private let name: SubjectSpelling

        init(_ line: AccountLine) {
            fund = line.fund
            depth = line.subject.level.depth
            name = SubjectSpelling(line.subject.name)
        }
    }

    /// What tells that two subjects are one though their names differ, where one of them has no code: what was spent, and the name above
    /// them or else their own.
    struct Twin: Hashable {
        private let fund: Fund
        private let depth: Int
        private let name: SubjectSpelling
        private let actual: Amount

        init?(_ line: AccountLine, byOwnName: Bool) {
            let names = line.subject.names
            guard let actual = line.actual, actual != .zero, let name = byOwnName ? names.last : names.dropLast().last
            else { return nil }
            fund = line.fund
            depth = line.subject.level.depth
            self.name = SubjectSpelling(name)
            self.actual = actual
        }
    }

    /// Whether two subjects of one level and name may be one: one of them has no code, and the names above them that
    /// both know are the same.
    static func mayBeOne(_ left: Subject, _ right: Subject) -> Bool {
        guard left.code == nil || right.code == nil, !left.name.isEmpty else { return false }
        return zip(left.names.reversed(), right.names.reversed()).allSatisfy { first, second in
            first.isEmpty || second.isEmpty || SubjectSpelling(first) == SubjectSpelling(second)
        }
    }
}
