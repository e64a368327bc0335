/// The draft of small bodies: a regression for each length of history, for what a history of two years tells is another
/// thing than what one of five does.
struct StoredDraft: Hashable, Sendable, Codable {
    /// One regression for histories of 1, 2, … years; the last one for longer ones. ``LevelModel/growth`` is what bodies
    /// grew by that had not grown before.
    var models: [LevelModel]
    /// The share of the body's own growth that goes on, one for each model.
    var growthShares: [Double]

    /// The regressions for a body in its state.
    func models(for state: BodyState) -> LengthModels {
        LengthModels(
            models: zip(models, growthShares).map { model, share in
                var copy = model
                copy.growth += share * state.growth
                return copy
            })
    }
}

/// Regressions by length of history.
struct LengthModels: Sendable {
    var models: [LevelModel]

    /// One regression for all lengths.
    init(_ model: LevelModel) { models = [model] }

    init(models: [LevelModel]) { self.models = models }

    /// Whether any of them was fitted.
    var isFitted: Bool { models.contains { $0.rows > 0 } }

    /// The regression for a history of so many years.
    @inline(__always)
    subscript(length: Int) -> LevelModel { models[min(length, models.count) - 1] }

    /// The expected change in sizes.
    @inline(__always)
    func change(_ features: UnsafePointer<Double>, _ summary: HistorySummary) -> Double {
        let place = min(summary.length, models.count) - 1
        return models.withUnsafeBufferPointer { $0[place].change(features, summary) }
    }

    /// The expected values of a sample.
    func forecast(_ sample: OriginSample) -> [Double] {
        sample.features.withUnsafeBufferPointer { features in
            guard let start = features.baseAddress else { return [] }
            return sample.summaries.enumerated().map { k, summary in
                summary.last + summary.size * change(start + k * DraftFeature.count, summary)
            }
        }
    }
}
