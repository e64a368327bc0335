import FinalAccounts

/// The choices of all bodies and levels of a run.
struct HonestChoices: Sendable {
    private struct Key: Hashable {
        var unit: BudgetUnit
        var level: SubjectLevel
    }

    /// A subject of a body in one year of the past.
    private struct Place: Hashable {
        var unit: BudgetUnit
        var subject: SubjectKey
        var column: Int
    }

    /// How far off a level was in the past.
    struct PastError: Sendable {
        /// The origins it is known of.
        var origins = 0
        /// The sum of absolute errors over that of absolute forecasts.
        var share = 0.0
    }

    private var choices: [Key: HonestChoice] = [:]
    private var errors: [Key: PastError] = [:]

    /// Chooses by the trials that the panels made; a level of which no subject was tried is judged by sums of the narrowest.
    init(_ layout: PanelLayout, _ groups: [PanelLayout.Group], _ results: [PanelForecast]) {
        var direct: [Key: [Trial]] = [:]
        var subjects: [Key: [SubjectKey]] = [:]
        for (group, result) in zip(groups, results) {
            for trial in result.trials {
                let series = layout.series(group, row: trial.row)
                let key = Key(unit: series.unit, level: series.subject.level)
                direct[key, default: []].append(trial)
                subjects[key, default: []].append(series.subject.key)
            }
        }
        for (key, trials) in direct { choose(key, trials) }
        var narrowest: [BudgetUnit: SubjectLevel] = [:]
        for key in direct.keys { narrowest[key.unit] = max(narrowest[key.unit] ?? key.level, key.level) }
        var sums: [Key: [Place: Trial]] = [:]
        let scheme = layout.frame.configuration.scheme
        func depth(of subject: SubjectKey) -> SubjectLevel? {
            switch subject {
            case .code(let code): scheme.level(of: code)
            case .path(let names): SubjectLevel(depth: names.count)
            }
        }
        for (unit, level) in narrowest {
            let key = Key(unit: unit, level: level)
            for (trial, subject) in zip(direct[key] ?? [], subjects[key] ?? []) {
                var subject = subject
                while let above = scheme.parent(of: subject), let depth = depth(of: above) {
                    subject = above
                    let upper = Key(unit: unit, level: depth)
                    guard direct[upper] == nil else { continue }
                    let place = Place(unit: unit, subject: above, column: trial.column)
                    if sums[upper]?[place]?.add(trial) == nil { sums[upper, default: [:]][place] = trial }
                }
            }
        }
        for (key, trials) in sums {
            // In a fixed order, so that sums of errors are the same in every run.
            let ordered = trials.sorted { ($0.key.column, $0.key.subject) < ($1.key.column, $1.key.subject) }
            choose(key, ordered.map(\.value))
        }
    }

    private mutating func choose(_ key: Key, _ trials: [Trial]) {
        let choice = HonestChoice(trials)
        choices[key] = choice
        var (error, size) = (0.0, 0.0)
        for trial in trials {
            let value = choice.mixed(trial.model, last: trial.last, budget: trial.budget)
            error += abs(trial.outcome - value)
            size += abs(value)
        }
        if size > 0 { errors[key] = PastError(origins: Set(trials.map(\.column)).count, share: error / size) }
    }

    /// How far off the level of a series was in its body's past.
    func pastError(of series: SpendingSeries) -> PastError {
        errors[Key(unit: series.unit, level: series.subject.level)] ?? PastError()
    }

    /// The choice of a series' level and body.
    func choice(of series: SpendingSeries) -> HonestChoice {
        choices[Key(unit: series.unit, level: series.subject.level)] ?? HonestChoice()
    }
}
