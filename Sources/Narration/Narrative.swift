import OfficialForm

/// An explanatory text and what of the figures it does not hold.
package struct Narrative: Hashable, Sendable {
    /// The text, one paragraph a line.
    package var text: String
    /// Figures for which the form has no place; empty when the text says everything.
    package var unwritten: [StatedFigure] = []
}
