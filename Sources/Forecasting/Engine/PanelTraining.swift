import FinalAccounts
import Platform

/// Everything that is learned from a panel before its next year is forecast.
struct PanelTraining: Sendable {
    /// Years ahead with models of their own; later years go on from there.
    let horizon: Int
    /// The regression in sizes for each year ahead.
    private(set) var levels: [LevelModel] = []
    /// The regression of growth for each year ahead.
    private(set) var growths: [GrowthModel?] = []
    /// The weights of the members.
    private(set) var weights = CombinationWeights(only: .level)
    /// The intervals of the draft for each year ahead.
    private(set) var draftIntervals: [ConformalCalibration] = []
    /// The regression of the outlook; `nil` for a draft.
    private(set) var outlook: OutlookModel?
    /// The intervals of the outlook.
    private(set) var outlookIntervals: ConformalCalibration?
    /// Whether the shipped model stands in for one fitted on the panel.
    private(set) var usesShippedModel = false
    /// The past changes of the panel that a regression could learn from.
    private(set) var ownRows = 0
    /// The errors behind the intervals, for storing a model.
    private(set) var draftResiduals: [[ConformalResidual]] = []
    private(set) var outlookResiduals: [ConformalResidual] = []

    private let panel: SeriesPanel
    private let column: Int
    private let options: PanelOptions
    private let rolling: RollingOrigins
    private let parallel: Parallel

    /// Learns from the years before `column`.
    ///
    /// - Parameter panel: with budget signs aligned.
    init(
        _ panel: SeriesPanel, column: Int, horizon: Int, mode: ForecastMode, options: PanelOptions
    ) throws(ForecastError) {
        let parallel = Parallel(threads: options.threads)
        let hasGrowth = options.members.contains(.growth)
        let rolling = try RollingOrigins(
            panel, column: column, horizon: horizon, parallel: parallel, hasGrowth: hasGrowth)
        self.horizon = rolling.window.horizon
        self.panel = panel
        self.column = column
        self.options = options
        self.rolling = rolling
        self.parallel = parallel
        let fits = try RollingFitter(
            panel: panel, column: column, options: options, rolling: rolling, parallel: parallel
        ).fits(mode: mode)
        levels = (1...self.horizon).map { fits.level(column, ahead: $0) }
        growths = (1...self.horizon).map { fits.growth(column, ahead: $0) }
        ownRows = fits.ownRows(column)
        usesShippedModel = options.members.contains(.level) && ownRows < PanelConstants.leastRows
        try calibrateDraft(fits)
        if mode == .outlook { try calibrateOutlook(fits) }
    }
}

extension PanelTraining {
    /// The members' forecasts at the calibrating origins, year ahead by year ahead.
    private func pastForecasts(_ fits: RollingFits) throws(ForecastError) -> [[PastForecast]] {
        try (1...horizon).map { ahead throws(ForecastError) in
            let origins = rolling.window.calibrating(ahead: ahead)
            let parts = try parallel.map(origins.count) { place throws(ForecastError) in
                pastForecasts(at: origins[place], ahead: ahead, fits)
            }
            return parts.flatMap { $0 }
        }
    }

    private func pastForecasts(at origin: Int, ahead: Int, _ fits: RollingFits) -> [PastForecast] {
        guard let sample = rolling.sample(origin) else { return [] }
        let level = fits.level(origin, ahead: ahead).forecast(sample)
        var growth = level
        if let model = fits.growth(origin, ahead: ahead),
            let growths = rolling.growthSamples.first(where: { $0.column == origin })
        {
            for (value, place) in zip(growths.forecast(model), growths.places) { growth[place] = value }
        }
        let locals = options.members.compactMap { member in options.local(member).map { (member, $0) } }
        var step = [Double](repeating: 0, count: ahead)
        return sample.series.indices.compactMap { k in
            let start = sample.series[k] * panel.years
            let outcome = panel.actuals[start + origin + ahead - 1]
            guard !outcome.isNaN else { return nil }
            var forecasts = [Double](repeating: level[k], count: Member.allCases.count)
            forecasts[Member.growth.rawValue] = growth[k]
            let length = sample.summaries[k].length
            panel.actuals.withUnsafeBufferPointer { actuals in
                let history = UnsafeBufferPointer(
                    rebasing: actuals[(start + origin - length)..<(start + origin)])
                step.withUnsafeMutableBufferPointer { step in
                    for (member, name) in locals {
                        _ = forecastLocally(name, history, into: step)
                        forecasts[member.rawValue] = step[ahead - 1]
                    }
                }
            }
            let hadBudget = panel.hasBudgets && !panel.budgets[start + origin - 1].isNaN
            let getsBudget = panel.hasBudgets && !panel.budgets[start + origin + ahead - 1].isNaN
            return PastForecast(
                column: origin, outcome: outcome, summary: sample.summaries[k],
                relativeSize: naturalLog(sample.summaries[k].size) - sample.scale.logMedianSize,
                isBudgeted: hadBudget, getsBudget: getsBudget, forecasts: forecasts)
        }
    }

    private mutating func calibrateDraft(_ fits: RollingFits) throws(ForecastError) {
        let past = try pastForecasts(fits)
        var errors = MemberErrors(count: MemberSets.all.count)
        for rows in past {
            for row in rows where row.column >= rolling.window.firstFair {
                MemberSets.means(row.forecasts).withUnsafeBufferPointer {
                    errors.add(
                        column: row.column, outcome: row.outcome, size: row.summary.size, forecasts: $0)
                }
            }
        }
        let members = options.members
        if members.count == 1 {
            weights = CombinationWeights(only: members[0])
        } else if usesShippedModel, let shipped = options.shipped {
            weights = shipped.weights
        } else if errors.origins >= PanelConstants.leastOrigins {
            weights = CombinationWeights(errors: errors.errors)
        }
        draftResiduals = past.map { rows in rows.compactMap { residual($0, weights) } }
        draftIntervals = []
        for ahead in 1...horizon {
            draftIntervals.append(
                ConformalCalibration(
                    draftResiduals[ahead - 1], before: column - ahead + 1, levels: options.levels,
                    prior: prior(ahead: ahead)))
        }
    }

    /// What stands in for errors where there are few: the shipped table's, else a table of typical ones.
    private func prior(ahead: Int) -> ConformalTable.Group {
        let tables = options.shipped?.draftErrors ?? []
        if ahead <= tables.count { return tables[ahead - 1].pooled }
        return ConformalTable.Group.typical(scaledBy: Double(ahead).squareRoot())
    }

    /// A subject that had a budget and got none again is not what a draft is made for, and takes no part.
    private func residual(_ row: PastForecast, _ weights: CombinationWeights) -> ConformalResidual? {
        if panel.hasBudgets, row.isBudgeted, !row.getsBudget { return nil }
        var value = 0.0
        for member in Member.allCases { value += weights[member] * row.forecasts[member.rawValue] }
        return ConformalResidual(
            column: row.column, ratio: abs(row.outcome - value) / row.summary.errorScale,
            relativeSize: row.relativeSize, isBudgeted: row.isBudgeted)
    }

    private mutating func calibrateOutlook(_ fits: RollingFits) throws(ForecastError) {
        let (panel, samples) = (panel, rolling.samples)
        let outlooks = try parallel.map(samples.count) { place throws(ForecastError) in
            OutlookSample(
                panel, samples[place], drafts: fits.level(samples[place].column, ahead: 1).forecast(samples[place]))
        }
        // The first origin has no past of budgets to learn reliability from.
        let usable = outlooks.filter { $0.origin.column >= 2 }
        let columns = rolling.window.calibrating(ahead: 1).filter { $0 >= 3 } + [column]
        let shipped = options.shipped?.outlook
        let models = try parallel.map(columns.count) { place throws(ForecastError) -> OutlookModel in
            let own = try OutlookModel.fit(panel, samples: usable, before: columns[place])
            return own.rows >= PanelConstants.leastRows ? own : shipped ?? own
        }
        var residuals: [ConformalResidual] = []
        for (place, origin) in columns.dropLast().enumerated() {
            guard let sample = outlooks.first(where: { $0.origin.column == origin }) else { continue }
            let values = models[place].forecast(sample)
            for (k, i) in sample.origin.series.enumerated() {
                let outcome = panel.actuals[i * panel.years + origin]
                guard !outcome.isNaN else { continue }
                let summary = sample.origin.summaries[k]
                residuals.append(
                    ConformalResidual(
                        column: origin, ratio: abs(outcome - values[k]) / summary.errorScale,
                        relativeSize: naturalLog(summary.size) - sample.origin.scale.logMedianSize,
                        isBudgeted: true))
            }
        }
        outlook = models.last
        outlookResiduals = residuals
        outlookIntervals = ConformalCalibration(
            residuals, before: column, levels: options.levels,
            prior: options.shipped?.outlookErrors.pooled ?? .typical(scaledBy: 0.8))
    }
}
