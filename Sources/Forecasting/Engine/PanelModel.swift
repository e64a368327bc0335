/// A fitted model as it is stored under `Models/`: coefficients of the panel regressions for each year ahead, weights of
/// the combination and conformal tables, with a card that says what it was fitted on and how well it did.
public struct PanelModel: Hashable, Sendable, Codable {
    /// The version of the format this program reads.
    public static let formatVersion = 1

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
    public var version = PanelModel.formatVersion
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

    /// The model that comes with the program.
    public static let shipped: PanelModel? = nil
}
