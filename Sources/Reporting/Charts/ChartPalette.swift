/// The colours of charts, chosen to stay apart in print and for the colour-blind (after Okabe and Ito, darkened so
/// that each has a contrast of at least 3:1 against white).
enum ChartPalette {
    /// The colours of parts, in order.
    static let parts = [
        "#1f5f8b", "#c2571a", "#2f7d5b", "#8a4f9e", "#a3333d", "#6b6f1d", "#3f4a9c", "#7a5230", "#4f7f8c", "#8c8c8c",
    ]
    /// What was spent.
    static let actual = "#1f5f8b"
    /// What was planned.
    static let budget = "#c2571a"
    /// The year before.
    static let previous = "#93a8b8"
    /// What does not fit.
    static let flagged = "#a3333d"
    /// The range of a forecast.
    static let range = "#9cc3de"

    /// The colour of a part by its position.
    static func part(_ index: Int) -> String {
        parts[index % parts.count]
    }
}
