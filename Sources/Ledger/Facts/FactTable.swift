import FinalAccounts

/// What is stated of one body's year: a line for each subject of each fund, whoever states it.
///
/// Tables made of one document add its rows of one subject up. Tables of several documents are joined field by field:
/// what one is silent of the other tells. Joining documents that do not contradict one another gives the same whatever
/// their order.
struct FactTable {
    /// The lines, in the order in which their subjects were first stated.
    private(set) var lines: [AccountLine] = []
    private var places: [SubjectMatch.Key: Int] = [:]
    /// The code-bearing lines of a fund, level and name, for lines that name a subject without its code.
    private var named: [SubjectMatch.Name: [Int]] = [:]

    /// The table of one document: its rows of one subject are added up.
    ///
    /// - Throws: `AmountError` where a sum does not fit.
    init(document rows: [AccountLine]) throws(AmountError) {
        for row in rows {
            if let place = places[SubjectMatch.Key(row)] {
                try lines[place].addRow(row)
            } else {
                insert(row)
            }
        }
    }

    /// Where a line's subject stands, by its code or else by its names.
    func place(of line: AccountLine) -> Int? {
        if let place = places[SubjectMatch.Key(line)] { return place }
        let candidates = (named[SubjectMatch.Name(line)] ?? []).filter {
            SubjectMatch.mayBeOne(lines[$0].subject, line.subject)
        }
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// Where lines of another table stand that name their subject otherwise, by their places in it: a text may call by its own words
    /// what the table of the same document has with its code, or put it below another. Each is the only one left on either side that
    /// spent so much there.
    func twins(of other: FactTable) -> [Int: Int] {
        var free = Set(lines.indices), left: Set<Int> = []
        for (index, line) in other.lines.enumerated() {
            if let place = place(of: line) { free.remove(place) } else { left.insert(index) }
        }
        var twins: [Int: Int] = [:]
        for byOwnName in [false, true] where !left.isEmpty {
            let given = Dictionary(grouping: left) { SubjectMatch.Twin(other.lines[$0], byOwnName: byOwnName) }
            let known = Dictionary(grouping: free) { SubjectMatch.Twin(lines[$0], byOwnName: byOwnName) }
            for (twin, indices) in given where twin != nil && indices.count == 1 {
                guard let places = known[twin], places.count == 1,
                    (lines[places[0]].subject.code == nil) != (other.lines[indices[0]].subject.code == nil)
                else { continue }
                twins[indices[0]] = places[0]
                left.remove(indices[0])
                free.remove(places[0])
            }
        }
        return twins
    }

    /// Joins what another document states.
    ///
    /// - Parameter fills: whether the other only tells what is not stated here; else the finer of two amounts stands, and
    ///   of two that contradict each other the other's.
    mutating func join(_ other: FactTable, fills: Bool) {
        let precision = Precision(lines, other.lines)
        let twins = twins(of: other)
        for (index, given) in other.lines.enumerated() {
            guard let place = place(of: given) ?? twins[index] else {
                insert(given)
                continue
            }
            var line = given
            if twins[index] != nil {
                // The one with the code has the official name.
                if line.subject.code == nil {
                    line.subject = lines[place].subject
                } else {
                    lines[place].subject = line.subject
                }
            }
            lines[place].join(line, fills: fills) { own, given in
                precision.isFirstFiner && precision.agree(own, given) ? own : given
            }
            // One that had names only may have got its code, and the next document knows it by that.
            places[SubjectMatch.Key(lines[place])] = place
        }
    }

    /// Takes from a plan the initial budgets of subjects that are known; its other subjects stay aside, since nothing
    /// says whether anything was spent on them.
    mutating func budget(by plan: FactTable) {
        for line in plan.lines {
            guard let place = place(of: line), lines[place].initialBudget == .notStated else { continue }
            lines[place].initialBudget = line.initialBudget
        }
    }

    private mutating func insert(_ line: AccountLine) {
        places[SubjectMatch.Key(line)] = lines.count
        named[SubjectMatch.Name(line), default: []].append(lines.count)
        lines.append(line)
    }
}

extension AccountLine {
    /// Adds another row of the same subject in the same document.
    fileprivate mutating func addRow(_ other: AccountLine) throws(AmountError) {
        for field in AmountField.allCases {
            guard let amount = field.amount(of: other) else { continue }
            let own = field.amount(of: self)
            field.set(try own.map { own throws(AmountError) in try own.adding(amount) } ?? amount, in: &self)
        }
        if initialBudget == .notStated { initialBudget = other.initialBudget }
        if other.origin == .synthetic { origin = .synthetic }
        guard let more = other.reason, more != reason else { return }
        reason = reason.map { $0 + "；" + more } ?? more
    }

    /// Takes what another document states of the subject.
    fileprivate mutating func join(_ other: AccountLine, fills: Bool, choose: (Amount, Amount) -> Amount) {
        let hadActual = actual != nil
        for field in AmountField.allCases {
            guard let given = field.amount(of: other) else { continue }
            if let own = field.amount(of: self) {
                if !fills, own != given { field.set(choose(own, given), in: &self) }
            } else if field != .initialBudget || initialBudget == .notStated || !fills {
                field.set(given, in: &self)
            }
        }
        if initialBudget == .notStated { initialBudget = other.initialBudget }
        if let given = other.reason {
            if let own = reason {
                if !fills, (given.count, own) > (own.count, given) { reason = given }
            } else {
                reason = given
            }
        }
        if other.subject.code != nil, subject.code == nil { subject.code = other.subject.code }
        let (own, given) = (subject.names, other.subject.names)
        if (given.count, own.joined()) > (own.count, given.joined()), !fills || own.isEmpty { subject.names = given }
        if !hadActual, other.actual != nil || source == nil { source = other.source ?? source }
        if other.origin == .synthetic { origin = .synthetic }
    }
}
