/// A fitted model as it is stored under `Models/`: coefficients of the panel regressions for each year ahead, weights of
/// the combination and conformal tables, with a card that says what it was fitted on and how well it did.
///
/// It stands in where a panel is too small to be fitted (``PanelOptions/shipped``). The JSON form is that of `Codable`;
/// ``check()`` is to be called on what has been read.
public struct StoredPanelModel: Hashable, Sendable, Codable {
    /// The version of the format this program reads.
    public static let formatVersion = 2

    /// What a fitted model is, for people.
    public struct Card: Hashable, Sendable, Codable {
        /// The model's name, for example `national-budget`.
        public var name: String
        /// What it was fitted on.
        public var fittedOn: String
        /// The years of the actuals it has seen.
        public var years: String
        /// The command that made it.
        public var command: String
        /// Measured accuracy, measure by measure.
        public var accuracy: [String: Double]
        /// What it is for and what it is not for.
        public var use: String

        /// A card from its parts.
        public init(
            name: String, fittedOn: String, years: String, command: String, accuracy: [String: Double], use: String
        ) {
            self.name = name
            self.fittedOn = fittedOn
            self.years = years
            self.command = command
            self.accuracy = accuracy
            self.use = use
        }
    }

    /// The version of the format.
    public var version = StoredPanelModel.formatVersion
    /// What the model is.
    public var card: Card
    /// The regression in sizes for one, two, … years ahead.
    var levels: [LevelModel]
    /// The regression of the outlook.
    var outlook: OutlookModel
    /// The weights of the combination.
    var weights: CombinationWeights
    /// Errors of the draft for one, two, … years ahead.
    var draftErrors: [ConformalTable]
    /// Errors of the outlook.
    var outlookErrors: ConformalTable

    /// How many years ahead the model has regressions for.
    public var horizon: Int { levels.count }
}

extension StoredPanelModel {
    /// The most errors stored for a group.
    private static let storedErrors = 40

    /// Fits a model on the years before `target`, to be stored.
    ///
    /// The growth that all subjects of the panel had in common is left out: it belongs to that body and those years.
    ///
    /// - Throws: ``ForecastError``; `unreadableModel` for a panel that is too small.
    static func fit(
        _ panel: SeriesPanel, target: Int, horizon: Int, card: Card
    ) throws(ForecastError) -> StoredPanelModel {
        let training = try PanelTraining(
            panel.aligningBudgetSigns(), column: target - panel.firstYear, horizon: horizon,
            mode: panel.hasBudgets ? .outlook : .draft, options: PanelOptions(shipped: nil))
        guard !training.usesShippedModel else {
            throw .unreadableModel(
                "the panel has \(training.levels.first?.rows ?? 0) past changes, "
                    + "\(PanelConstants.leastRows) are needed to fit one")
        }
        func withoutGrowth(_ model: LevelModel) -> LevelModel {
            var copy = model
            copy.growth = 0
            return copy
        }
        var outlook = training.outlook ?? OutlookModel()
        outlook.growth = 0
        let column = target - panel.firstYear
        let outlookErrors = ConformalTable(
            training.outlookResiduals, before: column, prior: .typical(scaledBy: 0.8))
        return StoredPanelModel(
            card: card, levels: training.levels.map(withoutGrowth), outlook: outlook, weights: training.weights,
            draftErrors: training.draftResiduals.enumerated().map { place, residuals in
                let prior = ConformalTable.Group.typical(scaledBy: Double(place + 1).squareRoot())
                return ConformalTable(residuals, before: column - place, prior: prior)
                    .thinned(points: storedErrors)
            }, outlookErrors: outlookErrors.thinned(points: storedErrors))
    }

    /// Makes sure that a model that was read from a file is one this program can use.
    ///
    /// - Throws: ``ForecastError/unreadableModel(_:)`` with what is wrong.
    public func check() throws(ForecastError) {
        guard version == Self.formatVersion else {
            throw .unreadableModel("format version \(version), this program reads \(Self.formatVersion)")
        }
        func demand(_ numbers: [Double], count: Int, _ what: String) throws(ForecastError) {
            guard numbers.count == count, numbers.allSatisfy(\.isFinite) else {
                throw .unreadableModel("\(what): \(numbers.count) finite numbers are not \(count)")
            }
        }
        guard !levels.isEmpty, levels.count == draftErrors.count else {
            throw .unreadableModel("\(levels.count) regressions for \(draftErrors.count) tables of errors")
        }
        for level in levels {
            try demand(level.coefficients, count: DraftFeature.count, "coefficients")
            try demand([level.slopeShare, level.growth], count: 2, "slope and growth")
        }
        try demand(outlook.budgetCoefficients, count: BudgetFeature.count, "budget coefficients")
        try demand(outlook.draftCoefficients, count: DraftFeature.count, "draft coefficients of the outlook")
        try demand(outlook.cosineCoefficients, count: CosineBasis.count, "cosine coefficients")
        try demand([outlook.growth], count: 1, "growth of the outlook")
        try demand(weights.values, count: Member.allCases.count, "weights")
        for table in draftErrors + [outlookErrors] {
            guard table.kinds.count == 2, table.kinds.allSatisfy(\.isUsable) else {
                throw .unreadableModel("a table of errors is incomplete")
            }
        }
    }
}

extension ConformalTable.Kind {
    /// Whether groups and edges fit together and all numbers are finite.
    fileprivate var isUsable: Bool {
        groups.count == edges.count + 1
            && groups.allSatisfy { group in
                !group.ratios.isEmpty && group.ratios.count == group.shares.count
                    && (group.ratios + group.shares).allSatisfy(\.isFinite)
            }
    }
}
