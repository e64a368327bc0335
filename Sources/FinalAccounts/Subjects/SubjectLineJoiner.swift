/// Moves the lines of one call to their newest codes and restates the levels above them.
struct SubjectLineJoiner {
    private(set) var lines: [AccountLine] = []
    private(set) var notes = SeriesNoteCollector()
    private let catalog: SubjectCatalog
    /// The code of each line before it was moved; `nil` where it has none.
    private var oldCodes: [String?] = []
    /// Whether any line stands in a place that the crosswalk touches; if not, there is nothing to restate.
    private var isTouched = false

    init(catalog: SubjectCatalog) {
        self.catalog = catalog
    }

    private var scheme: SubjectScheme { catalog.functional.scheme }

    mutating func add(_ line: AccountLine) {
        var moved = line
        moved.subject = catalog.settled(line.subject, in: line.fiscalYear)
        oldCodes.append(moved.subject.code)
        if let code = moved.subject.code {
            let succession = catalog.crosswalk.succession(of: code, in: line.fiscalYear)
            follow(succession, from: code, in: &moved)
            noteFormerName(of: line, under: succession.code)
        }
        lines.append(moved)
    }

    private mutating func follow(_ succession: SubjectSuccession, from code: String, in line: inout AccountLine) {
        let series = JoinedLines.Series(unit: line.unit, subject: .code(succession.code))
        if let change = succession.division.first {
            notes.divide(series, into: succession.division.map(\.newCode), from: change.firstYear)
        }
        isTouched = isTouched || !succession.changes.isEmpty || ancestors(of: code).contains { isMoved($0, in: line) }
        guard let last = succession.changes.last else { return }
        let path = catalog.functional.path(of: succession.code)
        line.subject.code = succession.code
        line.subject.names = path.isEmpty ? [last.newName] : path
        notes.join(series, from: code, year: line.fiscalYear)
    }

    /// Codes that only changed their name are one series by their code; the note says so all the same.
    private mutating func noteFormerName(of line: AccountLine, under code: String) {
        guard catalog.functional.entries(of: code).count > 1 else { return }
        let series = JoinedLines.Series(unit: line.unit, subject: .code(code))
        notes.see(series, year: line.fiscalYear)
        guard let name = catalog.formerName(line.subject.name, of: code) else { return }
        notes.rename(series, from: name, year: line.fiscalYear)
    }

    private func isMoved(_ code: String, in line: AccountLine) -> Bool {
        newest(code, in: line.fiscalYear) != code
    }

    private func newest(_ code: String, in year: FiscalYear) -> String {
        catalog.crosswalk.succession(of: code, in: year).code
    }

    /// The codes above a code, the nearest first.
    private func ancestors(of code: String) -> [String] {
        guard let parent = scheme.parent(of: code) else { return [] }
        return [parent] + ancestors(of: parent)
    }
}

// MARK: - Restating the levels above

extension SubjectLineJoiner {
    /// A level of one unit, year and fund that a line may state.
    private struct Slot: Hashable {
        let unit: BudgetUnit
        let year: FiscalYear
        let fund: Fund
        let code: String
    }

    /// An amount that belongs to another code of its level than the one it was stated in.
    private struct Shift {
        let line: Int
        let from: String
        let to: String
    }

    private func slot(_ line: AccountLine, _ code: String) -> Slot {
        Slot(unit: line.unit, year: line.fiscalYear, fund: line.fund, code: code)
    }

    mutating func restate() throws(AmountError) {
        guard isTouched else { return }
        let shifts = shifts()
        guard !shifts.isEmpty else { return }
        let original = lines
        var stated: [Slot: Int] = [:]
        for (index, line) in lines.enumerated() {
            guard let code = line.subject.code else { continue }
            let place = slot(line, code)
            if stated[place] == nil { stated[place] = index }
        }
        for shift in shifts {
            let line = original[shift.line]
            if let index = stated[slot(line, shift.from)] { try lines[index].subtract(line) }
            if let index = stated[slot(line, shift.to)] { try lines[index].add(line) }
            note(shift, of: line)
        }
    }

    private mutating func note(_ shift: Shift, of line: AccountLine) {
        guard let old = oldCodes[shift.line], let new = line.subject.code else { return }
        for code in [shift.from, shift.to] {
            let series = JoinedLines.Series(unit: line.unit, subject: .code(code))
            notes.restate(series, moved: old, to: new, year: line.fiscalYear)
        }
    }

    /// What has to be restated: at each level above a line, the code that its amount was counted in after that
    /// level's own move, against the code above the line now.
    ///
    /// A section that is stated brings its amount to the category above it by its own move, so an item below it
    /// only counts where it goes elsewhere than its section does.
    private func shifts() -> [Shift] {
        var stated: Set<Slot> = []
        for (line, code) in zip(lines, oldCodes) {
            if let code { stated.insert(slot(line, code)) }
        }
        var result: [Shift] = []
        for (index, line) in lines.enumerated() {
            guard let old = oldCodes[index], let new = line.subject.code else { continue }
            var carrier: String?
            for (oldAncestor, newAncestor) in zip(ancestors(of: old), ancestors(of: new)) {
                let counted =
                    carrier.map { String($0.prefix(oldAncestor.count)) } ?? newest(oldAncestor, in: line.fiscalYear)
                if counted != newAncestor { result.append(Shift(line: index, from: counted, to: newAncestor)) }
                if stated.contains(slot(line, oldAncestor)) { carrier = newest(oldAncestor, in: line.fiscalYear) }
            }
        }
        return result
    }
}

extension AccountLine {
    /// Adds another line's amounts where this line states one.
    fileprivate mutating func add(_ other: AccountLine) throws(AmountError) {
        initialBudget = try initialBudget.adding(other.initialBudget)
        if let own = adjustedBudget { adjustedBudget = try own.adding(other.adjustedBudget ?? .zero) }
        if let own = actual { actual = try own.adding(other.actual ?? .zero) }
        if let own = basic { basic = try own.adding(other.basic ?? .zero) }
        if let own = project { project = try own.adding(other.project ?? .zero) }
    }

    /// Takes another line's amounts out where this line states one.
    fileprivate mutating func subtract(_ other: AccountLine) throws(AmountError) {
        if let own = initialBudget.amount {
            initialBudget = .stated(try own.subtracting(other.initialBudget.amount ?? .zero))
        }
        if let own = adjustedBudget { adjustedBudget = try own.subtracting(other.adjustedBudget ?? .zero) }
        if let own = actual { actual = try own.subtracting(other.actual ?? .zero) }
        if let own = basic { basic = try own.subtracting(other.basic ?? .zero) }
        if let own = project { project = try own.subtracting(other.project ?? .zero) }
    }
}

extension BudgetState {
    /// The budget with what moved in; an unbudgeted level takes on a budget that moved in, a silent one stays silent.
    fileprivate func adding(_ other: BudgetState) throws(AmountError) -> BudgetState {
        switch (self, other) {
        case (.stated(let own), .stated(let amount)): .stated(try own.adding(amount))
        case (.unbudgeted, .stated): other
        default: self
        }
    }
}
