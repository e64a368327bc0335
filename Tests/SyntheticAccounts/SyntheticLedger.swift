import FinalAccounts
import SeededNumbers

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The accounts of many invented units over several years: ordinary noise, with anomalies planted into the last year.
///
/// The noise is what makes the list hard: scatter with heavy tails, subjects of every roughness, subjects that are
/// never budgeted or under-budgeted every year, subjects that begin and end, cuts of a whole unit, shocks that hit one
/// subject everywhere. None of these is planted; a method that lists them is wrong.
///
/// ```swift
/// let ledger = SyntheticLedger(seed: 1)
/// let series = try SeriesBuilder(scheme: .china).series(from: ledger.lines)
/// ```
package struct SyntheticLedger: Sendable {
    /// The size of a ledger.
    package struct Shape: Sendable {
        /// How many units.
        package var units = 200
        /// The least and the largest number of subjects of a unit.
        package var subjects = 12...45
        /// The least and the largest number of years before the year under review.
        package var earlierYears = 3...8
        /// How many anomalies of each kind are planted.
        package var planted: [PlantedAnomaly.Kind: Int] = [.overrun: 20, .levelShift: 20, .slip: 20]

        /// The shape of the study.
        package init() {}
    }

    /// The year under review.
    package static let year = 2023

    /// The lines of all units, items only.
    package private(set) var lines: [AccountLine] = []
    /// What was planted.
    package private(set) var planted: [PlantedAnomaly] = []

    /// Makes a ledger; the same seed and shape give the same ledger.
    package init(seed: UInt64, shape: Shape = Shape()) {
        var random = SeededGenerator(seed: seed)
        let shocks = Self.shocks(&random)
        var drafts: [SubjectDraft] = []
        for number in 1...max(1, shape.units) {
            drafts += Self.unit(number, shape: shape, shocks: shocks, &random)
        }
        plant(shape.planted, into: &drafts, &random)
        lines = drafts.flatMap { $0.lines() }
    }

    /// What one subject's figures do in the year under review in every unit alike, as a log factor by code.
    private static func shocks(_ random: inout SeededGenerator) -> [String: Double] {
        var shocks: [String: Double] = [:]
        for _ in 0..<4 {
            shocks[SubjectCatalogue.codes[random.integer(0, SubjectCatalogue.codes.count - 1)]] = random.uniform(
                -0.6, 0.7)
        }
        return shocks
    }

    private static func unit(
        _ number: Int, shape: Shape, shocks: [String: Double], _ random: inout SeededGenerator
    ) -> [SubjectDraft] {
        let unit = BudgetUnit("第\(String(number + 1000).dropFirst())单位")
        let size = 30_000_000 * exp(random.normal())
        let codes = SubjectCatalogue.codes.shuffled(using: &random)
            .prefix(random.integer(shape.subjects.lowerBound, shape.subjects.upperBound))
        let weights = codes.map { _ in exp(1.2 * random.normal()) }
        let total = weights.reduce(0, +)
        let first = year - random.integer(shape.earlierYears.lowerBound, shape.earlierYears.upperBound)
        // A year in three has a change that hits the whole unit; one unit in fifteen is cut in the last year.
        var growth = (first...year).map { _ in 0.04 + 0.04 * random.normal() }
        if random.happens(1 / 15.0) { growth[growth.count - 1] -= 0.25 }
        return zip(codes, weights).map { code, weight in
            SubjectDraft(
                unit: unit, code: code, level: size * weight / total, first: first, growth: growth,
                shock: shocks[code] ?? 0, &random)
        }
    }

    private mutating func plant(
        _ counts: [PlantedAnomaly.Kind: Int], into drafts: inout [SubjectDraft], _ random: inout SeededGenerator
    ) {
        var totals: [BudgetUnit: Double] = [:]
        for draft in drafts { totals[draft.unit, default: 0] += draft.last.actual ?? 0 }
        var places = drafts.indices.filter { index in
            let draft = drafts[index]
            guard let actual = draft.last.actual, actual > 0, draft.years.count > 2 else { return false }
            return actual > 0.01 * (totals[draft.unit] ?? 0) && !draft.isLumpy
        }.shuffled(using: &random)
        for kind in PlantedAnomaly.Kind.allCases {
            for _ in 0..<(counts[kind] ?? 0) {
                guard let place = places.popLast() else { return }
                drafts[place].plant(kind, &random)
                planted.append(PlantedAnomaly(unit: drafts[place].unit, code: drafts[place].code, kind: kind))
            }
        }
    }
}
