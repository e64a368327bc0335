import FinalAccounts

/// That one code may have given way to another: its own ended, the other's began with a like name and size.
package struct CodeProposal: Hashable, Sendable {
    /// The subject whose code ended.
    package let from: Subject
    /// The subject whose code began.
    package let to: Subject
    /// The first year of the new code.
    package let firstYear: FiscalYear
    /// How many bodies show the change.
    package let bodies: Int

    /// How often the amounts of the two years may be larger than one another.
    private static let largestRatio = 3.0

    /// Looks for codes that ended in a year and codes of their level that began in the next, body by body; most bodies first.
    ///
    /// A body tells only by years of which it has lines. Names are alike where a third of the letters at most differ.
    package static func proposals(from lines: [AccountLine]) -> [CodeProposal] {
        var counts: [Pair: Int] = [:]
        for (_, own) in Dictionary(grouping: lines.filter { $0.actual != nil && $0.subject.code != nil }, by: \.unit) {
            for pair in pairs(in: own) { counts[pair, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key.from.code ?? "") < ($0.value, $1.key.from.code ?? "") }.map {
            pair, count in
            CodeProposal(from: pair.from, to: pair.to, firstYear: pair.firstYear, bodies: count)
        }
    }

    /// Proposals as a crosswalk that `--crosswalk` reads once a person has looked at it.
    package static func text(of proposals: [CodeProposal]) -> String {
        let header = "old_code\told_name\tnew_code\tnew_name\tfirst_year\trelation\told_code_reused\tbodies\n"
        var seen: Set<String> = []
        return header
            + proposals.compactMap { proposal in
                // A code has one successor; the one that most bodies show stands first.
                guard let old = proposal.from.code, let new = proposal.to.code, seen.insert(old).inserted else {
                    return nil
                }
                let cells = [
                    old, proposal.from.name, new, proposal.to.name, proposal.firstYear.description, "moved", "no",
                    String(proposal.bodies),
                ]
                return cells.joined(separator: "\t") + "\n"
            }.joined()
    }

    private struct Pair: Hashable {
        let from: Subject
        let to: Subject
        let firstYear: FiscalYear
    }

    private static func pairs(in lines: [AccountLine]) -> [Pair] {
        let years = Set(lines.map(\.fiscalYear)).sorted()
        let codes = Dictionary(grouping: lines) { $0.subject.code ?? "" }
        var pairs: [Pair] = []
        for (earlier, later) in zip(years, years.dropFirst()) {
            let ended = codes.values.compactMap { Edge($0, in: earlier, beyond: { $0 > earlier }) }
            let began = codes.values.compactMap { Edge($0, in: later, beyond: { $0 < later }) }
            for old in ended.sorted(by: { $0.code < $1.code }) {
                let likely = began.compactMap { new in old.likeness(to: new).map { (new, $0) } }
                let best = likely.min { ($0.1, $0.0.code) < ($1.1, $1.0.code) }?.0
                if let best { pairs.append(Pair(from: old.subject, to: best.subject, firstYear: later)) }
            }
        }
        return pairs
    }

    /// A code in its last or first year.
    private struct Edge {
        let code: String
        let subject: Subject
        let amount: Double

        init?(_ lines: [AccountLine], in year: FiscalYear, beyond: (FiscalYear) -> Bool) {
            guard let line = lines.first(where: { $0.fiscalYear == year }), let code = line.subject.code,
                !lines.contains(where: { beyond($0.fiscalYear) })
            else { return nil }
            self.code = code
            subject = line.subject
            amount = lines.filter { $0.fiscalYear == year }.reduce(0) { $0 + ($1.actual?.doubleValue ?? 0) }
        }

        /// How far the names are from one another; `nil` where they are no one subject's, or the sizes or levels are not alike.
        func likeness(to other: Edge) -> Int? {
            guard code.utf8.count == other.code.utf8.count, amount > 0, other.amount > 0,
                max(amount, other.amount) <= CodeProposal.largestRatio * min(amount, other.amount)
            else { return nil }
            let (own, given) = (subject.name.unicodeScalars, other.subject.name.unicodeScalars)
            let distance = EditDistance.between(own, given)
            return distance <= max(own.count, given.count) / 3 ? distance : nil
        }
    }
}
