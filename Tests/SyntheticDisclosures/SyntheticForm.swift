import SeededNumbers

/// A made-up disclosure of nine tables: a page to print and what should be read of it.
package struct SyntheticForm {
    /// The page as HTML with print styles.
    package let html: String
    /// `kind,side,code,label,role,amount in 万元` for every printed amount.
    package let expected: Set<String>
    /// The body.
    package let unit: String
    /// The year.
    package let year: Int
    /// The layout in words, for looking at faults.
    package let layout: String
    /// Whether the tables have rules.
    package let isRuled: Bool
    /// What the tables are, in their order.
    package let kinds: [String]
    /// The tables, for files other than a printed page.
    package let sheets: [FormSheet]

    /// Draws a form; the same seed gives the same form.
    package init(seed: UInt64, names: SubjectNames) {
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
