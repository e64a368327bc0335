import FinalAccounts
import Platform
import Variance

/// All subjects as a tree that opens level by level, down to the years of one subject; it needs no script.
struct SubjectTreeSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        let series = report.series.sorted { $0.subject.key < $1.subject.key }
        guard let root = series.first, root.subject.level == .total else { return nil }
        let tree = SubjectTree(listing: series, scheme: report.scheme)
        let nodes = tree.children[0].map { node($0, of: series, in: tree) }
        return ReportPage.Section(
            id: "subjects", title: report.text(.subjects),
            body: """
                <p class="note printless">\(report.text(.treeHint))</p>
                <div class="tree">\(head)<div class="d0">\(row(root, opens: false))</div>\(nodes)</div>
                <div class="printed">\(report.tables.html(printed(series)))</div>
                """)
    }

    /// The rows of the tree as a table, which paper shows in its place, with its heads on each page.
    private func printed(_ series: [SpendingSeries]) -> ReportTable {
        var columns = [ReportColumn("subject", title: report.text(.subject))]
        columns += zip(["budget", "actual", "rate", "change", "forecast"], columnTitles).map {
            ReportColumn($0, title: $1, kind: .number)
        }
        columns.append(ReportColumn("range", title: report.text(.range80), kind: .number))
        return ReportTable(
            name: "printed", title: report.text(.subjects), columns: columns,
            rows: series.map { one in
                let now = one.observation(in: report.year)
                let next = report.nextForecasts[one.subject.key]
                let indent = String(repeating: "\u{3000}", count: max(0, one.subject.level.depth - 1))
                let code = one.subject.code.map { $0 + " " } ?? ""
                return [
                    .text(indent + code + report.name(of: one.subject)), .text(budget(now)),
                    .text(now?.actual.map(report.amounts.text) ?? ""), .text(now?.executionRate?.text ?? ""),
                    .text(change(of: one)), .text(next.map { report.amounts.text($0.forecast) } ?? ""),
                    .text(next.flatMap(report.range80Text) ?? ""),
                ]
            })
    }

    private var columnTitles: [String] {
        [
            report.text(.initialBudget), report.text(Bilingual.actualOf(report.year.number)),
            report.text(.executionRate),
            report.text(.changeOnYear), forecastTitle,
        ]
    }

    private var forecastTitle: String {
        guard let year = report.nextForecasts.values.map(\.targetYear).min() else { return report.text(.forecast) }
        return report.text(Bilingual.forecastFor(year.number))
    }

    private var head: HTML {
        let cells = columnTitles.map { title -> HTML in "<span class=\"n\">\(title)</span>" }
        return "<div class=\"row head\" aria-hidden=\"true\"><span>\(report.text(.subject))</span>\(cells)</div>\n"
    }

    private func node(_ index: Int, of all: [SpendingSeries], in tree: SubjectTree) -> HTML {
        let series = all[index]
        let children = tree.children[index]
        let inner = children.isEmpty ? card(series) : HTML.joined(children.map { node($0, of: all, in: tree) })
        let depth = min(4, max(1, series.subject.level.depth))
        return "<details class=\"d\(depth)\"><summary>\(row(series, opens: true))</summary>\(inner)</details>\n"
    }

    private func row(_ series: SpendingSeries, opens: Bool) -> HTML {
        let now = series.observation(in: report.year)
        let change = change(of: series)
        let titles = columnTitles
        let code: HTML = series.subject.code.map { "<small>\($0)</small>" } ?? .empty
        let cells: [HTML] = [
            HTML.escaped(budget(now)), HTML.escaped(now?.actual.map(report.amounts.text) ?? ""),
            HTML.escaped(now?.executionRate?.text ?? ""), HTML.escaped(change), forecast(series),
        ]
        let values = zip(titles, cells).map { title, cell -> HTML in
            "<span class=\"n\" data-label=\"\(title)\">\(cell)</span>"
        }
        return """
            <div class="row"><span class="name" dir="auto">\(report.name(of: series.subject))\(code)</span>\
            \(values)</div>
            """
    }

    private func budget(_ observation: Observation?) -> String {
        switch observation?.initialBudget {
        case .stated(let amount): report.amounts.text(amount)
        case .unbudgeted: report.text(.unbudgeted)
        case .notStated, nil: ""
        }
    }

    private func change(of series: SpendingSeries) -> String {
        guard let now = series.actual(in: report.year), let before = series.actual(in: report.year.previous),
            let change = try? now.subtracting(before), let rate = StatedPercentage(of: change, in: before.magnitude)
        else { return "" }
        return (change > .zero ? "+" : "") + rate.text
    }

    private func forecast(_ series: SpendingSeries) -> HTML {
        guard let row = report.nextForecasts[series.subject.key] else { return .empty }
        let range = report.range80Text(row).map { text -> HTML in "<span class=\"range\">\(text)</span>" } ?? .empty
        return "\(report.amounts.text(row.forecast))\(range)"
    }

    private func card(_ series: SpendingSeries) -> HTML {
        let notes = ForecastNoteText(language: report.language, amounts: report.amounts)
        let lines = report.forecasts(of: series.subject.key).map { row -> HTML in
            let basis = Bilingual.forecastBasis(
                model: ModelLabel(language: report.language).text(row.model), years: YearList.text(row.years))
            let title = report.text(Bilingual.forecastFor(row.targetYear.number))
            return "<p class=\"note\">\(title): \(report.text(basis)) \(notes.text(row.notes))</p>\n"
        }
        let sentence = story(series).map { text -> HTML in "<p class=\"note\">\(text)</p>\n" } ?? .empty
        let years = report.tables.html(SubjectYearsTable(report: report, series: series).table)
        return "<div class=\"card\">\(sentence)\(years)\(lines)</div>"
    }

    /// What the subject's years come to, in one sentence.
    private func story(_ series: SpendingSeries) -> String? {
        LineStory(series, upTo: report.year).map { [report] story in
            LineStoryText(language: report.language) { report.amounts.text($0) }.sentence(story)
        }
    }
}
