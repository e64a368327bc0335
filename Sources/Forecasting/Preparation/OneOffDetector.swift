import Regression

/// Finds years that must not be repeated: an emergency line of a pandemic year, a purchase that comes once.
///
/// A year is a one-off when its actual is more than four times as large as anything around it and no budget stands behind
/// it. For the last year "around" means all years before, at least four: with fewer, three such years in four were the first
/// of a new level on public panels, whether the budget was zero or none was stated. For an earlier year it means both
/// neighbours, which must resemble one another.
struct OneOffDetector {
    /// The factor beyond which a year stands out.
    static let factor = 4.0
    /// A budget of this share of the actual says that the level was intended.
    static let supportingShare = 0.25
    /// A last year has so many years to stand out from.
    private static let leastYears = 4

    /// One year as the detector sees it.
    struct Year {
        /// The actual; NaN where none is stated.
        var actual: Double
        /// The initial budget; NaN where none is stated.
        var budget: Double
    }

    /// The place of each one-off and what stands in for it.
    ///
    /// - Parameter years: without a break in the columns, oldest first; the last one is the year before the target.
    static func find(_ years: [Year]) -> [(place: Int, replacement: Double)] {
        var found: [(Int, Double)] = []
        let known = years.indices.filter { !years[$0].actual.isNaN }
        guard let last = known.last else { return [] }
        for (position, place) in known.enumerated() where position > 0 && place != last {
            let (before, after) = (known[position - 1], known[position + 1])
            let (a, b) = (years[before].actual, years[after].actual)
            let around = max(abs(a), abs(b))
            let alike = min(abs(a), abs(b)) * 2 >= around && (a < 0) == (b < 0)
            if alike, around > 0, isOutside(years[place], around) { found.append((place, (a + b) / 2)) }
        }
        let earlier = known.dropLast().filter { place in !found.contains { $0.0 == place } }
        if last == years.count - 1, earlier.count >= leastYears {
            let values = earlier.map { years[$0].actual }
            let largest = values.reduce(0) { max($0, abs($1)) }
            if largest > 0, isOutside(years[last], largest) { found.append((last, Median.of(Array(values.suffix(5))))) }
        }
        return found.map { (place: $0.0, replacement: $0.1) }
    }

    private static func isOutside(_ year: Year, _ around: Double) -> Bool {
        guard abs(year.actual) > factor * around else { return false }
        return year.budget.isNaN || abs(year.budget) < supportingShare * abs(year.actual)
    }
}
