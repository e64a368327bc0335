/// Account lines found by unit, in order of the units' names.
struct LinesByUnit: Sendable {
    /// The lines of one unit, which stay where they are: a ledger may hold millions.
    struct Unit: Sendable {
        let unit: BudgetUnit
        fileprivate(set) var places: [Int] = []
    }

    private(set) var units: [Unit] = []

    init(_ lines: [AccountLine]) {
        var numbers: [BudgetUnit: Int] = [:]
        var number = -1
        for place in lines.indices {
            // Lines of one unit mostly stand together; the look-up is spared where they do.
            if number < 0 || units[number].unit != lines[place].unit {
                let unit = lines[place].unit
                number = numbers[unit] ?? units.count
                if number == units.count {
                    units.append(Unit(unit: unit))
                    numbers[unit] = number
                }
            }
            units[number].places.append(place)
        }
        units.sort { $0.unit < $1.unit }
    }
}
