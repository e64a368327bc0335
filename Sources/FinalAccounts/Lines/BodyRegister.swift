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

    private struct Move: Hashable {
        let to: BudgetUnit
        let years: ClosedRange<Int>
    }

    private var moves: [BudgetUnit: [Move]] = [:]

    package init(_ entries: [Entry] = []) {
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
        guard !moves.isEmpty else { return lines }
        return lines.map { line in
            guard moves[line.unit] != nil else { return line }
            var line = line
            line.unit = current(line.unit, in: line.fiscalYear)
            return line
        }
    }
}
