import FinalAccounts
import OfficialForm

/// A number of a sentence and what it was found to state.
struct Mention: Hashable, Sendable {
    var topic: Topic
    var subject: String?
    var aspect: Aspect
    var value: FigureValue
    /// Where the number stands.
    var range: Range<Int>
}

/// What reading a stretch of text came to.
struct PlacedNumbers: Sendable {
    var mentions: [Mention] = []
    /// Amounts and percentages that fit no measure.
    var leftovers: [NumberToken] = []
}
