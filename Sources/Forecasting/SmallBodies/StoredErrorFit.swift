/// Learns how far forecasts of small bodies are off: every body is forecast by regressions that have not seen its source.
struct StoredErrorFit {
    let fit: StoredModelFit
    private static let storedPoints = 200

    /// The errors of lines, and of sums of lines.
    struct Result {
        var lines: StoredErrors
        var sums: JointErrors
    }

    /// The errors of the draft `ahead` years on.
    func draft(ahead: Int) throws(ForecastError) -> Result {
        try learn { (source) throws(ForecastError) in
            let stored = try fit.draft(ahead: ahead, without: source)
            return { body in
                let values = stored.models(for: body.state).forecast(body.sample)
                return body.sample.series.indices.map { k in (k, values[k], nil) }
            }
        } outcome: { body, i in
            body.outcome(i, ahead: ahead)
        }
    }

    /// The errors of the outlook.
    func outlook() throws(ForecastError) -> Result {
        try learn { (source) throws(ForecastError) in
            let draft = try fit.draft(ahead: 1, without: source)
            let stored = try fit.outlook(draft, without: source)
            return { body in
                guard body.cut.panel.hasBudgets else { return [] }
                let sample = fit.outlookSample(body, draft)
                let values = LengthOutlooks(models: stored.models(for: body.state)).forecast(sample)
                let places = Dictionary(
                    uniqueKeysWithValues: body.sample.series.enumerated().map { ($0.element, $0.offset) })
                return sample.origin.series.enumerated().compactMap { q, i in
                    places[i].map {
                        ($0, values[q], (sample.features[q * BudgetFeature.count], sample.budgets[q].weight))
                    }
                }
            }
        } outcome: { body, i in
            body.outcome(i, ahead: 1)
        }
    }

    /// What each judged row counts, so that all sources count alike, one on average.
    private func rowWeights(_ rows: [(isJudged: Bool, source: Int)]) -> [Double] {
        let judged = rows.filter(\.isJudged).map(\.source)
        let counts = judged.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        return judged.map { Double(judged.count) / Double(counts.count * (counts[$0] ?? 1)) }
    }

    private typealias Forecasts = (StoredModelFit.Body) -> [(place: Int, value: Double, gap: (Double, Double)?)]

    private func learn(
        _ forecasts: (Int?) throws(ForecastError) -> Forecasts, outcome: (StoredModelFit.Body, Int) -> Double
    ) throws(ForecastError) -> Result {
        var sums: [(body: Int, rows: Range<Int>)] = []
        var all: [(error: PastError?, traits: ErrorTraits, size: Double, value: Double, actual: Double, source: Int)] =
            []
        for source in fit.sources {
            let model = try forecasts(fit.sources.count > 1 ? source : nil)
            for (number, body) in fit.bodies.enumerated() where body.cut.source == source {
                let start = all.count
                for (k, value, gap) in model(body) {
                    let (summary, i) = (body.sample.summaries[k], body.sample.series[k])
                    let actual = outcome(body, i)
                    let hadBudget =
                        body.cut.panel.hasBudgets
                        && !body.cut.panel.budgets[i * body.cut.panel.years + body.cut.known - 1].isNaN
                    let traits = ErrorTraits(
                        summary,
                        change: body.sample.features[k * DraftFeature.count + DraftFeature.change1.rawValue],
                        relativeSize: naturalLog(summary.size) - body.sample.scale.logMedianSize,
                        isBudgeted: gap != nil || hadBudget, gap: gap?.0, weight: gap?.1 ?? 0)
                    let bounded = summary.last >= 0 ? max(value, 0) : value
                    let getsBudget =
                        !body.cut.panel.hasBudgets
                        || (body.cut.known < body.cut.panel.years
                            && !body.cut.panel.budgets[i * body.cut.panel.years + body.cut.known].isNaN)
                    let isJudged = !actual.isNaN && (!hadBudget || getsBudget)
                    all.append(
                        (
                            isJudged
                                ? PastError(column: 0, error: (actual - bounded) / summary.size, traits: traits) : nil,
                            traits, summary.size, bounded, actual.isNaN ? 0 : actual, source
                        ))
                }
                let reported = all[start...].contains { $0.error != nil }
                if reported { sums.append((number, start..<all.count)) }
            }
        }
        let judged = all.compactMap(\.error)
        let weights = rowWeights(all.map { ($0.error != nil, $0.source) })
        let scale = ErrorScale(judged, weights: zip(ConformalCalibration.weights(judged), weights).map { $0 * $1 })
        let ratios = zip(ConformalCalibration.ratios(judged, scale), weights).map { ratio, weight in
            var ratio = ratio
            ratio.weight = weight
            return ratio
        }
        let table = ErrorTable(
            ratios, before: 1, prior: .typical(scaledBy: 1)
        ).thinned(points: Self.storedPoints)
        let fast = scale.fast
        var joint: [JointErrors.Sum] = []
        for sum in sums {
            let weight = fit.weight(fit.bodies[sum.body])
            // Sums of all subjects, and of a few neighbours, as levels in between have.
            for count in [sum.rows.count, 12, 4] where count <= sum.rows.count && count > 1 {
                let rows = all[sum.rows.lowerBound..<(sum.rows.lowerBound + count)]
                let forecast = rows.reduce(0) { $0 + $1.value }
                guard forecast > 0 else { continue }
                let actual = rows.reduce(0) { $0 + $1.actual }
                let scales = rows.map { fast($0.traits) * $0.size }
                joint.append(
                    JointErrors.Sum(
                        error: (actual - forecast) / forecast,
                        joint: scales.reduce(0) { $0 + $1 * $1 }.squareRoot() / forecast,
                        sum: scales.reduce(0, +) / forecast, weight: weight))
            }
        }
        return Result(lines: StoredErrors(scale: scale, table: table), sums: JointErrors(joint))
    }
}
