import FinalAccounts

/// Which forecast is the sum of which: the subjects of every unit as trees under the unit's total.
///
/// Nodes are the forecasts, in the order given. A subject whose parent has no forecast hangs on the nearest ancestor that
/// has one.
struct SubjectTree: Sendable {
    /// The parent of each node; -1 for roots.
    private(set) var parents: [Int]
    /// The nodes, parents before children.
    private(set) var order: [Int] = []

    /// The tree of given parents; -1 for roots.
    init(parents: [Int]) {
        self.parents = parents
        order = Self.topological(parents)
    }

    /// The tree of subjects under a scheme.
    init(_ subjects: [(unit: BudgetUnit, subject: Subject)], scheme: SubjectScheme) {
        var nodes = Nodes(subjects)
        parents = subjects.map { item in
            let unit = nodes.number(of: item.unit)
            // A code that the scheme does not know stands for itself: it is part of no sum.
            if let code = item.subject.code, scheme.level(of: code) == nil { return -1 }
            var subject: Subject? = item.subject
            while let current = subject, current.key != Subject.total.key {
                subject = Self.parent(of: current, scheme: scheme)
                if let place = nodes.place(of: (subject ?? .total).key, ofUnit: unit) { return place }
                if subject == nil { break }
            }
            return -1
        }
        order = Self.topological(parents)
    }

    /// The node right above each of some subjects that are no nodes themselves; -1 where the level above is none either.
    static func parents(
        of others: [(unit: BudgetUnit, subject: Subject)], in subjects: [(unit: BudgetUnit, subject: Subject)],
        scheme: SubjectScheme
    ) -> [Int] {
        var nodes = Nodes(subjects)
        return others.map { item in
            if let code = item.subject.code, scheme.level(of: code) == nil { return -1 }
            guard item.subject.key != Subject.total.key else { return -1 }
            let above = parent(of: item.subject, scheme: scheme) ?? .total
            return nodes.place(of: above.key, ofUnit: nodes.number(of: item.unit)) ?? -1
        }
    }

    /// Where each subject of each unit stands. Units are numbered: their names are long, and most follow one another.
    private struct Nodes {
        private struct Key: Hashable {
            var unit: Int
            var subject: SubjectKey
        }

        private var places: [Key: Int] = [:]
        private var numbers: [BudgetUnit: Int] = [:]
        private var last: (unit: BudgetUnit, number: Int)?

        init(_ subjects: [(unit: BudgetUnit, subject: Subject)]) {
            places.reserveCapacity(subjects.count)
            for (i, item) in subjects.enumerated() {
                places[Key(unit: number(of: item.unit), subject: item.subject.key)] = i
            }
        }

        mutating func number(of unit: BudgetUnit) -> Int {
            if let last, last.unit == unit { return last.number }
            let number = numbers[unit] ?? numbers.count
            numbers[unit] = number
            last = (unit, number)
            return number
        }

        func place(of subject: SubjectKey, ofUnit unit: Int) -> Int? { places[Key(unit: unit, subject: subject)] }
    }

    /// The subject one level up; `nil` for the total and for what hangs right under it.
    private static func parent(of subject: Subject, scheme: SubjectScheme) -> Subject? {
        if let code = subject.code {
            return scheme.parent(of: code).map { Subject(code: $0, names: [], level: .total) }
        }
        return subject.names.count > 1 ? Subject(names: Array(subject.names.dropLast())) : nil
    }

    private static func topological(_ parents: [Int]) -> [Int] {
        var children = [[Int]](repeating: [], count: parents.count)
        var order: [Int] = []
        order.reserveCapacity(parents.count)
        for (i, parent) in parents.enumerated() {
            if parent >= 0 { children[parent].append(i) } else { order.append(i) }
        }
        var next = 0
        while next < order.count {
            order += children[order[next]]
            next += 1
        }
        return order
    }

    /// Whether a node has children.
    var isParent: [Bool] {
        var result = [Bool](repeating: false, count: parents.count)
        for parent in parents where parent >= 0 { result[parent] = true }
        return result
    }
}
