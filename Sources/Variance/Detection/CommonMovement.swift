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
            for index in unit.subjects.indices.dropFirst() {
                let execution = unit.subjects[index].executionStep
                let change = unit.subjects[index].changeStep
                if unit.isItem(index) { own.add(execution, change) }
                if units.count >= Self.enough {
                    bySubject[unit.tree.series[index].subject.key, default: Samples()].add(execution, change)
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

        mutating func add(_ execution: Double, _ change: Double) {
            if !execution.isNaN { self.execution.append(execution) }
            if !change.isNaN { self.change.append(change) }
        }

        var movement: Movement? {
            guard max(execution.count, change.count) >= CommonMovement.enough else { return nil }
            return Movement(execution: RobustScale(execution), change: RobustScale(change))
        }
    }
}
