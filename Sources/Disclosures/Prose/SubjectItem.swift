/// A numbered item of the explanation: a subject and the words about it.
struct SubjectItem: Sendable {
    var mention: SubjectMention
    /// From behind the subject's name to the next item.
    var body: Range<Int>

    /// The whole item.
    var range: Range<Int> { mention.range.lowerBound..<body.upperBound }
}
