/// Something a reader of a series has to know about how it came to be.
public enum SeriesNote: Hashable, Sendable, Codable {
    /// Years under another code or name were joined to this subject by the crosswalk.
    case joined(from: String, years: ClosedRange<Int>)
    /// Lines of several funds or rows for one year were added up.
    case addedUp(year: Int, lines: Int)
    /// Only some of the lines that a sum is made of state an actual.
    case incomplete(year: Int, stated: Int, of: Int)
    /// Part of this subject's figures moved in or out with a subject below it that changed its code.
    case restated(moved: String, to: String, years: ClosedRange<Int>)
    /// The subject was split into several from that year on; its later years stand there and are not joined.
    case divided(into: [String], from: Int)
}
