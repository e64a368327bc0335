/// One mention of one measure: the same total stated in three sections is three of these.
///
/// Every mention keeps its printed precision, quote and page, so that mentions can be held against one
/// another.
public struct StatedFigure: Hashable, Sendable, Codable {
    /// What the figure measures.
    public var measure: Measure
    /// What it is measured of, where the measure is one of many: a category (社会保障和就业支出), a project,
    /// a kind of vehicle.
    public var subject: String?
    /// The value as printed.
    public var value: FigureValue
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The sentence the figure was read from.
    public var quote: String
    /// The part of the document the sentence stands in.
    public var section: Section
    /// How sure the reading of a scanned page is, from 0 to 1; `nil` for text.
    public var confidence: Double?
    /// Where the number stands in the document's running text, whose words there say what it is of; `nil` for a cell, of
    /// which its table's head says so.
    public var range: Range<Int>?

    /// Creates a mention.
    public init(
        measure: Measure, subject: String? = nil, value: FigureValue, page: Int? = nil, quote: String = "",
        section: Section = .other, confidence: Double? = nil, range: Range<Int>? = nil
    ) {
        self.measure = measure
        self.subject = subject
        self.value = value
        self.page = page
        self.quote = quote
        self.section = section
        self.confidence = confidence
        self.range = range
    }
}
