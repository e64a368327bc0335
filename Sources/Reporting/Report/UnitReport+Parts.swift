import FinalAccounts
import Platform
import Variance

extension UnitReport {
    /// A part of the report, for a page with a frame of its own.
    package struct Part: Sendable {
        /// Its place in the page.
        package let id: String
        package let title: String
        package let body: HTML
    }

    /// What has to be said of the figures before anything else, one sentence each.
    package var banners: [String] { warnings }

    /// The parts that ``html(chartScript:)`` has, in its order; figures are drawings.
    package var parts: [Part] { sections.map { Part(id: $0.id, title: $0.title, body: $0.body) } }
}

extension SpendingSeries {
    /// A drawing of the years with forecasts of what comes after them.
    package func drawing(
        with forecasts: [ForecastRow], language: Language, amounts: AmountStyle, summary: String
    ) -> HTML {
        var report = UnitReport(
            unit: unit, year: observations.last?.year ?? FiscalYear(0), scheme: .china, series: [self],
            language: language,
            amounts: amounts)
        report.forecasts = forecasts
        return HistoryChart(points: report.points(of: self), summary: summary, size: (960, 320)).svg(report.style)
    }

    /// What the years come to, in one sentence; `nil` where they are too few.
    package func story(upTo year: FiscalYear, language: Language, amounts: AmountStyle) -> String? {
        LineStory(self, upTo: year).map { story in
            LineStoryText(language: language) { amounts.text($0) }.sentence(story)
        }
    }
}
