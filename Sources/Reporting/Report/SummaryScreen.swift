import FinalAccounts
import Forecasting
import Platform
import Variance

/// What a person sees when a run is done: totals, what will be asked about and why, next year's total, the files.
///
/// Fits a screen of 24 lines by 80 columns.
package struct SummaryScreen: Sendable {
    /// A file that was written, and what is in it.
    package struct File: Hashable, Sendable {
        /// What it holds, in the screen's language.
        package let label: String
        /// Its path.
        package let path: String

        /// Names a file.
        package init(label: String, path: String) {
            self.label = label
            self.path = path
        }
    }

    /// The body reported on.
    package var unit: BudgetUnit
    /// The year of the accounts.
    package var year: FiscalYear
    /// The unit's series; at least its total.
    package var series: [SpendingSeries]
    /// What will be asked about, the gravest first; five are shown.
    package var questions: [ReportQuestion]
    /// The forecasts; the total's is shown.
    package var forecasts: [ForecastRow]
    /// The files written.
    package var files: [File]
    /// The language.
    package var language: Language
    /// How money is printed.
    package var amounts: AmountStyle
    /// How subject codes nest.
    package var scheme: SubjectScheme
    /// How wide the screen is.
    package var width: Int

    /// Puts a screen together.
    package init(
        unit: BudgetUnit, year: FiscalYear, series: [SpendingSeries], questions: [ReportQuestion],
        forecasts: [ForecastRow], files: [File], language: Language, amounts: AmountStyle = .chinese,
        scheme: SubjectScheme = .china, width: Int = 80
    ) {
        self.unit = unit
        self.year = year
        self.series = series.filter { $0.unit == unit }
        self.questions = questions
        self.forecasts = forecasts.filter { $0.unit == unit }
        self.files = files
        self.language = language
        self.amounts = amounts.fitted(to: self.series)
        self.scheme = scheme
        self.width = width
    }

    /// The screen as text that ends with a line break.
    package var text: String {
        let lines =
            fitted([heading] + totals) + fitted(why + asked, cut: true) + fitted(outlook) + fileLines
            + fitted(synthetic)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Lines no wider than the screen: broken, or cut where one line each has to do.
    private func fitted(_ lines: [String], cut: Bool = false) -> [String] {
        lines.map(VisibleText.singleLine).flatMap { line in
            cut ? [DisplayWidth.truncate(line, to: width)] : DisplayWidth.wrap(line, to: width, indent: 4)
        }
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var heading: String { word(Bilingual.accountsOf(unit: unit.name, year: year.number)) }

    private var total: SpendingSeries? { series.first { $0.subject.level == .total } }

    private var totals: [String] {
        guard let now = total?.observation(in: year), let actual = now.actual else { return [] }
        var parts = [word(.totalExpenditure) + " " + amounts.textWithUnit(actual, in: language)]
        if let previous = total?.actual(in: year.previous), let change = try? actual.subtracting(previous) {
            let rate = StatedPercentage(of: change, in: previous.magnitude)?.text ?? "–"
            let sign = change > .zero ? "+" : ""
            parts.append(
                word(Bilingual.comparedWith(year.previous.number)) + " \(sign)\(amounts.text(change)) (\(sign)\(rate))")
        }
        var lines = ["  " + parts.joined(separator: word(.comma))]
        var second: [String] = []
        if let rate = now.executionRate {
            second.append(word(.executionRate) + " " + rate.text + now.ratedPart(in: language))
        }
        let unbudgeted = UnbudgetedSpending(series: series, year: year)
        if unbudgeted.count > 0, let sum = unbudgeted.sum {
            second.append(
                word(.unbudgetedSpending) + " " + amounts.textWithUnit(sum, in: language) + " ("
                    + word(Bilingual.subjectCount(unbudgeted.count)) + ")")
        }
        if !second.isEmpty { lines.append("  " + second.joined(separator: word(.comma))) }
        return lines
    }

    /// Why the total changed over the year before, in one line.
    private var why: [String] {
        let text = UnitHeadline(series, year: year, scheme: scheme, language: language, amounts: amounts).why
        return text.isEmpty ? [] : [language.words("  增减主要来自：", "  changed most: ") + text]
    }

    private var asked: [String] {
        let shown = questions.prefix(SummarySection.questionCount)
        guard !shown.isEmpty else { return [] }
        var lines = [word(Bilingual.topQuestions(shown.count))]
        for (index, question) in shown.enumerated() {
            let labels = question.flags.map(\.label).joined(separator: language == .zhHans ? "、" : ", ")
            let name = SubjectLabel(language: language).name(of: question.subject)
            lines.append("  \(index + 1). \(name)  [\(labels)]")
            if let first = question.flags.first { lines.append("     " + first.sentence) }
            lines.append("     " + (question.reason.map { word(.reasonGiven) + $0 } ?? word(.noReasonGiven)))
        }
        return lines
    }

    private var outlook: [String] {
        let own = forecasts.filter { $0.subject.level == .total }.sorted { $0.targetYear < $1.targetYear }
        return own.map { row in
            var line = word(Bilingual.forecastFor(row.targetYear.number)) + " "
            line += amounts.textWithUnit(row.forecast, in: language)
            if let range = row.range80 {
                line +=
                    word(.comma) + word(.range80)
                    + " \(amounts.text(range.lowerBound)) – \(amounts.text(range.upperBound))"
            }
            return line
        }
    }

    private var fileLines: [String] {
        let widest = files.map { DisplayWidth.of($0.label) }.max() ?? 0
        return files.map { "  " + DisplayWidth.pad($0.label, to: widest, trailing: false) + "  " + $0.path }
    }

    private var synthetic: [String] {
        let years = series.syntheticYears
        return years.isEmpty ? [] : [word(Bilingual.usesSyntheticYears(YearList.text(years)))]
    }
}
