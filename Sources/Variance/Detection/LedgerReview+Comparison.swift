import FinalAccounts

extension LedgerReview {
    /// How unlike its group every subject fared: robust deviations from the group's median.
    static func comparison(
        _ statistic: Statistic, _ units: [UnitFigures], _ common: CommonMovement, _ thresholds: AnomalyThresholds
    ) -> SurpriseColumn {
        var surprises: [Double] = []
        for (unit, movement) in zip(units, common.units) {
            for index in unit.subjects.indices {
                let value = unit.step(of: index, statistic)
                let group =
                    statistic.isAmongPeers ? common.subjects[unit.tree.series[index].subject.key] : movement
                guard !value.isNaN, let scale = group?.scale(statistic), scale.count >= CommonMovement.enough else {
                    surprises.append(.nan)
                    continue
                }
                surprises.append((value - scale.centre) / max(scale.spread, thresholds.ordinaryVariation))
            }
        }
        return SurpriseColumn(stretching: surprises, falseDiscoveryRate: thresholds.falseDiscoveryRate)
    }
}

extension UnitFigures {
    /// The step by which a subject is compared; NaN where it is not.
    ///
    /// Within a unit items are held against items; sums would be held against their own parts. A slipped figure is held
    /// against nothing.
    fileprivate func step(of index: Int, _ statistic: Statistic) -> Double {
        guard index > 0, statistic.isAmongPeers || isItem(index), subjects[index].slip == nil else { return .nan }
        return statistic.isOfExecution ? subjects[index].executionStep : subjects[index].changeStep
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
