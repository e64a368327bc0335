import Platform

/// Puts account lines together into series, level by level.
///
/// Lines may stand at several levels at once. A line that is given is taken as it is, and what it is silent of is the sum
/// of its children; a level that is not given in a year is that sum as a whole. What a line states beyond its children is
/// a subject of its own beside them (其余), so that every level adds up. Lines of one subject and year under several funds,
/// or given twice, are added up and the series says so. The total of a unit is the sum of its widest level.
///
/// ```swift
/// let series = try SeriesBuilder(scheme: .china).series(from: lines)
/// ```
public struct SeriesBuilder: Sendable {
    /// How codes nest.
    public let scheme: SubjectScheme

    /// What is known of the subjects; without it, lines are taken by the codes and names they carry.
    public let subjects: SubjectCatalog?

    /// Creates a builder for one scheme.
    ///
    /// - Parameters:
    ///   - scheme: how codes nest.
    ///   - subjects: resolves names without codes and joins years under retired codes; it speaks of the Chinese
    ///     classification only and is left aside under any other scheme.
    public init(scheme: SubjectScheme, subjects: SubjectCatalog? = nil) {
        self.scheme = scheme
        self.subjects = scheme == .china ? subjects : nil
    }

    /// The series of all units in `lines`: every subject given, every level above it, and each unit's total.
    ///
    /// The result is in order of unit, then level, then subject key; the order of `lines` does not matter.
    ///
    /// - Throws: ``AmountError/overflow`` where a sum does not fit.
    public func series(from lines: some Sequence<AccountLine>) throws(AmountError) -> [SpendingSeries] {
        let lines = Array(lines)
        let units = LinesByUnit(lines).units
        // Units know nothing of one another; what is known of a subject is looked up once in each stretch of them.
        let parallel = Parallel()
        let stretches = parallel.stretches(of: units.count)
        let parts = try parallel.map(stretches.count) { part throws(AmountError) in
            try series(of: units[stretches[part]], lines)
        }
        return parts.count == 1 ? parts[0] : Array(parts.joined())
    }

    private func series(
        of units: ArraySlice<LinesByUnit.Unit>, _ lines: [AccountLine]
    ) throws(AmountError) -> [SpendingSeries] {
        let joined = try subjects?.joined(lines, at: units.flatMap(\.places))
        var result: [SpendingSeries] = []
        var position = 0
        // The node of each placement in the unit at hand, -1 before its first line.
        var nodes: [Int] = []
        for unit in units {
            var forest = SubjectForest(scheme: scheme, dictionary: subjects?.functional)
            nodes = [Int](repeating: -1, count: joined?.placements ?? 0)
            for place in unit.places {
                let year = lines[place].fiscalYear.number
                let node: Int
                if let joined {
                    let placement = joined.placement(of: position)
                    if nodes[placement] < 0 {
                        nodes[placement] = forest.node(of: joined.subject(at: placement), year: year)
                    }
                    node = nodes[placement]
                } else {
                    node = forest.node(of: lines[place].subject, year: year)
                }
                try forest.add(joined?.restated(position).map(YearCell.init) ?? YearCell(lines[place]), year, to: node)
                position += 1
            }
            result += try forest.series(of: unit.unit, notes: joined?.notes ?? [:])
        }
        return result
    }
}

/// The subjects of one unit as a forest under its total, with a cell for each year.
private struct SubjectForest {
    private struct Node {
        var subject: Subject
        var parent: Int?
        var cells = YearCells()
        var namedIn = Int.min

        /// Takes the names of the latest year, so that a report of a year calls a subject as its document does; of two
        /// for one year the fuller, then the one that sorts first.
        mutating func name(_ names: [String], year: Int) {
            let have = subject.names
            let isBetter =
                year != namedIn
                ? year > namedIn : (names.count, have.joined()) > (have.count, names.joined())
            guard !names.isEmpty, isBetter || have.isEmpty else { return }
            subject.names = names
            namedIn = year
        }
    }

    private let scheme: SubjectScheme
    private let dictionary: SubjectDictionary?
    private var nodes: [Node] = [Node(subject: .total, parent: nil)]
    private var indices: [SubjectKey: Int] = [.path([]): 0]

    init(scheme: SubjectScheme, dictionary: SubjectDictionary?) {
        self.scheme = scheme
        self.dictionary = dictionary
    }

    /// The node of a subject, named as a line of the year does.
    mutating func node(of subject: Subject, year: Int) -> Int {
        let index = place(subject)
        name(index, subject.names, year: year)
        return index
    }

    mutating func add(_ cell: YearCell, _ year: Int, to node: Int) throws(AmountError) {
        try nodes[node].cells.add(cell, year: year, countingLines: true)
    }

    /// Names a node and the ones above it as a line of a year does.
    private mutating func name(_ index: Int, _ names: [String], year: Int) {
        nodes[index].name(names, year: year)
        var above = nodes[index].parent
        var rest = names.dropLast()
        while let parent = above, parent != 0, !rest.isEmpty, nodes[parent].namedIn <= year {
            nodes[parent].name(Array(rest), year: year)
            above = nodes[parent].parent
            rest = rest.dropLast()
        }
    }

    /// The node of a subject, made together with the nodes above it where they are missing.
    private mutating func place(_ subject: Subject) -> Int {
        if let index = indices[subject.key] { return index }
        let parentSubject = parent(of: subject)
        let parentIndex = parentSubject.map { place($0) } ?? 0
        var own = subject
        if let code = subject.code, let level = scheme.level(of: code) { own.level = level }
        nodes.append(Node(subject: own, parent: parentIndex))
        indices[subject.key] = nodes.count - 1
        return nodes.count - 1
    }

    private func parent(of subject: Subject) -> Subject? {
        if let code = subject.code {
            guard let parentCode = scheme.parent(of: code), let level = scheme.level(of: parentCode) else { return nil }
            let knowsParentName = subject.names.count > level.depth
            return Subject(
                code: parentCode, names: knowsParentName ? Array(subject.names.prefix(level.depth)) : [], level: level)
        }
        guard subject.names.count > 1 else { return nil }
        let named = Subject(names: Array(subject.names.dropLast()))
        guard let known = dictionary?.resolve(named).entry else { return named }
        return Subject(code: known.code, names: named.names, level: known.level)
    }

    /// - Parameter notes: what was done to series before their lines were put together.
    func series(
        of unit: BudgetUnit, notes: [JoinedLines.Series: [SeriesNote]]
    ) throws(AmountError) -> [SpendingSeries] {
        let (cells, remainders) = try cellsWithSums()
        let subjects = nodes.map(\.subject) + remainders
        let order = subjects.indices.sorted {
            (subjects[$0].level, subjects[$0].key) < (subjects[$1].level, subjects[$1].key)
        }
        return order.map { index in
            let subject = subjects[index]
            let before = notes.isEmpty ? nil : notes[JoinedLines.Series(unit: unit, subject: subject.key)]
            return SpendingSeries(
                unit: unit, subject: subject, observations: cells[index].observations,
                notes: (before ?? []) + cells[index].notes)
        }
    }

    /// Every node's cells, those that were not given filled with the sum of the children's; and behind them what nodes
    /// are beyond their children.
    ///
    /// A parent is always made before its children, so going backwards meets children first.
    private func cellsWithSums() throws(AmountError) -> (cells: [YearCells], remainders: [Subject]) {
        var remainders: [Subject] = []
        var cells = nodes.map(\.cells)
        var sums = [YearCells](repeating: YearCells(), count: nodes.count)
        let deepestFirst = nodes.indices.sorted {
            (nodes[$1].subject.level, $1) < (nodes[$0].subject.level, $0)
        }
        for index in deepestFirst {
            if index > 0, let subject = nodes[index].subject.remainder(in: scheme) {
                let rest = try cells[index].remainders(beyond: sums[index])
                if !rest.isEmpty {
                    remainders.append(subject)
                    cells.append(rest)
                }
            }
            cells[index].fill(from: sums[index])
            guard let parent = nodes[index].parent else { continue }
            try sums[parent].add(cells[index])
        }
        return (cells, remainders)
    }
}
