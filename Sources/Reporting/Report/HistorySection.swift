import FinalAccounts
import Interchange

/// The years: the total with its forecast and range, all categories stacked, and each large category by itself.
struct HistorySection {
    let report: UnitReport

    /// How many categories get a colour of their own; the others are one part.
    private static let layerCount = 9
    /// How many categories get a drawing of their own.
    private static let drawingCount = 9

    /// Up to how many categories the table of figures stands open.
    private static let unfoldedCount = 24

    private static let totalID = "history-total"
    private static let categoriesID = "history-categories"
    private static let tableID = "history-figures"

    private var years: [FiscalYear] {
        let observed =
            report.total?.observations.filter { $0.actual != nil && $0.year <= report.year }.map(\.year) ?? []
        return Set(observed + report.forecasts(of: Subject.total.key).map(\.targetYear)).sorted()
    }

    /// The widest classes, the largest in the report's year (or its forecast) first.
    private var categories: [SpendingSeries] {
        report.series.filter { $0.subject.level == .category }.sorted { left, right in
            let (first, second) = (size(left), size(right))
            return first == second ? left.subject.key < right.subject.key : first > second
        }
    }

    private func size(_ series: SpendingSeries) -> Amount {
        series.observations.compactMap(\.actual).max() ?? .zero
    }

    var section: ReportPage.Section? {
        guard years.count > 1, let total = report.total else { return nil }
        let chart = totalChart(total)
        let drawings = categories.prefix(Self.drawingCount).map { series -> HTML in
            let title = report.name(of: series.subject)
            let drawing = HistoryChart(
                points: report.points(of: series), summary: title, size: (300, 170), isSmall: true)
            return "<figure><figcaption dir=\"auto\">\(title)</figcaption>\(drawing.svg(report.style))</figure>\n"
        }
        let body: HTML = """
            \(key)
            <figure id="\(Self.totalID)" class="wide" data-table="\(Self.tableID)">\
            <figcaption>\(report.text(.historyTotal))</figcaption>
            \(scrolling(chart.svg(report.style), report.text(.historyTotal)))</figure>
            <figure id="\(Self.categoriesID)" class="wide gap" data-table="\(Self.tableID)">\
            <figcaption>\(report.text(.historyCategories))</figcaption>\(stackedChart.key)
            \(scrolling(stackedChart.svg(report.style), report.text(.historyCategories)))</figure>
            <div class="many">\(drawings)</div>
            <div id="\(Self.tableID)">\(categoryTable)</div>
            """
        return ReportPage.Section(id: "history", title: report.text(.history), body: body)
    }

    /// A drawing that is as wide as it has to be, in a box that scrolls by the keyboard too.
    private func scrolling(_ drawing: HTML, _ name: String) -> HTML {
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\">\(drawing)</div>"
    }

    /// The figures behind the drawings; folded away where they are many.
    private var categoryTable: HTML {
        let table = report.tables.html(CategoryYearsTable(report: report, categories: categories, years: years).table)
        guard categories.count > Self.unfoldedCount else { return table }
        return "<details><summary class=\"note\">\(report.text(.figuresAsTable))</summary>\(table)</details>"
    }

    var options: [String: JSONValue] {
        guard years.count > 1, let total = report.total else { return [:] }
        var options: [String: JSONValue] = [:]
        options[Self.totalID] = totalChart(total).option(report.style)
        options[Self.categoriesID] = stackedChart.option(report.style)
        return options
    }

    private var key: HTML {
        let synthetic: HTML =
            report.syntheticYears.isEmpty ? .empty : "<span><i class=\"s\"></i>\(report.text(.synthetic))</span>"
        return """
            <p class="key"><span><i class="l"></i>\(report.text(.actual))</span>\
            <span><i class="b"></i>\(report.text(.initialBudget))</span>\
            <span><i class="f"></i>\(report.text(.forecast))</span><span><i class="r"></i>\(report.text(.range80))</span>\
            <span><i class="q"></i>\(report.text(.range95))</span>\(synthetic)</p>
            """
    }

    private func totalChart(_ total: SpendingSeries) -> HistoryChart {
        HistoryChart(points: report.points(of: total), summary: report.text(.historyTotal), size: (960, 320))
    }

    private var stackedChart: StackedChart {
        let large = categories.prefix(Self.layerCount)
        let others = categories.dropFirst(Self.layerCount)
        var layers = large.map { series in
            StackedChart.Layer(
                label: report.name(of: series.subject), amounts: years.map { amount(of: series, in: $0) })
        }
        if !others.isEmpty {
            let sums = years.map { year -> Amount? in
                let given = others.compactMap { amount(of: $0, in: year) }
                return given.isEmpty ? nil : try? Amount.sum(given)
            }
            layers.append(StackedChart.Layer(label: report.text(.otherSubjects), amounts: sums))
        }
        return StackedChart(
            years: years, firstForecastYear: years.first { $0 > report.year },
            layers: layers, summary: report.text(.historyCategories))
    }

    private func amount(of series: SpendingSeries, in year: FiscalYear) -> Amount? {
        if year <= report.year { return series.actual(in: year) }
        return report.forecasts(of: series.subject.key).first { $0.targetYear == year }?.forecast
    }
}
