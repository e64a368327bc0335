/// A made-up disclosure of nine tables: a page to print and what should be read of it.
public struct SyntheticForm {
    /// The page as HTML with print styles.
    public let html: String
    /// `kind,side,code,label,role,amount in 万元` for every printed amount.
    public let expected: Set<String>
    /// The body.
    public let unit: String
    /// The year.
    public let year: Int
    /// The layout in words, for looking at faults.
    public let layout: String

    /// Draws a form; the same seed gives the same form.
    public init(seed: UInt64, names: SubjectNames) {
        var generator = SeededGenerator(seed: seed)
        let layout = FormLayout(&generator)
        let figures = FormFigures(&generator, names: names)
        let maker = FormMaker(figures, layout, names: names)
        let page = FormPage(figures: figures, layout: layout, tables: maker.tables)
        html = page.html
        expected = Set(maker.tables.flatMap(\.expected))
        unit = figures.unit
        year = figures.year
        self.layout = "\(layout)"
    }
}
