import FinalAccounts

extension SpendingSeries {
    /// A series of whole amounts by year.
    static func sample(
        _ code: String, _ actuals: [Int: Int], budgets: [Int: Int] = [:], unbudgeted: Set<Int> = [], unit: String = "u"
    ) -> SpendingSeries {
        let years = Set(actuals.keys).union(budgets.keys).union(unbudgeted).sorted()
        func amount(_ value: Int?) -> Amount? { value.map { Amount(minorUnits: Int64($0) * 100) } }
        return SpendingSeries(
            unit: BudgetUnit(unit),
            subject: Subject(
                code: code, names: [code], level: SubjectScheme.china.level(of: code) ?? SubjectLevel(depth: 1)),
            observations: years.map { year in
                Observation(
                    year: FiscalYear(year),
                    initialBudget: unbudgeted.contains(year)
                        ? .unbudgeted : amount(budgets[year]).map { .stated($0) } ?? .notStated,
                    actual: amount(actuals[year]))
            })
    }

    /// A panel of seeded series that grow at rates of their own, years 2014 to 2023, with budgets near the actuals.
    static func samplePanel(_ count: Int, seed: UInt64 = 1) -> [SpendingSeries] {
        var generator = SeededNumbers(state: seed)
        return (0..<count).map { i in
            var level = 500 + 20_000 * generator.uniform()
            let growth = 0.02 + 0.08 * generator.uniform()
            var (actuals, budgets): ([Int: Int], [Int: Int]) = ([:], [:])
            for year in 2014...2023 {
                level *= 1 + growth + 0.1 * (generator.uniform() - 0.5)
                actuals[year] = Int(level)
                budgets[year] = Int(level * (0.9 + 0.15 * generator.uniform()))
            }
            let number = String(1_000_001 + i)
            return sample("2" + number.suffix(6), actuals, budgets: budgets)
        }
    }
}
