import OfficialForm

/// An explanatory text and what of the figures it does not hold.
public struct Narrative: Hashable, Sendable {
    /// The text, one paragraph a line.
    public var text: String
    /// Figures for which the form has no place; empty when the text says everything.
    public var unwritten: [StatedFigure]

    /// Creates a narrative.
    public init(text: String, unwritten: [StatedFigure] = []) {
        self.text = text
        self.unwritten = unwritten
    }
}
