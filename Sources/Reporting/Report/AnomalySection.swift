/// Everything that does not fit, ranked, with the figures and the reason each.
struct AnomalySection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.questions.isEmpty else { return nil }
        let items = report.questions.map { question -> HTML in
            "<li>\(QuestionText(language: report.language).html(question))</li>\n"
        }
        return ReportPage.Section(
            id: "anomalies", title: report.text(.anomalies),
            body: """
                <p class="note">\(report.text(.anomalyHint))</p>
                <ol class="questions">\(items)</ol>
                """)
    }
}
