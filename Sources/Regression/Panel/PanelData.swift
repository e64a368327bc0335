import LinearAlgebra
import Platform

/// The observations of a panel, those of units with a single one left out, and who belongs to whom.
struct PanelData: Sendable {
    let design: Design
    let response: [Double]
    /// The units kept, in order of first appearance.
    let unitNames: [String]
    /// The index of each unit.
    let unitPlaces: [String: Int]
    /// For each observation the index of its unit.
    let unitIndices: [Int]
    /// Ascending.
    let periods: [Int]
    /// For each observation the index of its period.
    let periodIndices: [Int]
    /// The number of observations of each unit.
    let unitCounts: [Int]
    /// The rows, of those given, that were kept.
    let rows: [Int]
    let singletonUnits: [String]

    init(_ design: Design, _ response: [Double], units: [String], periods: [Int]) throws(RegressionError) {
        _ = try responseMagnitude(response, observations: design.observations)
        guard units.count == response.count else {
            throw .shapeMismatch(
                what: Bilingual("单位名称个数", "number of unit names"), expected: response.count, found: units.count)
        }
        guard periods.count == response.count else {
            throw .shapeMismatch(
                what: Bilingual("期间个数", "number of periods"), expected: response.count, found: periods.count)
        }
        guard design.interceptColumn == nil else {
            throw .invalidNames(
                Bilingual(
                    "“\(Design.interceptName)”：面板的截距已在单位效应中",
                    "\(Design.interceptName): a panel has its intercepts in the unit effects"))
        }
        var sizes: [String: Int] = [:]
        for unit in units { sizes[unit, default: 0] += 1 }
        let rows = units.indices.filter { sizes[units[$0]] != 1 }
        guard !rows.isEmpty else { throw .nothingToFit(Bilingual("没有单位具有两个观测值", "no unit has two observations")) }
        var indices: [String: Int] = [:]
        var names: [String] = []
        unitIndices = rows.map { row in
            if let known = indices[units[row]] { return known }
            indices[units[row]] = names.count
            names.append(units[row])
            return names.count - 1
        }
        unitNames = names
        unitPlaces = indices
        unitCounts = names.map { sizes[$0] ?? 0 }
        let years = Set(rows.map { periods[$0] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
        self.periods = years
        periodIndices = rows.map { places[periods[$0]] ?? 0 }
        self.design =
            rows.count == response.count
            ? design
            : try Design(matrix: design.matrix.selecting(rows: rows), names: design.names)
        self.response = rows.map { response[$0] }
        self.rows = rows
        singletonUnits = sizes.filter { $0.value == 1 }.keys.sorted()
    }

    /// The mean of a column over the observations of each unit.
    func unitMeans(_ values: some Collection<Double>) -> [Double] {
        var sums = [Double](repeating: 0, count: unitNames.count)
        for (unit, value) in zip(unitIndices, values) { sums[unit] += value }
        var means = zip(sums, unitCounts).map { $0 / Double($1) }
        var rests = [Double](repeating: 0, count: unitNames.count)
        for (unit, value) in zip(unitIndices, values) { rests[unit] += value - means[unit] }
        for unit in means.indices { means[unit] += rests[unit] / Double(unitCounts[unit]) }
        return means
    }

    /// Each value minus the given mean of its unit; exactly zero throughout for a column that does not vary within units beyond
    /// rounding.
    func withinUnits(_ values: some Collection<Double>, means: [Double]) -> [Double] {
        let deviations = zip(unitIndices, values).map { $1 - means[$0] }
        return cleared(deviations, against: values)
    }
}

/// All zeros when the values are no more than the rounding of what they were computed from.
func cleared(_ values: [Double], against original: some Collection<Double>) -> [Double] {
    let magnitude = original.reduce(0) { max($0, abs($1)) }
    let negligible = values.allSatisfy { abs($0) <= 0x1p-44 * magnitude }
    return negligible ? [Double](repeating: 0, count: values.count) : values
}
