import FinalAccounts
import Interchange
import Platform

/// What the year's spending is made of: funds, categories and subjects as areas, with the same as a table.
struct CompositionSection {
    let report: UnitReport

    private static let id = "composition-areas"

    private var chart: TreemapChart {
        TreemapChart(funds: report.composition, summary: report.text(.composition))
    }

    var section: ReportPage.Section? {
        guard !report.composition.isEmpty else { return nil }
        return ReportPage.Section(
            id: "composition", title: report.text(.composition),
            body: """
                <figure id="\(Self.id)" class="wide tall"><figcaption>\(report.text(.compositionHint))</figcaption>
                <div class="scroll" tabindex="0" role="region" aria-label="\(report.text(.composition))">\
                \(chart.svg(report.style))</div>
                <details class="printless"><summary class="note">\(report.text(.figuresAsTable))</summary>\
                \(report.tables.html(table))</details></figure>
                """)
    }

    var options: [String: JSONValue] {
        guard !report.composition.isEmpty else { return [:] }
        return chart.option(report.style).map { [Self.id: $0] } ?? [:]
    }

    private var table: ReportTable {
        let rows = report.composition.flatMap { fund in
            fund.parts.flatMap { category in
                (category.parts.isEmpty ? [category] : category.parts).map { item -> [ReportCell] in
                    [.text(fund.label), .text(category.label), .text(item.label), .amount(item.amount)]
                }
            }
        }
        return ReportTable(
            name: "composition", title: report.text(.composition),
            columns: [
                ReportColumn("fund", title: report.text(.fund)),
                ReportColumn("category", title: report.text(.category)),
                ReportColumn("subject", title: report.text(.subject)),
                ReportColumn("actual", title: report.text(Bilingual.actualOf(report.year.number)), kind: .amount),
            ], rows: rows)
    }
}
