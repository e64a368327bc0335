import FinalAccounts

/// What many figures did alike: the subjects of one unit, and one subject in all units.
///
/// A cut of the whole unit, or a shock that every unit shares, is no anomaly of any one subject.
struct CommonMovement {
    /// How execution (actual against initial budget) and change (year over year) moved, on the amount scale.
    struct Movement {
        let execution: RobustScale
        let change: RobustScale
    }

    /// How many subjects of a unit, or units with a subject, it takes to speak of a common movement.
    static let enough = 8

    /// For each unit, in the order they were given, what its items did.
    let units: [Movement?]
    /// For each subject what it did in all units that have it.
    let subjects: [SubjectKey: Movement]

    init(_ units: [UnitFigures]) {
        var bySubject: [SubjectKey: Samples] = [:]
        var byUnit: [Movement?] = []
        byUnit.reserveCapacity(units.count)
        for unit in units {
            var own = Samples()
            for (index, figures) in unit.subjects.enumerated() where index > 0 {
                if unit.isItem(index) { own.add(figures) }
                if units.count >= Self.enough {
                    bySubject[unit.tree.series[index].subject.key, default: Samples()].add(figures)
                }
            }
            byUnit.append(own.movement)
        }
        self.units = byUnit
        subjects = bySubject.compactMapValues(\.movement)
    }

    /// The steps of one group, from a base of more than nothing to more than nothing.
    private struct Samples {
        var execution: [Double] = []
        var change: [Double] = []

        mutating func add(_ figures: SubjectFigures) {
            guard let actual = figures.actual, actual != 0 else { return }
            if let budget = figures.budget, budget != 0 { execution.append(actual - budget) }
            if let previous = figures.previous, previous != 0 { change.append(actual - previous) }
        }

        var movement: Movement? {
            guard max(execution.count, change.count) >= CommonMovement.enough else { return nil }
            return Movement(execution: RobustScale(execution), change: RobustScale(change))
        }
    }
}
