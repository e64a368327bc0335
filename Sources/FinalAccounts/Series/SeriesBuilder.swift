/// Puts account lines together into series, level by level.
///
/// Lines may stand at several levels at once. A line that is given is taken as it is; a level that is not
/// given in a year is the sum of its children in that year. Lines of one subject and year under several funds,
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
        guard let subjects else { return try assembled(lines) }
        let joined = try subjects.joined(lines)
        return try assembled(joined.lines).map { series in
            let notes = joined.notes[JoinedLines.Series(unit: series.unit, subject: series.subject.key)] ?? []
            return notes.isEmpty
                ? series
                : SpendingSeries(
                    unit: series.unit, subject: series.subject, observations: series.observations,
                    notes: notes + series.notes)
        }
    }

    private func assembled(_ lines: some Sequence<AccountLine>) throws(AmountError) -> [SpendingSeries] {
        var forests: [BudgetUnit: SubjectForest] = [:]
        for line in lines {
            try forests[line.unit, default: SubjectForest(scheme: scheme, dictionary: subjects?.functional)].add(line)
        }
        var result: [SpendingSeries] = []
        for (unit, forest) in forests.sorted(by: { $0.key < $1.key }) {
            result += try forest.series(of: unit)
        }
        return result
    }
}

/// The subjects of one unit as a forest under its total, with a cell for each year.
private struct SubjectForest {
    private struct Node {
        var subject: Subject
        var parent: Int?
        var cells: [Int: YearCell] = [:]
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

    mutating func add(_ line: AccountLine) throws(AmountError) {
        let index = place(line.subject)
        let year = line.fiscalYear.number
        name(index, line.subject.names, year: year)
        if var cell = nodes[index].cells[year] {
            try cell.add(YearCell(line))
            cell.lines += 1
            nodes[index].cells[year] = cell
        } else {
            nodes[index].cells[year] = YearCell(line)
        }
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

    func series(of unit: BudgetUnit) throws(AmountError) -> [SpendingSeries] {
        let cells = try cellsWithSums()
        let order = nodes.indices.sorted {
            (nodes[$0].subject.level, nodes[$0].subject.key) < (nodes[$1].subject.level, nodes[$1].subject.key)
        }
        return order.map { index in
            let years = cells[index].sorted { $0.key < $1.key }
            return SpendingSeries(
                unit: unit, subject: nodes[index].subject,
                observations: years.map { $0.value.observation(year: $0.key) },
                notes: years.filter { $0.value.lines > 1 }.map { .addedUp(year: $0.key, lines: $0.value.lines) })
        }
    }

    /// Every node's cells, those that were not given filled with the sum of the children's.
    ///
    /// A parent is always made before its children, so going backwards meets children first.
    private func cellsWithSums() throws(AmountError) -> [[Int: YearCell]] {
        var cells = nodes.map(\.cells)
        var sums: [[Int: YearCell]] = Array(repeating: [:], count: nodes.count)
        let deepestFirst = nodes.indices.sorted {
            (nodes[$1].subject.level, $1) < (nodes[$0].subject.level, $0)
        }
        for index in deepestFirst {
            for (year, sum) in sums[index] where cells[index][year] == nil {
                cells[index][year] = sum.summed
            }
            guard let parent = nodes[index].parent else { continue }
            for (year, cell) in cells[index] {
                if var sum = sums[parent][year] {
                    try sum.add(cell)
                    sums[parent][year] = sum
                } else {
                    sums[parent][year] = cell
                }
            }
        }
        return cells
    }
}

/// What one year holds for one subject while lines and children are added up.
private struct YearCell {
    var initialBudget: BudgetState
    var adjustedBudget: Amount?
    var actual: Amount?
    var reasons: Set<String>
    var origin: Origin
    var isSummed = false
    var lines = 1

    init(_ line: AccountLine) {
        initialBudget = line.initialBudget
        adjustedBudget = line.adjustedBudget
        actual = line.actual
        reasons = line.reason.map { [$0] } ?? []
        origin = line.origin
    }

    /// The cell as the sum of a level below: reasons stay with the children.
    var summed: YearCell {
        var copy = self
        copy.isSummed = true
        copy.reasons = []
        copy.lines = 1
        return copy
    }

    mutating func add(_ other: YearCell) throws(AmountError) {
        initialBudget = try Self.sum(initialBudget, other.initialBudget)
        adjustedBudget = try Self.sum(adjustedBudget, other.adjustedBudget)
        actual = try Self.sum(actual, other.actual)
        reasons.formUnion(other.reasons)
        if other.origin == .synthetic { origin = .synthetic }
    }

    func observation(year: Int) -> Observation {
        Observation(
            year: FiscalYear(year), initialBudget: initialBudget, adjustedBudget: adjustedBudget, actual: actual,
            reason: reasons.isEmpty ? nil : reasons.sorted().joined(separator: "；"), origin: origin, isSummed: isSummed)
    }

    private static func sum(_ left: Amount?, _ right: Amount?) throws(AmountError) -> Amount? {
        guard let left else { return right }
        guard let right else { return left }
        return try left.adding(right)
    }

    /// Approved budgets add up; a part that is unbudgeted or silent adds nothing to them.
    private static func sum(_ left: BudgetState, _ right: BudgetState) throws(AmountError) -> BudgetState {
        switch (left, right) {
        case (.stated(let first), .stated(let second)): .stated(try first.adding(second))
        case (.stated, _): left
        case (_, .stated): right
        case (.unbudgeted, _), (_, .unbudgeted): .unbudgeted
        case (.notStated, .notStated): .notStated
        }
    }
}
