import FinalAccounts

extension NationalBudget {
    static let scheme: SubjectScheme = (try? SubjectScheme(prefixLengths: [4, 6, 8, 10])) ?? .china

    /// The series of the given code lengths, each line a series of its own.
    static func series(lengths: Set<Int>, until lastYear: Int = 2003) throws -> [SpendingSeries] {
        var observations: [String: [Observation]] = [:]
        for line in try lines(lengths: lengths, until: lastYear) {
            func amount(_ place: Int) throws -> Amount? { try line.values[place].map { try Amount(rounding: $0) } }
            observations[line.code, default: []].append(
                Observation(
                    year: FiscalYear(line.year), initialBudget: try amount(0).map { .stated($0) } ?? .notStated,
                    adjustedBudget: try amount(1), actual: try amount(2)))
        }
        return observations.map { code, list in
            SpendingSeries(
                unit: BudgetUnit("national"),
                subject: Subject(code: code, names: [], level: scheme.level(of: code) ?? .total), observations: list)
        }
    }
}
