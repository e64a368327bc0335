/// What is known of bodies that the accounts themselves do not tell: other names, and which body took over from which.
///
/// ```swift
/// let register = BodyRegister([
///     .init(name: BudgetUnit("自然资源和规划局"), from: [BudgetUnit("国土资源局"), BudgetUnit("规划局")], since: FiscalYear(2023))
/// ])
/// register.current(BudgetUnit("规划局"), in: FiscalYear(2021))   // 自然资源和规划局
/// ```
package struct BodyRegister: Hashable, Sendable {
    /// One body.
    package struct Entry: Hashable, Sendable {
        /// The name its accounts are shown under.
        package var name: BudgetUnit
        /// Other names of it, in any year.
        package var aliases: [BudgetUnit]
        /// The bodies it took over from: their years before `since` are its own.
        package var from: [BudgetUnit]
        /// The bodies it was divided into: their years from `since` on are shown together as its own.
        package var into: [BudgetUnit]
        /// The first year after the change.
        package var since: FiscalYear?
        /// The bodies whose accounts are added up to those of the department.
        package var units: [BudgetUnit] = []
        /// What they paid one another, which counts once.
        package var transfers: [Transfer] = []

        package init(
            name: BudgetUnit, aliases: [BudgetUnit] = [], from: [BudgetUnit] = [], into: [BudgetUnit] = [],
            since: FiscalYear? = nil
        ) {
            self.name = name
            self.aliases = aliases
            self.from = from
            self.into = into
            self.since = since
        }
    }

    /// What one body of a department paid another: it stands in the accounts of both.
    package struct Transfer: Hashable, Sendable {
        /// The year.
        package var year: FiscalYear
        /// The subject under which it stands in the payer's accounts.
        package var subject: Subject
        /// The fund.
        package var fund: Fund
        /// The amount.
        package var amount: Amount

        package init(year: FiscalYear, subject: Subject, fund: Fund = .generalPublicBudget, amount: Amount) {
            self.year = year
            self.subject = subject
            self.fund = fund
            self.amount = amount
        }
    }

    private struct Move: Hashable {
        let to: BudgetUnit
        let years: ClosedRange<Int>
    }

    private var moves: [BudgetUnit: [Move]] = [:]
    /// The bodies that are departments of others.
    package let departments: [Entry]

    package init(_ entries: [Entry] = []) {
        departments = entries.filter { !$0.units.isEmpty }
        for entry in entries {
            for alias in entry.aliases { add(alias, Move(to: entry.name, years: 0...Int.max)) }
            guard let since = entry.since?.number else { continue }
            for body in entry.from { add(body, Move(to: entry.name, years: 0...(since - 1))) }
            for body in entry.into { add(body, Move(to: entry.name, years: since...Int.max)) }
        }
    }

    private mutating func add(_ body: BudgetUnit, _ move: Move) {
        if body != move.to { moves[body, default: []].append(move) }
    }

    /// The body that the accounts of a body and year are shown under.
    package func current(_ body: BudgetUnit, in year: FiscalYear) -> BudgetUnit {
        var current = body
        var seen: Set<BudgetUnit> = [body]
        while let move = moves[current]?.first(where: { $0.years.contains(year.number) }),
            seen.insert(move.to).inserted
        {
            current = move.to
        }
        return current
    }

    /// Lines under the bodies that they are shown under.
    package func joined(_ lines: [AccountLine]) -> [AccountLine] {
        // The lines of most calls stay as they are, and may be millions: they are not copied.
        departments.isEmpty ? moved(lines) : moved(lines) + departments.flatMap { consolidated(lines, of: $0) }
    }

    private func moved(_ lines: [AccountLine]) -> [AccountLine] {
        guard !moves.isEmpty else { return lines }
        return lines.map { line in
            guard moves[line.unit] != nil else { return line }
            var line = line
            line.unit = current(line.unit, in: line.fiscalYear)
            return line
        }
    }

    /// The lines of a department's bodies under one name, `某局（汇总）`, with what they paid one another taken out. The lines
    /// of the department's own document stay beside it under their own.
    private func consolidated(_ lines: [AccountLine], of department: Entry) -> [AccountLine] {
        let units = Set(department.units)
        let name = Self.consolidation(of: department.name)
        var years: Set<FiscalYear> = []
        let parts = lines.filter { units.contains(current($0.unit, in: $0.fiscalYear)) }.map { line in
            var line = line
            line.unit = name
            years.insert(line.fiscalYear)
            return line
        }
        return parts
            + department.transfers.filter { years.contains($0.year) }.map { transfer in
                AccountLine(
                    unit: name, fiscalYear: transfer.year, fund: transfer.fund, subject: transfer.subject,
                    actual: Amount(minorUnits: -transfer.amount.minorUnits), reason: nil)
            }
    }

    /// The name under which the sum of a department's bodies stands.
    package static func consolidation(of department: BudgetUnit) -> BudgetUnit {
        BudgetUnit(department.name + "（汇总）")
    }
}
