import Budgeting
import FinalAccounts
import Variance

/// Turns a tree of series into the rows of a draft, from the total down.
struct DraftRowBuilder {
    /// The series in the classification's order, the total first.
    let series: [SpendingSeries]
    let tree: SubjectTree
    let year: FiscalYear
    let forecasts: [SubjectKey: ForecastRow]
    let flags: [SubjectKey: [FlagKind]]
    let rounding: SuggestionRounding
    let policy: RequestPolicy
    let parts: [SubjectKey: LineParts]

    /// The rows; none without a series.
    func rows() throws(AmountError) -> [DraftRow] {
        guard series.first?.subject.level == .total else { return [] }
        var rows: [DraftRow] = []
        try append(0, depth: 0, to: &rows)
        return rows
    }

    private func append(_ index: Int, depth: Int, to rows: inout [DraftRow]) throws(AmountError) {
        let series = self.series[index]
        let children = tree.children[index].filter(isDrafted)
        let forecast = forecasts[series.subject.key]
        let isEntry = children.isEmpty
        let classification =
            isEntry
            ? LineClassifier(target: year).classification(of: series, notes: forecast?.notes ?? []) : nil
        let request = try classification.flatMap { one throws(AmountError) in try self.request(one, series, forecast) }
        rows.append(
            DraftRow(
                subject: series.subject, depth: depth, isEntry: isEntry,
                observations: series.observations.filter { $0.year < year }, forecast: forecast,
                flags: flags[series.subject.key] ?? [], classification: classification,
                story: LineStory(series, upTo: year.previous),
                parts: isEntry ? parts[series.subject.key] : nil, suggested: request))
        for child in children { try append(child, depth: depth + 1, to: &rows) }
    }

    /// What the policy asks for, rounded to the printed digit.
    private func request(
        _ classification: LineClassification, _ series: SpendingSeries, _ forecast: ForecastRow?
    ) throws(AmountError) -> Amount? {
        guard let forecast else { return nil }
        let request = try policy.request(
            for: classification.lineClass, expected: forecast.forecast,
            years: series.observations.filter { ($0.year == year.previous || $0.year == year.previous.previous) })
        return try request.map { amount throws(AmountError) in try rounding.round(amount) }
    }

    /// A subject stands in the draft when it, or something below it, has a forecast: without one it was last seen too
    /// long ago to ask for money again.
    private func isDrafted(_ index: Int) -> Bool {
        forecasts[series[index].subject.key] != nil || tree.children[index].contains(where: isDrafted)
    }
}

/// Rounds suggestions to the last digit that is printed, halves away from zero, so that the printed sums add up.
struct SuggestionRounding {
    /// The last printed digit in 分.
    let step: Int64

    /// - Parameters:
    ///   - amounts: how money is printed.
    ///   - series: where plain numbers are all whole, suggestions are whole too.
    init(amounts: AmountStyle, series: [SpendingSeries]) {
        var step = amounts.displayUnit.minorUnits
        for _ in 0..<(amounts.fitted(to: series).displayDecimals ?? 2) where step > 1 { step /= 10 }
        self.step = step
    }

    func round(_ amount: Amount) throws(AmountError) -> Amount {
        let (quotient, remainder) = amount.minorUnits.quotientAndRemainder(dividingBy: step)
        let away = remainder.magnitude * 2 >= UInt64(step) ? (amount.minorUnits < 0 ? -1 : 1) : 0
        return try Amount(minorUnits: quotient + Int64(away)).multiplied(by: step)
    }
}
