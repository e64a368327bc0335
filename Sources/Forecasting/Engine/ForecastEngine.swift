import FinalAccounts
import Platform

/// Forecasts many series at once.
///
/// ```swift
/// let engine = ForecastEngine(ForecastConfiguration(levels: [0.8, 0.95]))
/// let forecasts = try engine.forecast(series, target: FiscalYear(2024))
/// for forecast in forecasts { print(forecast.subject.name, forecast.value, forecast.model.rawValue) }
/// ```
///
/// There is one forecast for every series with an actual in the last ``ForecastConfiguration/maximumGap`` years and
/// every year ahead, in the order of unit, level, subject and year, whatever the order of the series. Years from the
/// target on are never looked at, except that ``ForecastMode/outlook`` uses the initial budget of the target year. At most
/// the last sixty years are used.
public struct ForecastEngine: Sendable {
    /// What forecasts are made with.
    public let configuration: ForecastConfiguration

    /// An engine with the given configuration.
    public init(_ configuration: ForecastConfiguration = ForecastConfiguration()) {
        self.configuration = configuration
    }

    /// Forecasts the years from `target` on.
    ///
    /// - Parameters:
    ///   - series: one for each unit and subject.
    ///   - target: the first year forecast.
    ///   - horizon: the number of years, 1 to 50.
    ///   - mode: what is known of the target year.
    /// - Throws: ``ForecastError``.
    public func forecast(
        _ series: [SpendingSeries], target: FiscalYear, horizon: Int = 1, mode: ForecastMode = .draft
    ) throws(ForecastError) -> [Forecast] {
        try run(series, target: target, horizon: horizon, mode: mode).forecasts
    }

    /// As ``forecast(_:target:horizon:mode:)``, with an account of which models answered.
    public func run(
        _ series: [SpendingSeries], target: FiscalYear, horizon: Int = 1, mode: ForecastMode = .draft
    ) throws(ForecastError) -> ForecastRun {
        try run(Self.given(series), target: target, horizon: horizon, mode: mode)
    }

    private static func given(_ series: [SpendingSeries]) -> [GivenSeries] {
        series.indices.map { GivenSeries(series[$0], place: $0) }
    }

    /// As ``run(_:target:horizon:mode:)``, of series whose figures may lie in a caller's memory.
    package func run(
        _ series: [GivenSeries], target: FiscalYear, horizon: Int, mode: ForecastMode
    ) throws(ForecastError) -> ForecastRun {
        try configuration.check()
        guard (1...50).contains(horizon) else { throw .invalidHorizon(horizon) }
        let layout = try PanelLayout(series, target: target, mode: mode, configuration: configuration)
        let groups = layout.groups()
        // Few panels share out their own work; of many each is small.
        let parallel = Parallel(threads: configuration.threads)
        var options = configuration.panelOptions
        let areMany = groups.count > 4 * parallel.threads
        if areMany { options.threads = 1 }
        let forecaster = PanelForecaster(options)
        let results = try Parallel(threads: areMany ? parallel.threads : 1).map(groups.count) {
            (place) throws(ForecastError) in
            let group = groups[place]
            return try forecaster.forecast(
                group.panel, cleaned: group.cleaned, learned: group.learned, target: target.number, horizon: horizon,
                mode: mode)
        }
        let panels = zip(groups, results).map { group, result in
            ForecastRun.Panel(
                levels: group.levels, subjects: group.places.count, rows: result.rows,
                usesShippedModel: result.usesShippedModel, shippedName: result.shippedName, weights: result.weights)
        }
        let choices = HonestChoices(layout, groups, results)
        func finished(_ configuration: ForecastConfiguration) -> [SubjectDraft] {
            var drafts = self.drafts(layout, groups, results, mode: mode, choices: choices, assuming: configuration)
            reconcile(&drafts, horizon: horizon, mode: mode, choices: choices)
            return drafts
        }
        let drafts = finished(configuration)
        // What the model says by itself adds up too, so it is a solution of its own.
        let own = configuration.isModelAlone ? drafts : finished(configuration.modelAlone)
        let forecasts = Parallel(threads: configuration.threads).mapEach(drafts.count * horizon) { place in
            drafts[place / horizon].forecast(
                place % horizon, layout.frame, levels: configuration.levels, model: own[place / horizon])
        }
        return ForecastRun(
            forecasts: forecasts, panels: panels.sorted { ($0.levels.first ?? .total) < ($1.levels.first ?? .total) },
            places: layout.members.map(\.place))
    }

    /// What the panels say of each subject, in the order of the layout's members, with the assumptions applied.
    private func drafts(
        _ layout: PanelLayout, _ groups: [PanelLayout.Group], _ results: [PanelForecast], mode: ForecastMode,
        choices: HonestChoices, assuming configuration: ForecastConfiguration
    ) -> [SubjectDraft] {
        var rows = [(group: Int, row: Int)](repeating: (0, 0), count: layout.members.count)
        for (number, group) in groups.enumerated() {
            for (row, place) in group.places.enumerated() { rows[place] = (number, row) }
        }
        return Parallel(threads: configuration.threads).mapEach(rows.count) { [rows] place in
            let (group, row) = rows[place]
            var draft = SubjectDraft(
                layout.members[place], results[group], row: row, panel: groups[group].panel, frame: layout.frame,
                halfKnown: layout.halfKnown[layout.members[place].series.unit], mode: mode)
            draft.mix(choices.choice(of: layout.members[place].series))
            draft.applyAssumptions(configuration, layout.frame)
            return draft
        }
    }

    /// Fits a model on the bodies of the series at their narrowest level, to be stored and used where panels are too small.
    ///
    /// - Parameters:
    ///   - target: years before this one are learned from.
    ///   - horizon: years ahead that get regressions of their own; fewer where the past is short.
    ///   - card: what the model is, for people.
    /// - Throws: ``ForecastError``.
    public func fitModel(
        _ series: [SpendingSeries], target: FiscalYear, horizon: Int = 3, card: StoredPanelModel.Card
    ) throws(ForecastError) -> StoredPanelModel {
        try fitModel(Self.given(series), target: target, horizon: horizon, card: card)
    }

    /// As ``fitModel(_:target:horizon:card:)``, of series whose figures may lie in a caller's memory.
    package func fitModel(
        _ series: [GivenSeries], target: FiscalYear, horizon: Int, card: StoredPanelModel.Card
    ) throws(ForecastError) -> StoredPanelModel {
        try configuration.check()
        let layout = try PanelLayout(series, target: target, mode: .draft, configuration: configuration)
        let bodies = CutBody.bodies(of: layout.bodies(), before: layout.frame.column, source: 0)
        return try StoredPanelModel.fit(bodies, horizon: horizon, card: card)
    }

    /// What the draft of a model is learned from, by length of history; see ``DraftRows``.
    package func draftRows(
        _ series: [GivenSeries], target: FiscalYear, ahead: Int
    ) throws(ForecastError) -> [DraftRows] {
        try configuration.check()
        let layout = try PanelLayout(series, target: target, mode: .draft, configuration: configuration)
        let bodies = CutBody.bodies(of: layout.bodies(), before: layout.frame.column, source: 0)
        return StoredModelFit(bodies).draftRows(ahead: ahead)
    }

    /// How those rows are solved.
    package static var draftSolving: DraftSolving { StoredModelFit.draftSolving }

    /// Moves the forecasts of each year so that levels add up.
    private func reconcile(
        _ drafts: inout [SubjectDraft], horizon: Int, mode: ForecastMode, choices: HonestChoices
    ) {
        guard configuration.reconciliation != .none, drafts.count > 1 else { return }
        let subjects = drafts.map { ($0.prepared.series.unit, $0.prepared.series.subject) }
        let tree = SubjectTree(subjects, scheme: configuration.scheme)
        let isParent = tree.children.map { !$0.isEmpty }
        guard isParent.contains(true) else { return }
        for node in drafts.indices where !isParent[node] { drafts[node].holdGrowth() }
        let remainders = remainders(drafts, tree, isParent)
        let errors =
            configuration.reconciliation == .minimumTrace ? pastErrors(drafts) : []
        for step in 0..<horizon {
            let problem = ReconciliationProblem(
                tree: tree, values: shifted(drafts, tree, step: step),
                variances: drafts.map { $0.variance(step) }, remainders: remainders,
                isNeverNegative: drafts.map(\.isNeverNegative), isFixed: drafts.map { $0.isFixed(step) },
                errors: errors)
            let solution = problem.solve(configuration.reconciliation)
            for index in drafts.indices {
                let isSum = configuration.reconciliation == .bottomUp && isParent[index]
                drafts[index].settle(step, on: solution[index], isSum: isSum)
                if isParent[index], remainders[index] != 0 {
                    drafts[index].note(.remainder(remainders[index]), step: step)
                }
            }
            setRanges(&drafts, tree, step: step, beyond: remainders, mode: mode, choices: choices)
        }
    }

    /// Gives sums their ranges: as wide as the errors of their lines, which err partly together, lead to expect, and as the
    /// sums of the body's level were off in its own past.
    private func setRanges(
        _ drafts: inout [SubjectDraft], _ tree: SubjectTree, step: Int, beyond: [Double], mode: ForecastMode,
        choices: HonestChoices
    ) {
        let errors = configuration.jointErrors(step: step, mode: mode)
        let shares = sumShares(drafts, tree, step: step, beyond: beyond, errors.model)
        struct Level: Hashable {
            var unit: BudgetUnit
            var level: SubjectLevel
        }
        var expected: [Level: (error: Double, size: Double)] = [:]
        func level(_ node: Int) -> Level {
            let series = drafts[node].prepared.series
            return Level(unit: series.unit, level: series.subject.level)
        }
        let parents = drafts.indices.filter { shares[$0] != nil }
        for node in parents {
            let value = abs(drafts[node].values[step])
            expected[level(node), default: (0, 0)].error += (shares[node] ?? 0) * value
            expected[level(node), default: (0, 0)].size += value
        }
        for node in parents {
            guard let share = shares[node], let sum = expected[level(node)], sum.error > 0 else { continue }
            let past = choices.pastError(of: drafts[node].prepared.series)
            let seen = past.share * sum.size / sum.error
            let weight = Double(past.origins) / (Double(past.origins) + Self.storedOrigins)
            let factor = Self.usual * min(max(1 + weight * (seen - 1), Self.leastFactor), 1)
            drafts[node].setRanges(
                step, scale: factor * share * abs(drafts[node].values[step]) * errors.growth,
                levels: configuration.levels, errors: errors.model.errors)
        }
    }

    /// The error to expect of each sum as a share of it; `nil` for subjects that are no sum, or none of money.
    private func sumShares(
        _ drafts: [SubjectDraft], _ tree: SubjectTree, step: Int, beyond: [Double], _ model: JointErrors
    ) -> [Double?] {
        let count = tree.parents.count
        var (squares, sums) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        var shares = [Double?](repeating: nil, count: count)
        for node in tree.order.reversed() {
            if tree.children[node].isEmpty {
                let scale = drafts[node].scales[step]
                squares[node] += scale * scale
                sums[node] += scale
            } else {
                let rest = Self.restError * abs(beyond[node])
                squares[node] += rest * rest
                sums[node] += rest
                let value = abs(drafts[node].values[step])
                if value > 0 {
                    shares[node] = model.scale(joint: squares[node].squareRoot() / value, sum: sums[node] / value)
                }
            }
            let parent = tree.parents[node]
            guard parent >= 0 else { continue }
            squares[parent] += squares[node]
            sums[parent] += sums[node]
        }
        return shares
    }

    /// What is known of sums in general counts as many of a body's own origins.
    private static let storedOrigins = 3.0
    /// A body's own past makes ranges of sums no narrower than this many times what is usual, and no wider: few origins that were far
    /// off tell less than the errors of many bodies.
    private static let leastFactor = 0.25
    /// What is taken of the usual width of sums: the interval score is least there, and 95% ranges still hold 92% and more.
    private static let usual = 0.85
    /// The error to expect of what a level has beyond the one below, as a share of it.
    private static let restError = 0.3

    /// The values of a year ahead, where what a user's number adds to a subject is added to the levels above it too: a
    /// number of one's own for one subject is no reason to expect less of its neighbours.
    private func shifted(_ drafts: [SubjectDraft], _ tree: SubjectTree, step: Int) -> [Double] {
        var values = drafts.map { $0.values[step] }
        for node in drafts.indices where drafts[node].shifts[step] != 0 {
            var above = tree.parents[node]
            while above >= 0, !drafts[above].isFixed(step) {
                values[above] += drafts[node].shifts[step]
                above = tree.parents[above]
            }
        }
        return values
    }

    /// What each parent had beyond the sum of its children last year; it is taken to have it again.
    private func remainders(_ drafts: [SubjectDraft], _ tree: SubjectTree, _ isParent: [Bool]) -> [Double] {
        var remainders = drafts.indices.map { isParent[$0] ? drafts[$0].lastYear : 0 }
        for (node, parent) in tree.parents.enumerated() where parent >= 0 {
            remainders[parent] -= drafts[node].lastYear
        }
        for node in drafts.indices where isParent[node] {
            // Below a millionth it is rounding; a parent without last year's actual has nothing to compare with.
            let isRounding = abs(remainders[node]) <= 1e-6 * abs(drafts[node].lastYear)
            if isRounding || drafts[node].hasGap { remainders[node] = 0 }
        }
        return remainders
    }

    /// Yearly changes that a damped drift did not foresee, for the last six years; zero where a year is not known.
    private func pastErrors(_ drafts: [SubjectDraft]) -> [[Double]] {
        let column = drafts.first.map { $0.prepared.actuals.count - 1 } ?? 0
        return (1...6).compactMap { back -> [Double]? in
            let at = column - back
            guard at >= 2 else { return nil }
            return drafts.map { draft in
                let x = draft.prepared.actuals
                let error = x[at] - x[at - 1] - 0.5 * (x[at - 1] - x[at - 2])
                return error.isNaN ? 0 : error
            }
        }
    }
}

extension SpendingSeries {
    /// The order of results: unit, level, subject.
    func precedes(_ other: SpendingSeries) -> Bool {
        (unit, subject.level, subject.key) < (other.unit, other.subject.level, other.subject.key)
    }
}
