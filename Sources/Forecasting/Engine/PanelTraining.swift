import FinalAccounts
import Platform

/// Everything that is learned from a panel before its next year is forecast.
struct PanelTraining: Sendable {
    /// Years ahead with models of their own; later years go on from there.
    private(set) var horizon: Int
    /// The regressions in sizes for each year ahead.
    private(set) var levels: [LengthModels] = []
    /// The regression of growth for each year ahead.
    private(set) var growths: [GrowthModel?] = []
    /// The weights of the members for each year ahead.
    private(set) var weights: [CombinationWeights] = []
    /// The ranges of the draft for each year ahead.
    private(set) var draftIntervals: [ConformalCalibration] = []
    /// The regressions of the outlook; `nil` for a draft.
    private(set) var outlook: LengthOutlooks?
    /// The ranges of the outlook.
    private(set) var outlookIntervals: ConformalCalibration?
    /// What the model that answers would have said one year ahead at past origins, beside what else could have been said.
    private(set) var trials: [Trial] = []
    /// Whether the panel is too small to be fitted, so that a stored model or plain rules answer.
    private(set) var usesShippedModel = false
    /// The past changes of the panel that a regression could learn from.
    let ownRows: Int

    private let isOutlook: Bool
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
        let usesLevel = options.members.contains(.level)
        let rows = RollingOrigins.Window.changes(panel, column: column)
        let least = options.shipped == nil ? PanelConstants.leastRows : PanelConstants.leastRowsBesideStored
        let isSmall = usesLevel && rows < least
        let hasGrowth = options.members.contains(.growth) && !(isSmall && options.shipped != nil)
        rolling = try RollingOrigins(panel, column: column, horizon: horizon, parallel: parallel, hasGrowth: hasGrowth)
        self.horizon = rolling.window.horizon
        isOutlook = mode == .outlook
        self.panel = panel
        self.column = column
        self.options = options
        self.parallel = parallel
        ownRows = rows
        usesShippedModel = isSmall
        if isSmall, let stored = options.shipped {
            self.horizon = min(horizon, stored.horizon)
            useStored(stored, mode: mode)
            return
        }
        let fits = try RollingFitter(
            panel: panel, column: column, options: options, rolling: rolling, parallel: parallel
        ).fits(mode: mode)
        levels = (1...self.horizon).map { LengthModels(fits.level(column, ahead: $0)) }
        growths = (1...self.horizon).map { fits.growth(column, ahead: $0) }
        try calibrateDraft(fits)
        if mode == .outlook { try calibrateOutlook(fits) }
    }

    /// The weights of a year ahead, from zero.
    func weights(_ step: Int) -> CombinationWeights { weights[min(step, weights.count - 1)] }
}

extension PanelTraining {
    /// Takes the stored model's regressions, and puts the panel's own past errors into its ranges.
    private mutating func useStored(_ stored: StoredPanelModel, mode: ForecastMode) {
        let state = BodyState(panel, column: column)
        levels = stored.drafts.prefix(horizon).map { $0.models(for: state) }
        growths = levels.map { _ in nil }
        weights = [CombinationWeights(only: .level)]
        for ahead in 1...horizon {
            let errors = rolling.samples.filter { $0.column + ahead - 1 < column }.flatMap { sample in
                let state = BodyState(panel, column: sample.column)
                let values = stored.drafts[ahead - 1].models(for: state).forecast(sample)
                if ahead == 1, mode == .draft { note(sample, values) }
                return pastErrors(sample, values, ahead: ahead)
            }
            draftIntervals.append(
                ConformalCalibration(
                    errors, before: column - ahead + 1, levels: options.levels, stored: stored.draftErrors[ahead - 1]))
        }
        guard mode == .outlook else { return }
        outlook = LengthOutlooks(models: stored.outlook.models(for: state))
        let errors = rolling.samples.filter { $0.column >= 2 }.flatMap { sample -> [PastError] in
            let state = BodyState(panel, column: sample.column)
            let outlooks = OutlookSample(panel, sample, drafts: stored.drafts[0].models(for: state).forecast(sample))
            let values = LengthOutlooks(models: stored.outlook.models(for: state)).forecast(outlooks)
            note(outlooks.origin, values)
            return pastErrors(outlooks, values)
        }
        outlookIntervals = ConformalCalibration(
            errors, before: column, levels: options.levels, stored: stored.outlookErrors)
    }

    /// Puts forecasts of a past origin beside what else could have been said, as far as the method is ours to choose.
    private mutating func note(_ sample: OriginSample, _ values: [Double]) {
        for k in sample.series.indices {
            note(row: sample.series[k], column: sample.column, last: sample.summaries[k].last, value: values[k])
        }
    }

    private mutating func note(row: Int, column: Int, last: Double, value: Double) {
        let place = row * panel.years + column
        let outcome = panel.actuals[place]
        let hadBudget = panel.hasBudgets && !panel.budgets[place - 1].isNaN
        let getsBudget = panel.hasBudgets && !panel.budgets[place].isNaN
        guard options.model == .combination, !outcome.isNaN, !hadBudget || getsBudget else { return }
        trials.append(
            Trial(
                row: row, column: column, outcome: outcome, model: last < 0 ? value : max(value, 0), last: last,
                budget: isOutlook ? panel.budgets[place] : .nan))
    }

    /// The errors of the draft at a past origin; a subject that had a budget and got none again is not what a draft is made
    /// for, and takes no part.
    private func pastErrors(_ sample: OriginSample, _ values: [Double], ahead: Int) -> [PastError] {
        sample.series.indices.compactMap { k in
            let start = sample.series[k] * panel.years + sample.column
            let outcome = panel.actuals[start + ahead - 1]
            let hadBudget = panel.hasBudgets && !panel.budgets[start - 1].isNaN
            let getsBudget = panel.hasBudgets && !panel.budgets[start + ahead - 1].isNaN
            guard !outcome.isNaN, !hadBudget || getsBudget else { return nil }
            return PastError(
                column: sample.column, error: (outcome - values[k]) / sample.summaries[k].size,
                traits: sample.traits(k, isBudgeted: hadBudget))
        }
    }

    /// The errors of the outlook at a past origin.
    private func pastErrors(_ sample: OutlookSample, _ values: [Double]) -> [PastError] {
        sample.origin.series.indices.compactMap { k in
            let outcome = panel.actuals[sample.origin.series[k] * panel.years + sample.origin.column]
            guard !outcome.isNaN else { return nil }
            return PastError(
                column: sample.origin.column, error: (outcome - values[k]) / sample.origin.summaries[k].size,
                traits: sample.traits(k))
        }
    }

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
                row: sample.series[k], column: origin, outcome: outcome, last: sample.summaries[k].last,
                size: sample.summaries[k].size,
                traits: sample.traits(k, isBudgeted: hadBudget), getsBudget: getsBudget, forecasts: forecasts)
        }
    }

    private mutating func calibrateDraft(_ fits: RollingFits) throws(ForecastError) {
        let past = try pastForecasts(fits)
        let members = options.members
        for (place, rows) in past.enumerated() {
            if members.count == 1 {
                weights.append(CombinationWeights(only: members[0]))
            } else {
                // With too few origins a later year takes the weights of the one before.
                let chosen = memberWeights(rows) ?? weights.last ?? CombinationWeights(only: .level)
                weights.append(chosen)
            }
            let ahead = place + 1
            if ahead == 1, !isOutlook {
                for row in rows {
                    note(row: row.row, column: row.column, last: row.last, value: value(row, weights[0]))
                }
            }
            draftIntervals.append(
                ConformalCalibration(
                    rows.compactMap { error($0, weights[place]) }, before: column - ahead + 1, levels: options.levels,
                    typical: .typical(scaledBy: Double(ahead).squareRoot())))
        }
    }

    /// The weights of the members for one year ahead; `nil` where too few origins tell.
    private func memberWeights(_ rows: [PastForecast]) -> CombinationWeights? {
        var errors = MemberErrors(count: MemberSets.all.count)
        for row in rows where row.column >= rolling.window.firstFair {
            MemberSets.means(row.forecasts).withUnsafeBufferPointer {
                errors.add(column: row.column, outcome: row.outcome, size: row.size, forecasts: $0)
            }
        }
        return errors.origins >= PanelConstants.leastOrigins ? CombinationWeights(errors: errors.errors) : nil
    }

    /// As in ``pastErrors(_:_:ahead:)``, of the weighted members.
    private func error(_ row: PastForecast, _ weights: CombinationWeights) -> PastError? {
        if panel.hasBudgets, row.traits.isBudgeted, !row.getsBudget { return nil }
        let error = row.outcome - value(row, weights)
        return PastError(column: row.column, error: error / row.size, traits: row.traits)
    }

    private func value(_ row: PastForecast, _ weights: CombinationWeights) -> Double {
        Member.allCases.reduce(0) { $0 + weights[$1] * row.forecasts[$1.rawValue] }
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
        let models = try parallel.map(columns.count) { place throws(ForecastError) -> OutlookModel in
            let own = try OutlookModel.fit(panel, samples: usable, before: columns[place])
            return own.rows >= PanelConstants.leastRows ? own : OutlookModel()
        }
        let errors = columns.dropLast().enumerated().flatMap { place, origin -> [PastError] in
            guard let sample = outlooks.first(where: { $0.origin.column == origin }) else { return [] }
            let values = models[place].forecast(sample)
            note(sample.origin, values)
            return pastErrors(sample, values)
        }
        outlook = models.last.map(LengthOutlooks.init)
        outlookIntervals = ConformalCalibration(
            errors, before: column, levels: options.levels, typical: .typical(scaledBy: 0.8))
    }
}
