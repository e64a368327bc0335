import FinalAccounts

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

    /// Panels with fewer rows than this to learn from use the shipped model.
    static let leastRows = 120

    /// Fewer origins than this say nothing about which members to trust; the panel regression answers alone.
    static let leastOrigins = 3

    /// A regression on one or two years is not yet what it will be: comparing it would be unfair to it.
    private var firstFair: Int { (rolling.window.origins.first ?? 1) + 3 }

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
        let fits = try fittedModels(mode: mode)
        levels = (1...self.horizon).map { fits.level(column, ahead: $0) }
        growths = (1...self.horizon).map { fits.growth(column, ahead: $0) }
        ownRows = fits.ownRows(column)
        usesShippedModel = options.members.contains(.level) && ownRows < Self.leastRows
        try calibrateDraft(fits)
        if mode == .outlook { try calibrateOutlook(fits) }
    }
}

/// The regressions fitted before each origin, for each year ahead.
private struct RollingFits: Sendable {
    struct Key: Hashable, Sendable {
        var column: Int
        var ahead: Int
    }

    var levels: [Key: LevelModel] = [:]
    var growths: [Key: GrowthModel] = [:]
    var shipped: [LevelModel]

    /// The rows behind the fit of an origin's first year.
    func ownRows(_ column: Int) -> Int { levels[Key(column: column, ahead: 1)]?.rows ?? 0 }

    /// The model of an origin: fitted, else shipped, else half of the slope.
    func level(_ column: Int, ahead: Int) -> LevelModel {
        if let own = levels[Key(column: column, ahead: ahead)], own.rows >= PanelTraining.leastRows { return own }
        if ahead <= shipped.count { return shipped[ahead - 1] }
        var plain = LevelModel()
        plain.slopeShare = 0.5 * Double(ahead)
        return plain
    }

    func growth(_ column: Int, ahead: Int) -> GrowthModel? {
        let own = growths[Key(column: column, ahead: ahead)]
        return (own?.rows ?? 0) >= PanelTraining.leastRows ? own : nil
    }
}

extension PanelTraining {
    private func fittedModels(mode: ForecastMode) throws(ForecastError) -> RollingFits {
        var keys: Set<RollingFits.Key> = []
        for ahead in 1...horizon {
            keys.insert(.init(column: column, ahead: ahead))
            for origin in rolling.window.calibrating(ahead: ahead) { keys.insert(.init(column: origin, ahead: ahead)) }
        }
        if mode == .outlook {
            for origin in rolling.window.origins { keys.insert(.init(column: origin, ahead: 1)) }
        }
        let chosen = try strengths()
        var fits = RollingFits(shipped: options.shipped?.levels ?? [])
        fits.levels = chosen.levels
        fits.growths = chosen.growths
        keys = keys.filter { chosen.levels[$0] == nil }
        // Later origins take longest: handing them out first keeps all threads busy to the end.
        let order = keys.sorted { ($0.column, $0.ahead) > ($1.column, $1.ahead) }
        let models = try fitted(order.map { Candidate(key: $0, level: chosen.level, growth: chosen.growth) })
        for (place, key) in order.enumerated() {
            fits.levels[key] = models[place].level
            fits.growths[key] = models[place].growth
        }
        return fits
    }

    /// One origin with the strengths to fit it with.
    private struct Candidate: Sendable {
        var key: RollingFits.Key
        var level: Double?
        var growth: Double?
    }

    private func fitted(
        _ candidates: [Candidate]
    ) throws(ForecastError) -> [(level: LevelModel?, growth: GrowthModel?)] {
        let (panel, rolling) = (panel, rolling)
        let levels = try parallel.map(candidates.count) { place throws(ForecastError) -> LevelModel? in
            guard let strength = candidates[place].level else { return nil }
            let key = candidates[place].key
            return try LevelModel.fit(
                panel, samples: rolling.samples, before: key.column, horizon: key.ahead, strength: strength)
        }
        let growths = try parallel.map(candidates.count) { place throws(ForecastError) -> GrowthModel? in
            guard let strength = candidates[place].growth else { return nil }
            let key = candidates[place].key
            return try GrowthModel.fit(
                panel, samples: rolling.growthSamples, before: key.column, horizon: key.ahead, strength: strength)
        }
        return Array(zip(levels, growths)).map { (level: $0, growth: $1) }
    }

    /// The factors on all penalties that did best at past origins, with the regressions fitted to find out.
    private struct Strengths {
        /// `nil` for a regression that takes no part.
        var level: Double?
        var growth: Double?
        var levels: [RollingFits.Key: LevelModel] = [:]
        var growths: [RollingFits.Key: GrowthModel] = [:]
    }

    /// Chooses for the middle one of the years ahead; 1 where too little is known, and where so many rows are learned from
    /// that penalties hardly matter.
    private func strengths() throws(ForecastError) -> Strengths {
        let usesLevel = options.members.contains(.level)
        let usesGrowth = options.members.contains(.growth)
        let ahead = (horizon + 1) / 2
        let origins = rolling.window.calibrating(ahead: ahead).filter { $0 >= firstFair }
        let choices = PanelFitting.strengths
        guard usesLevel, origins.count >= Self.leastOrigins, !rolling.isThinned else {
            return Strengths(level: usesLevel ? 1 : nil, growth: usesGrowth ? 1 : nil)
        }
        let candidates = origins.flatMap { origin in
            choices.map { strength in
                Candidate(
                    key: .init(column: origin, ahead: ahead), level: strength, growth: usesGrowth ? strength : nil)
            }
        }
        let models = try fitted(candidates)
        var (levels, growths) = (MemberErrors(count: choices.count), MemberErrors(count: choices.count))
        for (place, origin) in origins.enumerated() {
            let own = Array(models[(place * choices.count)..<((place + 1) * choices.count)])
            add(own.map(\.level), origin: origin, ahead: ahead, to: &levels)
            add(own.map(\.growth), origin: origin, ahead: ahead, to: &growths)
        }
        var result = Strengths(
            level: Self.best(choices, levels), growth: usesGrowth ? Self.best(choices, growths) : nil)
        for (candidate, model) in zip(candidates, models) {
            if candidate.level == result.level { result.levels[candidate.key] = model.level }
            if candidate.growth == result.growth { result.growths[candidate.key] = model.growth }
        }
        return result
    }

    /// The choice of least error, 1 where none was measured.
    private static func best(_ choices: [Double], _ errors: MemberErrors) -> Double {
        guard errors.origins >= leastOrigins else { return 1 }
        let measured = errors.errors
        return zip(choices, measured).min { $0.1 < $1.1 }?.0 ?? 1
    }

    private func add(_ models: [LevelModel?], origin: Int, ahead: Int, to errors: inout MemberErrors) {
        guard let sample = rolling.sample(origin) else { return }
        let fitted = models.compactMap { $0 }
        guard fitted.count == models.count, fitted.allSatisfy({ $0.rows >= Self.leastRows }) else { return }
        let forecasts = fitted.map { $0.forecast(sample) }
        for (k, i) in sample.series.enumerated() {
            let outcome = panel.actuals[i * panel.years + origin + ahead - 1]
            guard !outcome.isNaN else { continue }
            forecasts.map { $0[k] }.withUnsafeBufferPointer {
                errors.add(column: origin, outcome: outcome, size: sample.summaries[k].size, forecasts: $0)
            }
        }
    }

    private func add(_ models: [GrowthModel?], origin: Int, ahead: Int, to errors: inout MemberErrors) {
        guard let sample = rolling.growthSamples.first(where: { $0.column == origin }),
            let base = rolling.sample(origin)
        else { return }
        let fitted = models.compactMap { $0 }
        guard fitted.count == models.count, fitted.allSatisfy({ $0.rows >= Self.leastRows }) else { return }
        let forecasts = fitted.map { sample.forecast($0) }
        for (k, i) in sample.series.enumerated() {
            let outcome = panel.actuals[i * panel.years + origin + ahead - 1]
            guard !outcome.isNaN else { continue }
            forecasts.map { $0[k] }.withUnsafeBufferPointer {
                errors.add(
                    column: origin, outcome: outcome, size: base.summaries[sample.places[k]].size, forecasts: $0)
            }
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
                column: origin, outcome: outcome, summary: sample.summaries[k],
                relativeSize: naturalLog(sample.summaries[k].size) - sample.scale.logMedianSize,
                isBudgeted: hadBudget, getsBudget: getsBudget, forecasts: forecasts)
        }
    }

    private mutating func calibrateDraft(_ fits: RollingFits) throws(ForecastError) {
        let past = try pastForecasts(fits)
        var errors = MemberErrors(count: MemberSets.all.count)
        for rows in past {
            for row in rows where row.column >= firstFair {
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
        } else if errors.origins >= Self.leastOrigins {
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
            return own.rows >= Self.leastRows ? own : shipped ?? own
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
