/// How near stored regressions come to bodies of a source they have not seen.
extension StoredModelFit {
    /// Sums of absolute errors over sums of absolute actuals, means over the bodies of a source and then over sources, each of which was
    /// left out of the fit: the draft's and the outlook's, beside those of the last value and the budget on the same lines. Empty
    /// for bodies of one source, of which none can be left out.
    func accuracy() throws(ForecastError) -> [String: Double] {
        guard sources.count > 1 else { return [:] }
        var means: [String: [Double]] = [:]
        for source in sources {
            var shares: [String: [Double]] = [:]
            let draft = try draft(ahead: 1, without: source)
            let outlook = try outlook(draft, without: source)
            for body in bodies where body.cut.source == source {
                let lines = body.sample.series.indices.map { k in
                    (outcome: body.outcome(body.sample.series[k], ahead: 1), last: body.sample.summaries[k].last)
                }
                let values = draft.models(for: body.state).forecast(body.sample)
                add("draft", lines.map(\.outcome), values, beside: ("draft_last_value", lines.map(\.last)), to: &shares)
                guard body.cut.panel.hasBudgets, body.cut.known < body.cut.panel.years else { continue }
                let sample = outlookSample(body, draft)
                let panel = body.cut.panel
                add(
                    "outlook", sample.origin.series.map { body.outcome($0, ahead: 1) },
                    LengthOutlooks(models: outlook.models(for: body.state)).forecast(sample),
                    beside: (
                        "outlook_budget", sample.origin.series.map { panel.budgets[$0 * panel.years + body.cut.known] }
                    ), to: &shares)
            }
            for (name, values) in shares where !values.isEmpty {
                means[name, default: []].append(values.reduce(0, +) / Double(values.count))
            }
        }
        // Five decimals: a card is read by people.
        return means.mapValues { (100_000 * $0.reduce(0, +) / Double($0.count)).rounded() / 100_000 }
    }

    private func add(
        _ name: String, _ outcomes: [Double], _ values: [Double], beside other: (name: String, values: [Double]),
        to shares: inout [String: [Double]]
    ) {
        let known = outcomes.indices.filter { !outcomes[$0].isNaN }
        let size = known.reduce(0) { $0 + abs(outcomes[$1]) }
        guard size > 0 else { return }
        for (name, values) in [(name, values), (other.name, other.values)] {
            shares[name + "_wape", default: []].append(known.reduce(0) { $0 + abs(outcomes[$1] - values[$1]) } / size)
        }
    }
}
