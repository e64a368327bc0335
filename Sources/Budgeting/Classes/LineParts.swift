import FinalAccounts

/// Which fund pays a line, and how much of it is basic expenditure, as the accounts last said.
package struct LineParts: Hashable, Sendable {
    /// The fund that paid most of it in the last year.
    package var fund: Fund
    /// The basic part of the last year that states one, as a share; `nil` where none does.
    package var basicShare: Double?

    package init(fund: Fund, basicShare: Double? = nil) {
        self.fund = fund
        self.basicShare = basicShare
    }

    /// The parts of every subject that account lines speak of.
    package static func parts(of lines: [AccountLine]) -> [SubjectKey: LineParts] {
        Dictionary(grouping: lines, by: \.subject.key).compactMapValues { lines in
            let years = Dictionary(grouping: lines, by: \.fiscalYear).sorted { $0.key > $1.key }.map(\.value)
            guard let fund = years.first.flatMap(mainFund) else { return nil }
            return LineParts(fund: fund, basicShare: years.lazy.compactMap(basicShare).first)
        }
    }

    private static func mainFund(_ lines: [AccountLine]) -> Fund? {
        let sizes = Dictionary(grouping: lines, by: \.fund).mapValues { lines in
            lines.reduce(0) { $0 + abs(($1.actual ?? $1.initialBudget.amount ?? .zero).doubleValue) }
        }
        return Fund.allCases.filter { sizes[$0] != nil }.max { (sizes[$0] ?? 0) < (sizes[$1] ?? 0) }
    }

    private static func basicShare(_ lines: [AccountLine]) -> Double? {
        let basic = lines.compactMap { $0.basic?.doubleValue }.reduce(0, +)
        let whole = basic + lines.compactMap { $0.project?.doubleValue }.reduce(0, +)
        return whole > 0 && (0...whole).contains(basic) ? basic / whole : nil
    }
}
