import SeededNumbers

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
    /// Whether the tables have rules.
    public let isRuled: Bool
    /// What the tables are, in their order.
    public let kinds: [String]
    /// The tables, for files other than a printed page.
    public let sheets: [FormSheet]

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
        isRuled = layout.borders
        kinds = maker.tables.map(\.kind)
        sheets = maker.tables.map {
            FormSheet($0, unit: layout.isYuan ? "元" : "万元", mark: layout.hasMark ? $0.mark : "")
        }
    }
}
