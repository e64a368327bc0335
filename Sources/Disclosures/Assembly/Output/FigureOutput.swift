import OfficialForm

/// One stated figure of the output of `read`.
public struct FigureOutput: Encodable, Sendable {
    /// What it measures: `topic.aspect`.
    public var measure: String
    /// What it is measured of, where the measure is one of many.
    public var subject: String?
    /// The value as a decimal string: yuan, percent, points or a number of things.
    public var value: String
    /// What the value counts: `yuan`, `percent`, `points`, or the counting word of the document.
    public var unit: String
    /// The page.
    public var page: Int?
    /// The sentence.
    public var quote: String
    /// How sure the reading of a scanned page is.
    public var confidence: Double?

    /// Creates the output for one figure.
    public init(_ figure: StatedFigure) {
        measure = figure.measure.name
        subject = figure.subject
        value = figure.value.text
        unit = figure.value.unitName
        page = figure.page
        quote = figure.quote
        confidence = figure.confidence
    }
}
