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
    /// What was said in words of what was spoken of.
    var remarks: [PlacedRemark] = []
    /// The parts of a subject line that were stated.
    var parts: [LinePart] = []
    /// Percentages inside an explanation: part of its words.
    var explained: [NumberToken] = []
    /// Amounts and percentages that fit no measure.
    var leftovers: [NumberToken] = []
}

/// A part of a subject line: 其中：基本支出60万元.
struct LinePart: Hashable, Sendable {
    var topic: Topic
    var amount: StatedAmount
    var range: Range<Int>
}

/// Words that were said of a measure.
struct PlacedRemark: Hashable, Sendable {
    var kind: Remark.Kind
    var topic: Topic
    var subject: String?
    var range: Range<Int>
}
