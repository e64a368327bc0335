/// The colours of charts, chosen to stay apart in print and for the colour-blind (after Okabe and Ito, darkened so
/// that each has a contrast of at least 3:1 against white).
///
/// Figures of a page name the custom properties that its style sheet has for both schemes (``ReportStyleSheet``); a drawing that is a
/// file of its own has the colours themselves.
enum ChartPalette {
    /// The colours of parts on light ground, in order.
    static let parts = [
        "#1f5f8b", "#c2571a", "#2f7d5b", "#8a4f9e", "#a3333d", "#6b6f1d", "#3f4a9c", "#7a5230", "#4f7f8c", "#8c8c8c",
    ]
    /// What was spent.
    static let actual = "--accent"
    /// What was planned.
    static let budget = "--budget"
    /// The year before.
    static let previous = "--previous"
    /// What does not fit.
    static let flagged = "--serious"
    /// The 80% range of a forecast.
    static let range = "--range"
    /// The 95% range.
    static let wideRange = "--range-wide"
    /// Letters beside a figure.
    static let letters = "--ink"
    /// Labels of axes.
    static let soft = "--soft"
    /// Lines of a grid.
    static let line = "--line"

    /// The colour of a part by its position, for a file of its own.
    static func part(_ index: Int) -> String { parts[index % parts.count] }

    /// The class of a part in a page.
    static func name(_ index: Int) -> String { "c\(index % parts.count)" }

    /// The property that holds a part's colour.
    static func property(_ index: Int) -> String { "--" + name(index) }

    /// The property that holds a part's tint, on which letters can be read.
    static func tint(_ index: Int) -> String { "--t\(index % parts.count)" }
}
