import FinalAccounts
import Platform
import Variance

/// The first screen: totals, what will be asked about, next year's figure with its range.
struct SummarySection {
    let report: UnitReport

    /// How many questions stand on the first screen.
    static let questionCount = 5
    /// Numbers with more characters are set smaller, so that they stay on one line.
    private static let ordinaryLength = 10

    var section: ReportPage.Section {
        let questions = report.questions.prefix(Self.questionCount)
        let list = questions.map(question)
        let asked: HTML =
            questions.isEmpty
            ? .empty
            : """
            <h3 class="gap">\(report.text(Bilingual.topQuestions(questions.count)))</h3>
            <ol class="questions">\(list)</ol>
            """
        return ReportPage.Section(
            id: "summary", title: report.text(.summary),
            body: "<div class=\"lead\">\(why)</div><dl class=\"cards\">\(cards)</dl>\(asked)")
    }

    /// Why the total changed, and where it left the plan.
    private var why: [HTML] {
        guard let change = try? TotalChange(report.series, year: report.year, scheme: report.scheme) else { return [] }
        return TotalChangeText(language: report.language, amounts: report.amounts)
            .sentences(change, year: report.year).map { "<p>\($0)</p>\n" }
    }

    private var cards: [HTML] {
        guard let total = report.total, let now = total.observation(in: report.year) else { return [] }
        let before = total.observation(in: report.year.previous)
        return [
            spent(now), change(now, before), execution(now), unbudgeted, forecast, findings,
        ].compactMap { $0 }
    }

    private func card(_ label: String, _ value: String, unit: String = "", more: String) -> HTML {
        let unitHTML: HTML = unit.isEmpty ? .empty : " <span>\(unit)</span>"
        let moreHTML: HTML = more.isEmpty ? .empty : "<dd class=\"more\">\(more)</dd>"
        let size: HTML = value.count > Self.ordinaryLength ? " class=\"long\"" : .empty
        return "<div><dt>\(label)</dt><dd\(size)>\(value)\(unitHTML)</dd>\(moreHTML)</div>\n"
    }

    private var unitName: String { report.amounts.unitName(in: report.language) }

    private func spent(_ now: Observation) -> HTML? {
        guard let actual = now.actual else { return nil }
        let mark = now.origin == .synthetic ? report.text(.synthetic) : ""
        return card(
            report.text(Bilingual.spentIn(report.year.number)), report.amounts.text(actual), unit: unitName, more: mark)
    }

    private func change(_ now: Observation, _ before: Observation?) -> HTML? {
        guard let actual = now.actual, let previous = before?.actual,
            let change = try? actual.subtracting(previous)
        else { return nil }
        let rate = StatedPercentage(of: change, in: previous.magnitude)?.text ?? "–"
        let sign = change > .zero ? "+" : ""
        let base = report.text(Bilingual.amountIn(report.year.previous.number, report.amounts.text(previous)))
        let mark = before?.origin == .synthetic ? report.text(Bilingual.aside(report.text(.synthetic))) : ""
        return card(
            report.text(.changeOnYear), sign + rate,
            more: sign + report.amounts.text(change) + report.text(.comma) + base + mark)
    }

    private func execution(_ now: Observation) -> HTML? {
        guard let rate = now.executionRate, let budget = now.initialBudget.amount else { return nil }
        return card(
            report.text(.executionRate), rate.text,
            more: report.text(.initialBudget) + " " + report.amounts.text(budget) + now.ratedPart(in: report.language))
    }

    /// What was spent without a budget, counted at the narrowest level that says so.
    private var unbudgeted: HTML? {
        let found = UnbudgetedSpending(series: report.series, year: report.year)
        guard found.count > 0, let sum = found.sum else { return nil }
        return card(
            report.text(.unbudgetedSpending), report.amounts.text(sum), unit: unitName,
            more: report.text(Bilingual.subjectCount(found.count)))
    }

    private var forecast: HTML? {
        guard let row = report.nextForecasts[Subject.total.key] else { return nil }
        return card(
            report.text(Bilingual.forecastFor(row.targetYear.number)), report.amounts.text(row.forecast),
            unit: unitName,
            more: report.range80Text(row).map { report.text(.range80) + " " + $0 } ?? "")
    }

    /// What the check found in the documents of the year, with a way to it.
    private var findings: HTML? {
        guard !report.findings.isEmpty else { return nil }
        let all = report.findings.flatMap(\.findings)
        let table = FindingTable(all, file: "", language: report.language)
        return
            "<div><dt>\(report.text(.findings))</dt><dd class=\"long\"><a href=\"#findings\">\(table.summary)</a></dd></div>\n"
    }

    private func question(_ question: ReportQuestion) -> HTML {
        "<li>\(QuestionText(language: report.language).html(question))</li>\n"
    }
}
