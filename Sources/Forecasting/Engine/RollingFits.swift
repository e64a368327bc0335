import FinalAccounts
import Platform

/// The regressions fitted before each origin, for each year ahead.
struct RollingFits: Sendable {
    struct Key: Hashable, Sendable {
        var column: Int
        var ahead: Int
    }

    var levels: [Key: LevelModel] = [:]
    var growths: [Key: GrowthModel] = [:]

    /// The model of an origin: fitted, else half of the slope.
    func level(_ column: Int, ahead: Int) -> LevelModel {
        if let own = levels[Key(column: column, ahead: ahead)], own.rows >= PanelConstants.leastRows { return own }
        var plain = LevelModel()
        plain.slopeShare = 0.5 * Double(ahead)
        return plain
    }

    func growth(_ column: Int, ahead: Int) -> GrowthModel? {
        let own = growths[Key(column: column, ahead: ahead)]
        return (own?.rows ?? 0) >= PanelConstants.leastRows ? own : nil
    }
}

/// Fits the regressions of all origins and chooses how strongly they are shrunk.
struct RollingFitter: Sendable {
    let panel: SeriesPanel
    /// The column forecast in the end.
    let column: Int
    let options: PanelOptions
    let rolling: RollingOrigins
    let parallel: Parallel

    private var horizon: Int { rolling.window.horizon }

    /// The regressions that a forecast, its weights and its intervals need.
    func fits(mode: ForecastMode) throws(ForecastError) -> RollingFits {
        var keys: Set<RollingFits.Key> = []
        for ahead in 1...horizon {
            keys.insert(.init(column: column, ahead: ahead))
            for origin in rolling.window.calibrating(ahead: ahead) { keys.insert(.init(column: origin, ahead: ahead)) }
        }
        if mode == .outlook {
            for origin in rolling.window.origins { keys.insert(.init(column: origin, ahead: 1)) }
        }
        let chosen = try strengths()
        var fits = RollingFits()
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

    /// Chooses by the errors one year ahead, whatever is asked for: next year's forecast is the same with any horizon. 1 where too little is known, and where so many rows are learned from
    /// that penalties hardly matter.
    private func strengths() throws(ForecastError) -> Strengths {
        let usesLevel = options.members.contains(.level)
        let usesGrowth = options.members.contains(.growth)
        let ahead = 1
        let origins = rolling.window.calibrating(ahead: ahead).filter { $0 >= rolling.window.firstFair }
        let choices = PanelConstants.strengths
        guard usesLevel, origins.count >= PanelConstants.leastOrigins, !rolling.isThinned else {
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
        guard errors.origins >= PanelConstants.leastOrigins else { return 1 }
        let measured = errors.errors
        return zip(choices, measured).min { $0.1 < $1.1 }?.0 ?? 1
    }

    private func add(_ models: [LevelModel?], origin: Int, ahead: Int, to errors: inout MemberErrors) {
        guard let sample = rolling.sample(origin) else { return }
        let fitted = models.compactMap { $0 }
        guard fitted.count == models.count, fitted.allSatisfy({ $0.rows >= PanelConstants.leastRows }) else { return }
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
        guard fitted.count == models.count, fitted.allSatisfy({ $0.rows >= PanelConstants.leastRows }) else { return }
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
}
