import FinalAccounts
import Interchange
import Platform
import Variance

/// One anomaly on the page: the question, the drawing that shows it, the years as a table.
struct AnomalyCase {
    let listing: AnomalyListing
    let anomaly: Anomaly
    let question: ReportQuestion
    let rank: Int
    /// What was forecast before the year.
    let forecast: ForecastRow?

    /// The place of the case on the page.
    var id: String { "anomaly-\(rank)" }
    /// The place of its drawing.
    var figureID: String { id + "-years" }

    private var style: ChartStyle { ChartStyle(language: listing.language, amounts: listing.amounts) }

    /// The drawing: actuals, budgets, the range forecast before the year, the year that does not fit in red.
    var chart: HistoryChart {
        HistoryChart(
            points: years.map(point),
            summary: ([listing.name(of: anomaly.subject)] + question.flags.map(\.sentence)).joined(separator: " · "),
            size: (480, 240))
    }

    /// The years with a figure; a subject that ended stands at nothing in the year under review.
    private var years: [Observation] {
        let known = anomaly.years.filter { $0.actual != nil || $0.initialBudget.amount != nil }
        guard anomaly.observation?.actual == nil, anomaly.flag(.ended) != nil else { return known }
        let reviewed = Observation(
            year: anomaly.year, initialBudget: anomaly.observation?.initialBudget ?? .notStated, actual: .zero)
        return known.filter { $0.year < anomaly.year } + [reviewed]
    }

    private func point(_ year: Observation) -> HistoryPoint {
        let isReviewed = year.year == anomaly.year
        return HistoryPoint(
            year: year.year, actual: year.actual, budget: year.initialBudget.amount,
            forecast: isReviewed ? forecast.map(ForecastRange.init) : nil, isSynthetic: year.origin == .synthetic,
            isFlagged: isReviewed)
    }

    /// The option of the live figure.
    var option: JSONValue? { chart.option(style) }

    /// The list item.
    var html: HTML {
        let tables = HTMLTable(renderer: listing.renderer)
        let unit: HTML =
            listing.units.count > 1 ? "<p class=\"path\" dir=\"auto\">\(anomaly.unit.name)</p>" : .empty
        return """
            <li id="\(id)"><div class="case"><div>\(unit)\(QuestionText(language: listing.language).html(question))\
            \(forecastLine)</div>
            <figure id="\(figureID)" data-table="\(id)">\(chart.svg(style))</figure>
            <details><summary class="note">\(listing.text(.yearSheet))</summary>\
            \(tables.html(AnomalyYearsTable.table(of: anomaly, in: listing)))</details></div></li>

            """
    }

    private var forecastLine: HTML {
        guard let forecast else { return .empty }
        let range = forecast.range95.map {
            listing.text(
                Bilingual.aside(
                    listing.text(.range95) + " " + listing.amounts.text($0.lowerBound) + " – "
                        + listing.amounts.text($0.upperBound)))
        }
        let model = ModelLabel(language: listing.language).text(forecast.model)
        return """
            <p class="note">\(listing.text(.priorForecast)) \
            \(listing.amounts.textWithUnit(forecast.forecast, in: listing.language))\(range ?? "") · \(model)</p>
            """
    }
}
