import FinalAccounts
import Interchange

/// The four figures of the disclosure: changes of totals, structure of income and of expenditure, fiscal appropriation.
struct FiguresSection {
    let report: UnitReport

    private struct Figure {
        let id: String
        let title: String
        let chart: any Chart
        let key: HTML
        let table: ReportTable
    }

    var section: ReportPage.Section? {
        let drawn = figures
        guard !drawn.isEmpty else { return nil }
        let body = drawn.map { figure -> HTML in
            """
            <figure id="\(figure.id)"><figcaption>\(figure.title)</figcaption>\(figure.key)
            \(figure.chart.svg(report.style))
            <details class="printless"><summary class="note">\(report.text(.figuresAsTable))</summary>
            \(report.tables.html(figure.table))</details></figure>

            """
        }
        return ReportPage.Section(
            id: "figures", title: report.text(.fourFigures), body: "<div class=\"pair\">\(body)</div>")
    }

    var options: [String: JSONValue] {
        Dictionary(
            figures.compactMap { figure in figure.chart.option(report.style).map { (figure.id, $0) } }
        ) { first, _ in first }
    }

    private var figures: [Figure] {
        let given = report.figures
        let totals = given.totals.isEmpty ? seriesTotals : given.totals
        let expenditure = given.expenditure.isEmpty ? seriesParts : given.expenditure
        return [
            change("figure-1", report.text(.figureTotals), totals),
            structure("figure-2", report.text(.figureIncome), given.income),
            structure("figure-3", report.text(.figureExpenditure), expenditure),
            change("figure-4", report.text(.figureAppropriation), given.appropriation),
        ].compactMap { $0 }
    }

    /// Spending of the two years, where the document's own totals are not at hand.
    private var seriesTotals: [DisclosureFigures.Total] {
        guard let total = report.total, let current = total.actual(in: report.year) else { return [] }
        return [
            DisclosureFigures.Total(
                label: report.text(.expenditure), previous: total.actual(in: report.year.previous), current: current)
        ]
    }

    /// Spending by category, where basic and project expenditure are not at hand.
    private var seriesParts: [DisclosureFigures.Part] {
        report.series.filter { $0.subject.level == .category }.compactMap { one in
            one.actual(in: report.year).map { DisclosureFigures.Part(label: report.name(of: one.subject), amount: $0) }
        }
    }

    private func change(_ id: String, _ title: String, _ totals: [DisclosureFigures.Total]) -> Figure? {
        guard totals.contains(where: { $0.current != nil }) else { return nil }
        let (before, now) = (report.year.previous, report.year)
        let table = ReportTable(
            name: id, title: title,
            columns: [
                ReportColumn("total", title: report.text(.item)),
                ReportColumn("previous", title: before.description, kind: .amount),
                ReportColumn("current", title: now.description, kind: .amount),
                ReportColumn("change", title: report.text(.change), kind: .amount),
                ReportColumn("percentage", title: report.text(.changeRate), kind: .number),
            ],
            rows: totals.map { total in
                let change = total.previous.flatMap { previous in
                    total.current.flatMap { try? $0.subtracting(previous) }
                }
                let rate = change.flatMap { change in
                    total.previous.flatMap { StatedPercentage(of: change, in: $0.magnitude) }
                }
                return [
                    .text(total.label), .amount(ifStated: total.previous), .amount(ifStated: total.current),
                    .amount(ifStated: change), .percentage(ifStated: rate),
                ]
            })
        let chart = ChangeChart(
            pairs: totals.map { ChangeChart.Pair(label: $0.label, previous: $0.previous, current: $0.current) },
            previousYear: before, currentYear: now, summary: title)
        let key: HTML = """
            <p class="key"><span><i class="p"></i>\(before.description)</span>\
            <span><i class="c"></i>\(now.description)</span></p>
            """
        return Figure(id: id, title: title, chart: chart, key: key, table: table)
    }

    private func structure(_ id: String, _ title: String, _ parts: [DisclosureFigures.Part]) -> Figure? {
        let positive = parts.filter { $0.amount > .zero }
        guard !positive.isEmpty, let whole = try? Amount.sum(positive.map(\.amount)) else { return nil }
        let table = ReportTable(
            name: id, title: title,
            columns: [
                ReportColumn("part", title: report.text(.item)),
                ReportColumn("amount", title: report.text(.amount), kind: .amount),
                ReportColumn("share", title: report.text(.share), kind: .number),
            ],
            rows: parts.map { part in
                [
                    .text(part.label), .amount(part.amount),
                    .percentage(ifStated: StatedPercentage(of: part.amount, in: whole)),
                ]
            })
        let chart = StructureChart(
            parts: positive.map { StructureChart.Part(label: $0.label, amount: $0.amount) }, summary: title,
            others: report.text(.otherSubjects))
        return Figure(id: id, title: title, chart: chart, key: chart.key(report.style), table: table)
    }
}
