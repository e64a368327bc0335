import Regression

/// The panel regression on the logarithmic scale: growth as a linear function of past growth.
///
/// For subjects that have always been above zero and have four years. Better than the regression in sizes where growth is
/// what series have in common (public annual statistics), worse where jumps are (subjects of a budget): the combination
/// decides by past errors.
struct GrowthModel: Hashable, Sendable, Codable {
    /// One coefficient for each ``GrowthFeature``.
    var coefficients = [Double](repeating: 0, count: GrowthFeature.count)
    /// The rows the model was fitted on.
    var rows = 0

    /// The expected value; growth beyond a factor of e³ is cut off.
    @inline(__always)
    func value(_ features: UnsafePointer<Double>, last: Double) -> Double {
        var sum = 0.0
        for j in 0..<GrowthFeature.count { sum += coefficients[j] * features[j] }
        return last * exponential(clipped(sum))
    }

    /// Fits the values `horizon` years on, as seen before `column`; `nil` without rows.
    ///
    /// - Parameter strength: a factor on the penalty.
    static func fit(
        _ panel: SeriesPanel, samples: [GrowthSample], before column: Int, horizon: Int,
        strength: Double = 1
    ) throws(ForecastError) -> GrowthModel? {
        var places: [(sample: GrowthSample, k: Int, response: Double)] = []
        for sample in samples where sample.column + horizon - 1 < column {
            for (k, i) in sample.series.enumerated() {
                let outcome = panel.actuals[i * panel.years + sample.column + horizon - 1]
                guard outcome > 0 else { continue }
                places.append((sample, k, clipped(naturalLog(outcome / sample.last[k]))))
            }
        }
        guard !places.isEmpty else { return nil }
        let rows = places.count
        var columns = [Double](repeating: 0, count: rows * GrowthFeature.count)
        for (row, place) in places.enumerated() {
            for j in 0..<GrowthFeature.count {
                columns[j * rows + row] = place.sample.features[place.k * GrowthFeature.count + j]
            }
        }
        let penalties = [Double](
            repeating: strength * PanelFitting.penalty(PanelConstants.Growth.penalty, rows: rows),
            count: GrowthFeature.count)
        let solution = try regressing {
            () throws(RegressionError) in
            try HuberRidge(penalties: penalties, threshold: PanelConstants.threshold).fit(
                columns: columns, rows: rows, response: places.map(\.response),
                weights: places.map { 1 / (PanelConstants.Growth.calm + $0.sample.roughness[$0.k]) })
        }
        var model = GrowthModel()
        model.coefficients = solution
        model.rows = rows
        return model
    }
}

/// The subjects of an origin that have a growth forecast.
struct GrowthSample: Sendable {
    /// The column that is forecast.
    let column: Int
    /// The place of each subject in the origin's sample.
    let places: [Int]
    /// The series.
    let series: [Int]
    /// The last actuals.
    let last: [Double]
    /// The mean absolute changes of the logarithm.
    let roughness: [Double]
    /// Features, subject after subject.
    let features: [Double]

    /// The subjects of `origin` that have always been above zero and have enough years.
    init(_ panel: SeriesPanel, _ origin: OriginSample) {
        column = origin.column
        var places: [Int] = []
        var roughness: [Double] = []
        var features = [Double](repeating: 0, count: origin.count * GrowthFeature.count)
        panel.withRows { rows in
            features.withUnsafeMutableBufferPointer { features in
                guard let start = features.baseAddress else { return }
                withUnsafeTemporaryAllocation(of: Double.self, capacity: GrowthFeatures.scratch) { scratch in
                    guard let room = scratch.baseAddress else { return }
                    for (k, i) in origin.series.enumerated() {
                        guard
                            let value = GrowthFeatures.compute(
                                rows.row(i, end: origin.column), length: origin.summaries[k].length,
                                out: start + places.count * GrowthFeature.count, scratch: room)
                        else { continue }
                        places.append(k)
                        roughness.append(value)
                    }
                }
            }
        }
        features.removeLast(features.count - places.count * GrowthFeature.count)
        self.places = places
        self.roughness = roughness
        self.features = features
        series = places.map { origin.series[$0] }
        last = places.map { origin.summaries[$0].last }
    }

    /// The forecasts of a model, one for each subject.
    func forecast(_ model: GrowthModel) -> [Double] {
        features.withUnsafeBufferPointer { features in
            guard let start = features.baseAddress else { return [] }
            return last.indices.map { model.value(start + $0 * GrowthFeature.count, last: last[$0]) }
        }
    }
}
