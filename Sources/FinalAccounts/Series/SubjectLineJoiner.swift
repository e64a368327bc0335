/// Moves the lines of one call to their newest codes and restates the levels above them.
///
/// What the catalog says depends on the subject and the year alone and is worked out once for each: a ledger of many
/// units has the same subjects again and again.
struct SubjectLineJoiner {
    private struct Key: Hashable {
        let subject: Subject
        let year: FiscalYear
    }

    private(set) var notes = SeriesNoteCollector()
    private(set) var placements: [SubjectPlacement] = []
    /// The placement of each line.
    private(set) var placeOfLine: [Int32] = []
    /// The lines that have other amounts than they were given, by position.
    private(set) var restated: [Int: AccountLine] = [:]
    private let all: [AccountLine]
    private let places: [Int]
    private let catalog: SubjectCatalog
    private var known: [Key: Int32] = [:]

    init(_ lines: [AccountLine], at places: [Int], catalog: SubjectCatalog) {
        all = lines
        self.places = places
        self.catalog = catalog
        placeOfLine.reserveCapacity(places.count)
        for place in places {
            let placement = placement(of: all[place].subject, in: all[place].fiscalYear)
            placeOfLine.append(placement)
            if placements[Int(placement)].isNoted { note(placements[Int(placement)], of: all[place]) }
        }
    }

    private func line(_ position: Int) -> AccountLine { all[places[position]] }

    private mutating func placement(of subject: Subject, in year: FiscalYear) -> Int32 {
        let key = Key(subject: subject, year: year)
        if let known = known[key] { return known }
        let placement = Int32(placements.count)
        placements.append(SubjectPlacement(subject, in: year, catalog))
        known[key] = placement
        return placement
    }

    private mutating func note(_ placement: SubjectPlacement, of line: AccountLine) {
        guard let code = placement.newCode else { return }
        let series = JoinedLines.Series(unit: line.unit, subject: .code(code))
        if let change = placement.division.first {
            notes.divide(series, into: placement.division.map(\.newCode), from: change.firstYear)
        }
        if let old = placement.oldCode, placement.isMoved {
            notes.join(series, from: old, year: line.fiscalYear)
        }
        // Codes that only changed their name are one series by their code; the note says so all the same.
        if placement.hasHadNames {
            notes.see(series, year: line.fiscalYear)
            if let name = placement.formerName { notes.rename(series, from: name, year: line.fiscalYear) }
        }
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
        let shifts = shifts()
        guard !shifts.isEmpty else { return }
        let stated = stated(Set(shifts.flatMap { [$0.from, $0.to] }), by: \.newCode)
        for shift in shifts {
            let line = line(shift.line)
            if let position = stated[slot(line, shift.from)] {
                let given = self.line(position)
                try restated[position, default: given].subtract(line)
            }
            if let position = stated[slot(line, shift.to)] {
                let given = self.line(position)
                try restated[position, default: given].add(line)
            }
            note(shift, of: line)
        }
    }

    private mutating func note(_ shift: Shift, of line: AccountLine) {
        let placement = placement(ofLine: shift.line)
        guard let old = placement.oldCode, let new = placement.newCode else { return }
        for code in [shift.from, shift.to] {
            let series = JoinedLines.Series(unit: line.unit, subject: .code(code))
            notes.restate(series, moved: old, to: new, year: line.fiscalYear)
        }
    }

    private func placement(ofLine index: Int) -> SubjectPlacement { placements[Int(placeOfLine[index])] }

    /// The first line that states each of the given codes, for every unit, year and fund.
    private func stated(_ codes: Set<String>, by code: (SubjectPlacement) -> String?) -> [Slot: Int] {
        let wanted = placements.map { placement in code(placement).flatMap { codes.contains($0) ? $0 : nil } }
        var stated: [Slot: Int] = [:]
        for (index, place) in placeOfLine.enumerated() {
            guard let code = wanted[Int(place)] else { continue }
            let slot = slot(line(index), code)
            if stated[slot] == nil { stated[slot] = index }
        }
        return stated
    }

    /// What has to be restated: at each level above a line, the code that its amount was counted in after that
    /// level's own move, against the code above the line now.
    ///
    /// A section that is stated brings its amount to the category above it by its own move, so an item below it
    /// only counts where it goes elsewhere than its section does.
    private func shifts() -> [Shift] {
        let touched = placements.filter(\.isTouched)
        guard !touched.isEmpty else { return [] }
        let stated = stated(Set(touched.flatMap { $0.levelsAbove.map(\.old) }), by: \.oldCode)
        var result: [Shift] = []
        for (index, place) in placeOfLine.enumerated() where placements[Int(place)].isTouched {
            var carrier: String?
            for level in placements[Int(place)].levelsAbove {
                let counted = carrier.map { String($0.prefix(level.old.count)) } ?? level.newest
                if counted != level.new { result.append(Shift(line: index, from: counted, to: level.new)) }
                if stated[slot(line(index), level.old)] != nil { carrier = level.newest }
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
