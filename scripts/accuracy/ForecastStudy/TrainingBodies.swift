import Forecasting

/// The small bodies that the shipped model is fitted on.
enum TrainingBodies {
    /// The lines of a body as a panel, in order of code.
    private static func panel(_ source: Panel) -> SeriesPanel {
        let codes = Set(source.lines.map(\.code)).sorted()
        let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let first = source.lines.map(\.year).min() ?? 0
        let last = source.lines.map(\.year).max() ?? 0
        var panel = SeriesPanel(series: codes.count, firstYear: first, years: last - first + 1, hasBudgets: true)
        for line in source.lines {
            guard let i = place[line.code] else { continue }
            if let value = line.actual { panel.setActual(value, series: i, year: line.year) }
            if let value = line.budget { panel.setBudget(value, series: i, year: line.year) }
            if let value = line.adjusted { panel.setAdjusted(value, series: i, year: line.year) }
        }
        return panel
    }

    /// The bodies of the tuning parts of all panels.
    static func tuning(_ panels: StudyPanels) -> [CutBody] {
        let sources = [
            [panels.israel.years(0, 2000)], [panels.navarra.years(0, 2019)], [panels.philadelphia.years(0, 2015)],
            Array(panels.cities.prefix(StudyPanels.tuningCities)),
        ]
        return sources.enumerated().flatMap { number, bodies in
            CutBody.bodies(of: bodies.map(panel), before: Int.max, source: number)
        }
    }
}
