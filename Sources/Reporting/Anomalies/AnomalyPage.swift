import FinalAccounts
import Interchange
import Platform
import Variance

/// A list of anomalies as one HTML file that needs nothing else: overview, each case with its drawing, thresholds.
package struct AnomalyPage: Sendable {
    /// What is shown.
    package let listing: AnomalyListing

    /// How many rows a page shows at most; a list of thousands is for a workbook.
    package static let rowCount = 100

    /// Prepares a page of the first rows of a listing.
    package init(_ listing: AnomalyListing) {
        var shown = listing
        shown.anomalies = Array(listing.anomalies.prefix(Self.rowCount))
        self.listing = shown
    }

    /// The page.
    ///
    /// - Parameter chartScript: the source of ECharts; without it figures are drawings only.
    package func html(chartScript: String?) -> String {
        let cases = cases
        var options: [String: JSONValue] = [:]
        for one in cases { options[one.figureID] = one.option }
        let page = ReportPage(
            language: listing.language, title: listing.title, subtitle: subtitle, warnings: listing.notes,
            sections: [overview(cases), list(cases), thresholds].compactMap { $0 },
            footer: listing.text(.footer), options: options, chartScript: chartScript)
        return page.html.markup
    }

    private var subtitle: String {
        let unit = listing.amounts.unitName(in: listing.language)
        return unit.isEmpty ? listing.text(.anomalyHint) : listing.text(Bilingual.amountsInUnit(unit))
    }

    private var cases: [AnomalyCase] {
        struct Place: Hashable {
            let unit: BudgetUnit
            let subject: SubjectKey
        }
        let forecasts = Dictionary(
            listing.forecasts.filter { $0.targetYear == listing.report.year }
                .map { (Place(unit: $0.unit, subject: $0.subject.key), $0) }
        ) { first, _ in first }
        let questions = ReportQuestion.questions(
            listing.anomalies, lines: listing.lines, language: listing.language, amounts: listing.amounts)
        return zip(listing.anomalies, questions).enumerated().map { index, entry in
            AnomalyCase(
                listing: listing, anomaly: entry.0, question: entry.1, rank: index + 1,
                forecast: forecasts[Place(unit: entry.0.unit, subject: entry.0.subject.key)])
        }
    }

    private func overview(_ cases: [AnomalyCase]) -> ReportPage.Section {
        let more: HTML =
            listing.anomalies.count < listing.total
            ? "<p class=\"note\">\(listing.text(Bilingual.rowsShown(listing.anomalies.count, of: listing.total)))</p>"
            : .empty
        let body: HTML =
            cases.isEmpty
            ? "<dl class=\"cards\">\(cards)</dl><p>\(listing.text(.nothingFound))</p>"
            : """
            <dl class="cards">\(cards)</dl>\(more)
            <div style="margin-top:20px">\(table(cases))</div>
            <h3 style="margin-top:22px">\(listing.text(.flagCounts))</h3>
            \(HTMLTable(renderer: listing.renderer).html(counts))
            """
        return ReportPage.Section(id: "overview", title: listing.text(.overview), body: body)
    }

    private var cards: [HTML] {
        func card(_ label: Bilingual, _ value: String, isLong: Bool = false) -> HTML {
            let size: HTML = isLong ? " class=\"long\"" : .empty
            return "<div><dt>\(listing.text(label))</dt><dd\(size) dir=\"auto\">\(value)</dd></div>\n"
        }
        let first = listing.anomalies.first.map { listing.name(of: $0.subject) }
        return [
            card(.examined, DecimalDigits.fixed(Double(listing.report.examined), decimals: 0, grouping: true)),
            card(.listed, DecimalDigits.fixed(Double(listing.total), decimals: 0, grouping: true)),
            card(.profile, listing.profileName, isLong: true),
        ] + (first.map { [card(.gravest, $0, isLong: true)] } ?? [])
    }

    /// The rows with links to the cases below.
    private func table(_ cases: [AnomalyCase]) -> HTML {
        let hasUnits = listing.units.count > 1
        func head(_ phrase: Bilingual, isNumber: Bool = false) -> HTML {
            "<th scope=\"col\"\(isNumber ? HTML(" class=\"n\"") : .empty)>\(listing.text(phrase))</th>"
        }
        let rows = cases.map { one -> HTML in
            let observation = one.anomaly.observation
            let budget = listing.renderer.text(
                .budget(observation?.initialBudget ?? .notStated, in: listing.language))
            let tags = one.question.flags.map { flag -> HTML in
                "<span class=\"tag \(flag.tone.rawValue)\">\(flag.label)</span> "
            }
            let unit: HTML = hasUnits ? "<td class=\"w\" dir=\"auto\">\(one.anomaly.unit.name)</td>" : .empty
            return """
                <tr><td class="n">\(one.rank)</td>\(unit)<td class="w" dir="auto"><a href="#\(one.id)">\
                \(listing.name(of: one.anomaly.subject))</a></td><td class="w">\(tags)</td>\
                <td class="n">\(DecimalDigits.fixed(one.anomaly.severity, decimals: 1))</td>\
                <td class="n">\(budget)</td><td class="n">\(observation?.actual.map(listing.amounts.text) ?? "")</td>\
                <td class="n">\(previous(one.anomaly).map(listing.amounts.text) ?? "")</td></tr>

                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(listing.text(.overview))"><table>\
            <thead><tr>\(head(.rank, isNumber: true))\(hasUnits ? head(.unit) : .empty)\(head(.subject))\(head(.flags))\
            \(head(.severity, isNumber: true))\(head(.initialBudget, isNumber: true))\(head(.actual, isNumber: true))\
            \(head(.previousActual, isNumber: true))</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func previous(_ anomaly: Anomaly) -> Amount? {
        anomaly.earlier.last.flatMap { $0.year == anomaly.year.previous ? $0.actual : nil }
    }

    /// How many subjects of the whole report carry each flag.
    private var counts: ReportTable {
        let flags = listing.report.anomalies.flatMap { Set($0.flags.map(\.kind)) }
        let counted = Dictionary(grouping: flags) { $0 }.mapValues(\.count)
        return ReportTable(
            name: "counts", title: listing.text(.flagCounts),
            columns: [
                ReportColumn("flag", title: listing.text(.flag)),
                ReportColumn("subjects", title: listing.text(.subjectsWithModel), kind: .number),
            ],
            rows: FlagKind.allCases.compactMap { kind in
                counted[kind].map { [.text(listing.flagText.name(of: kind)), .integer($0)] }
            })
    }

    private func list(_ cases: [AnomalyCase]) -> ReportPage.Section? {
        guard !cases.isEmpty else { return nil }
        let hasSynthetic = listing.anomalies.contains(where: \.usesSyntheticFigures)
        let synthetic: HTML = hasSynthetic ? "<span><i class=\"s\"></i>\(listing.text(.synthetic))</span>" : .empty
        return ReportPage.Section(
            id: "cases", title: listing.text(.cases),
            body: """
                <p class="key" style="margin-bottom:18px"><span><i class="l"></i>\(listing.text(.actual))</span>\
                <span><i class="x"></i>\(listing.text(Bilingual.actualOf(listing.report.year.number)))</span>\
                <span><i class="b"></i>\(listing.text(.initialBudget))</span>\
                <span><i class="r"></i>\(listing.text(.priorForecast)) \(listing.text(.range80))</span>\
                <span><i class="q"></i>\(listing.text(.range95))</span>\(synthetic)</p>
                <ol class="questions">\(cases.map(\.html))</ol>
                """)
    }

    private var thresholds: ReportPage.Section? {
        ReportPage.Section(
            id: "thresholds", title: listing.text(.thresholds),
            body: """
                <p>\(listing.text(.severityText))</p>
                \(HTMLTable(renderer: listing.renderer).html(ThresholdTable(listing: listing).table))
                """)
    }
}
