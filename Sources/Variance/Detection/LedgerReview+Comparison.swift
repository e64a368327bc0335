import FinalAccounts

extension LedgerReview {
    /// How unlike its group every subject fared: robust deviations from the group's median.
    static func comparison(
        _ statistic: Statistic, _ units: [UnitFigures], _ common: CommonMovement, _ thresholds: AnomalyThresholds
    ) -> SurpriseColumn {
        var surprises: [Double] = []
        for (unit, movement) in zip(units, common.units) {
            for (index, figures) in unit.subjects.enumerated() {
                let group = statistic.isAmongPeers ? common.subjects[unit.tree.series[index].subject.key] : movement
                // Within a unit items are held against items; sums would be held against their own parts.
                let isMember = index > 0 && (statistic.isAmongPeers || unit.isItem(index)) && figures.slip == nil
                let value = isMember ? figures.step(statistic) : nil
                guard let value, let scale = group?.scale(statistic), scale.count >= CommonMovement.enough else {
                    surprises.append(.nan)
                    continue
                }
                surprises.append((value - scale.centre) / max(scale.spread, thresholds.ordinaryVariation))
            }
        }
        return SurpriseColumn(stretching: surprises)
    }
}

extension Statistic {
    /// Whether a subject is held against the same subject elsewhere, rather than against its own unit.
    var isAmongPeers: Bool { self == .executionAmongPeers || self == .changeAmongPeers }

    /// Whether the actual is held against the budget, rather than against the year before.
    var isOfExecution: Bool { self == .execution || self == .executionInUnit || self == .executionAmongPeers }
}

extension CommonMovement.Movement {
    /// What the group did in the respect a question is about.
    func scale(_ statistic: Statistic) -> RobustScale { statistic.isOfExecution ? execution : change }
}

extension SubjectFigures {
    /// The step from the budget, or from last year, to the year's actual; `nil` from or to nothing.
    func step(_ statistic: Statistic) -> Double? {
        guard let actual, actual != 0, let base = statistic.isOfExecution ? budget : previous, base != 0
        else { return nil }
        return actual - base
    }
}
