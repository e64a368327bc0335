/// The numbers of the panel regressions that are not learned from the panel at hand.
///
/// All were chosen on the state budget of Israel (`Data/israel`, about 1,280 subjects a year), by the summed absolute error
/// of target years up to 2000 with `scripts/accuracy/forecast.sh`; 2001 to 2003 were looked at once, afterwards. The
/// penalties are learned again from a panel's own origins, as multiples out of ``strengths``.
enum PanelConstants {
    /// The threshold of Huber's loss, in sizes, or in logarithms for the regression of growth.
    static let threshold = 0.1
    /// Factors on all penalties that past origins choose among.
    static let strengths = [0.3, 1, 3]
    /// The rows from which on penalties count as given; with fewer they grow, for coefficients are noise there.
    static let rowsForPenalty = 2000.0
    /// The penalty of growth columns relative to that of features: they are hardly shrunk.
    static let growthPenalty = 0.02
    /// The growth of the newest year counts 1, of the year before 0.4, and so on.
    static let growthMemory = 0.4

    /// The draft: the regression of sizes without the year's budget.
    enum Draft {
        /// What a year counts, of the next.
        static let discount = 0.9
        /// The share of past growth that is carried on.
        static let growthDamping = 0.6
        /// The three regressions whose mean is the draft.
        static let ensemble = [
            LevelVariant(
                features: DraftFeature.core, penalty: 300, threshold: threshold, sizePower: 0.5, slopeShare: 0.25,
                onlyBudgeted: true),
            LevelVariant(
                features: DraftFeature.core, penalty: 100, threshold: threshold, sizePower: 0.5, slopeShare: 0.25,
                onlyBudgeted: true),
            LevelVariant(
                features: DraftFeature.allCases, penalty: 500, threshold: threshold, sizePower: 0.6, slopeShare: 0,
                onlyBudgeted: false),
        ]
        /// The yearly change of a subject too young to tell, in sizes.
        static let roughness = 0.3
        /// The variance of a slope's residuals that is added, in squared sizes, so that few years are no proof.
        static let slopeNoise = 0.01
        /// What a year counts, of the next, in the recent slope.
        static let slopeMemory = 0.7
        /// The share of the slope that drift goes on with where it is held against the last value.
        static let driftShare = 0.75
        /// What a year counts, of the next, where drift is held against the last value.
        static let driftMemory = 0.8
    }

    /// The growth member: the regression of logarithms.
    enum Growth {
        /// λ of each feature.
        static let penalty = 100.0
        /// The mean absolute change that is added to a subject's own, in weights.
        static let calm = 0.02
    }

    /// The outlook: the regression with the year's budget.
    enum Outlook {
        /// What a year counts, of the next.
        static let discount = 0.8
        /// The share of past growth that is carried on.
        static let growthDamping = 0.7
        /// The power of the size in the weights.
        static let sizePower = 0.5
        /// The three regressions whose mean is the outlook: a linear one, and two on cosines of their own.
        static let ensemble = [
            OutlookVariant(draftFeatures: DraftFeature.core, cosines: 0..<0, penalty: 60, iterationLimit: 25),
            OutlookVariant(draftFeatures: [], cosines: 0..<100, penalty: 100, iterationLimit: 10),
            OutlookVariant(draftFeatures: [], cosines: 100..<200, penalty: 100, iterationLimit: 10),
        ]
        /// The width of the cosines' kernel, as the scale of their directions.
        static let bandwidth = 0.3
        /// The error that budget and last value are each taken to have had besides, in sizes.
        static let priorError = 0.15
        /// What a year counts, of the next, in past errors and habits of a budget.
        static let memory = 0.8
    }

    /// The fewest past changes a panel learns a regression of its own from; smaller ones use the shipped model.
    static let leastRows = 120
    /// The same where a stored model is at hand: it is hard to beat with fewer.
    static let leastRowsBesideStored = 600
    /// The fewest origins that say which members to trust; with fewer the panel regression answers alone.
    static let leastOrigins = 3
}
