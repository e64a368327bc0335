import FinalAccounts
import Platform

/// What a year's spending is made of, from the funds down: a fund, a category of it, a subject at the end.
package struct SpendingPart: Hashable, Sendable {
    /// What it is called.
    package let label: String
    /// How much was spent on it.
    package let amount: Amount
    /// Its parts, the largest first; none at the end.
    package let parts: [SpendingPart]

    /// Puts a part together; only what is above zero has a size.
    package init(label: String, amount: Amount, parts: [SpendingPart] = []) {
        self.label = label
        self.amount = amount
        self.parts = parts.filter { $0.amount > .zero }.sorted { ($1.amount, $0.label) < ($0.amount, $1.label) }
    }

    /// The funds of one body and year, each with its categories and the subjects at their ends.
    ///
    /// - Throws: ``AmountError/overflow``.
    package static func funds(
        of lines: [AccountLine], year: FiscalYear, scheme: SubjectScheme, language: Language
    ) throws(AmountError) -> [SpendingPart] {
        var funds: [SpendingPart] = []
        let own = lines.filter { $0.fiscalYear == year && $0.actual != nil }
        for fund in Fund.allCases {
            let series = try SeriesBuilder(scheme: scheme).series(from: own.filter { $0.fund == fund })
                .sorted { $0.subject.key < $1.subject.key }
            guard let root = series.first, root.subject.level == .total, let amount = root.actual(in: year) else {
                continue
            }
            let tree = SubjectTree(listing: series, scheme: scheme)
            let label = SubjectLabel(language: language)
            func part(_ index: Int) -> SpendingPart {
                SpendingPart(
                    label: label.name(of: series[index].subject), amount: series[index].actual(in: year) ?? .zero,
                    parts: ends(below: index).map {
                        SpendingPart(
                            label: label.name(of: series[$0].subject), amount: series[$0].actual(in: year) ?? .zero)
                    })
            }
            func ends(below index: Int) -> [Int] {
                tree.children[index].flatMap { tree.children[$0].isEmpty ? [$0] : ends(below: $0) }
            }
            funds.append(
                SpendingPart(
                    label: fund.name.text(in: language), amount: amount, parts: tree.children[0].map(part)))
        }
        return funds.filter { $0.amount > .zero }.sorted { $1.amount < $0.amount }
    }
}
