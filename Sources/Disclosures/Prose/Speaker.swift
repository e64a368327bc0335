import OfficialForm

/// What a sentence speaks of.
struct Speaker: Hashable, Sendable {
    /// The noun that figures belong to.
    enum Noun: Hashable, Sendable {
        /// Nothing was named yet.
        case none
        /// A measure of the form; the subject names which, where the measure has several.
        case measure(Topic, subject: String?)
        /// Words that are no measure of the form: what follows belongs to them and to nothing else.
        case unknown(String)
    }

    /// Which year a statement is of.
    enum Period: Hashable, Sendable {
        /// The year of the document.
        case own
        /// The year before.
        case previous
        /// Another year: no measure of the form has it.
        case other
    }

    var noun: Noun
    /// Whether the noun was named after the last number: only then does a bare amount state it.
    var isFresh = false
    var period = Period.own
    /// The side that a plain amount states; `nil` for the side of the document.
    var side: Aspect?

    /// The measure, where one is spoken of.
    var measure: (topic: Topic, subject: String?)? {
        // Swift 6.3's optimizer fails ("outside of lifetime") where two inlined looks at the noun meet in one function.
        @inline(never) get {
            switch noun {
            case .measure(let topic, let subject): (topic, subject)
            case .none, .unknown: nil
            }
        }
    }

    var topic: Topic? { measure?.topic }

    var subject: String? { measure?.subject }
}

/// How the nouns of a text are understood.
enum Nouns: Hashable, Sendable {
    /// As measures of the form, which are those of a body.
    case form
    /// By their own words, but for the “三公” costs, which regions state as bodies do.
    case ownWordsButCosts
    /// By their own words.
    case ownWords

    private static let counted: Set<Topic> = [
        .vehiclesHeld, .vehiclesPurchased, .abroadGroups, .abroadVisits, .receptionBatches, .receptionVisitors,
    ]

    /// The measures that keep the form's names where the others go by their own words; `nil` where all keep them.
    var formTopics: Set<Topic>? {
        switch self {
        case .form: nil
        case .ownWordsButCosts: NounPhrase.standsOver.subtracting([.procurement]).union(Self.counted)
        case .ownWords: []
        }
    }
}

/// What the next number of a sentence is expected to state.
enum Expectation: Hashable, Sendable {
    /// A plain amount of the side that is spoken of.
    case statement
    /// An amount of a side that was named: 年初预算为.
    case side(Aspect)
    /// A change, in money or percent: 增加 (1), 减少 (-1).
    case change(Int)
    /// A difference without direction: 差值为.
    case difference
    /// How much of a budget was spent.
    case rate(BudgetBasis)
    /// A share in a whole.
    case share
    /// Part of an explanation.
    case explanation
}

/// What a change is held against.
enum ComparisonBase: Hashable, Sendable {
    case lastYear
    /// The budget of the year itself.
    case ownBudget
    /// The budget of the year before.
    case lastYearsBudget
    /// Another year, or last year's figure counted anew: no measure of the form.
    case other
}
