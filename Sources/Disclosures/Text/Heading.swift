import OfficialForm

/// A numbered heading of a document.
public struct Heading: Hashable, Sendable, Codable {
    /// How deep a heading stands: 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    public var level: Int
    /// The heading's number, where it is one.
    public var number: Int
    /// The words after the number.
    public var title: String
    /// The part of the official form it opens.
    public var section: Section
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
}
