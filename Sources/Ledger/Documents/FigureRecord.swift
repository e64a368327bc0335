/// A figure a document states beside its account lines: a total, a share, a number of vehicles.
package struct FigureRecord: Hashable, Sendable {
    /// What is measured, in the spelling of the module that read it.
    package var measure: String
    /// What the measure is of where it has several (a category, a project); empty otherwise.
    package var qualifier: String
    /// The number as digits, exactly as stated.
    package var value: String
    /// What one of the number is: 元, 万元, %, 辆 and the like; empty for a bare number.
    package var unit: String
    /// The page, counted from 1; `nil` where the form has no pages.
    package var page: Int?
    /// The words or cell the figure was read from.
    package var quote: String

    package init(
        measure: String, qualifier: String = "", value: String, unit: String, page: Int? = nil, quote: String = ""
    ) {
        self.measure = measure
        self.qualifier = qualifier
        self.value = value
        self.unit = unit
        self.page = page
        self.quote = quote
    }
}
