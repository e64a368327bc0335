import FinalAccounts
import SeededNumbers

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One subject of one unit while its figures are being invented.
struct SubjectDraft {
    /// A year's figures in yuan; no budget is unbudgeted, no actual is no line.
    struct Year {
        let number: Int
        var budget: Double?
        var actual: Double?
    }

    let unit: BudgetUnit
    let code: String
    let isLumpy: Bool
    private(set) var years: [Year] = []

    /// The year under review.
    var last: Year { years[years.count - 1] }

    init(
        unit: BudgetUnit, code: String, level start: Double, first: Int, growth: [Double], shock: Double,
        _ random: inout SeededGenerator
    ) {
        self.unit = unit
        self.code = code
        let habit = SpendingHabit.drawn(from: &random)
        isLumpy = habit.idle > 0.1
        // One subject in ten is planned a third too low every year; one in eight is never planned for.
        let bias = random.happens(0.1) ? -random.uniform(0.25, 0.5) : 0
        let neverPlanned = random.happens(habit.idle > 0 ? 0.25 : 0.08)
        let begins = random.happens(0.08) ? first + random.integer(1, max(1, growth.count - 1)) : first
        let ends = random.happens(0.04) ? first + random.integer(1, max(1, growth.count - 1)) : Int.max
        var level = log(start)
        for (offset, change) in growth.enumerated() {
            let number = first + offset
            let planned = level + bias + habit.planning * random.heavyTailed()
            level += change + habit.drift * random.heavyTailed() + (number == SyntheticLedger.year ? shock : 0)
            var year = Year(
                number: number, budget: exp(planned), actual: exp(level + habit.scatter * random.heavyTailed()))
            if neverPlanned || random.happens(0.02) { year.budget = nil }
            if random.happens(habit.idle) { year.actual = 0 }
            if number < begins || number >= ends { year = Year(number: number) }
            years.append(year)
        }
    }

    mutating func plant(_ kind: PlantedAnomaly.Kind, _ random: inout SeededGenerator) {
        let final = years.count - 1
        switch kind {
        case .overrun:
            let usual = max(years[final].actual ?? 0, years[final].budget ?? 0)
            years[final].actual = usual * random.uniform(1.5, 3)
        case .levelShift:
            let up = random.happens(0.7)
            let factor = up ? random.uniform(1.8, 3) : 1 / random.uniform(1.8, 3)
            let since = random.happens(0.5) ? final : final - 1
            for index in since...final {
                years[index].actual = years[index].actual.map { $0 * factor }
                if index > since { years[index].budget = years[index].budget.map { $0 * factor } }
            }
        case .slip:
            let powers = [4, 4, -4, -4, 1, -1, 2, -2]
            let factor = pow(10, Double(powers[random.integer(0, powers.count - 1)]))
            if let budget = years[final].budget, random.happens(0.2) {
                years[final].budget = budget * factor
            } else {
                years[final].actual = years[final].actual.map { $0 * factor }
            }
        }
    }

    func lines() -> [AccountLine] {
        let subject = Subject(
            code: code, names: ["类\(code.prefix(3))", "款\(code.prefix(5))", "项\(code)"])
        return years.compactMap { year in
            guard year.actual != nil || year.budget != nil else { return nil }
            return AccountLine(
                unit: unit, fiscalYear: FiscalYear(year.number), subject: subject,
                initialBudget: year.budget.map { .stated(Self.amount($0)) } ?? .unbudgeted,
                actual: Self.amount(year.actual ?? 0), origin: .synthetic)
        }
    }

    private static func amount(_ yuan: Double) -> Amount {
        Amount(minorUnits: Int64((yuan * 100).rounded()))
    }
}
