/// What a dictionary makes of a subject that a document names.
public enum SubjectResolution: Hashable, Sendable {
    /// The code is in the dictionary, or the names stand there word for word and are valid in the year.
    case exact(SubjectEntry)
    /// One subject fits after the spelling is evened out (支出 at the end, brackets, blanks), or by a name it
    /// carried in other years.
    case normalised(SubjectEntry)
    /// Several subjects fit, in order of code; the document has to say more, as a rule the parents.
    case ambiguous([SubjectEntry])
    /// No subject of that name stands under those parents.
    case unknown

    /// The subject, where there is exactly one.
    public var entry: SubjectEntry? {
        switch self {
        case .exact(let entry), .normalised(let entry): entry
        case .ambiguous, .unknown: nil
        }
    }
}
