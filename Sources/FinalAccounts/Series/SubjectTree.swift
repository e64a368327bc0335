/// Which subject is part of which, for the subjects of one unit or of many.
///
/// Nodes are subjects in the order given, known by their place. A subject hangs on the nearest subject above it that is a
/// node too, else on its unit's total. A code that the scheme does not know is part of no sum: it stands for itself.
package struct SubjectTree: Sendable {
    /// The parent of each node; -1 for roots.
    package private(set) var parents: [Int]
    /// The nodes right below each node, in order.
    package private(set) var children: [[Int]]
    /// The nodes, parents before children; not all of them where parents lead round in a circle.
    package private(set) var order: [Int]

    /// The tree of given parents; -1 for roots.
    package init(parents: [Int]) {
        self.parents = parents
        children = [[Int]](repeating: [], count: parents.count)
        order = []
        order.reserveCapacity(parents.count)
        for (node, parent) in parents.enumerated() {
            if parent >= 0 { children[parent].append(node) } else { order.append(node) }
        }
        var next = 0
        while next < order.count {
            order += children[order[next]]
            next += 1
        }
    }

    /// The tree of subjects under a scheme.
    package init(_ subjects: [(unit: BudgetUnit, subject: Subject)], scheme: SubjectScheme) {
        var nodes = Nodes(subjects)
        self.init(
            parents: subjects.map { item in
                let unit = nodes.number(of: item.unit)
                if let code = item.subject.code, scheme.level(of: code) == nil { return -1 }
                var key = item.subject.key
                while let above = scheme.parent(of: key) {
                    if let place = nodes.place(of: above, ofUnit: unit) { return place }
                    key = above
                }
                return -1
            })
    }

    /// The tree of one unit's series, of which the first is the total: what is part of no sum is listed under it too.
    package init(listing series: [SpendingSeries], scheme: SubjectScheme) {
        let tree = SubjectTree(series.map { ($0.unit, $0.subject) }, scheme: scheme)
        self.init(parents: tree.parents.enumerated().map { node, parent in node == 0 ? -1 : max(parent, 0) })
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
}
