import FinalAccounts
import Reporting
import Variance

/// Compares a year with an earlier one, subject by subject.
///
/// ```swift
/// let result = try Comparison(context: context, year: FiscalYear(2023)).run(on: lines)
/// result.table(level: nil, order: .change)
/// ```
package struct Comparison: Sendable {
    /// How lines are understood and shown.
    package var context: AnalysisContext
    /// The year under review; `nil` for the latest with actuals.
    package var year: FiscalYear?
    /// The year it is held against; `nil` for the one before.
    package var earlier: FiscalYear?

    package init(context: AnalysisContext, year: FiscalYear? = nil, earlier: FiscalYear? = nil) {
        self.context = context
        self.year = year
        self.earlier = earlier
    }

    /// Two years of every subject.
    package struct Result: Sendable {
        package let year: FiscalYear
        package let earlier: FiscalYear
        /// The series of all subjects.
        package let series: [SpendingSeries]
        /// The two years of each.
        package let comparisons: [YearOverYear]
        private let context: AnalysisContext

        fileprivate init(
            _ series: [SpendingSeries], year: FiscalYear, earlier: FiscalYear, context: AnalysisContext
        ) throws {
            self.year = year
            self.earlier = earlier
            self.series = series
            self.context = context
            comparisons = try YearOverYear.comparisons(of: series, from: earlier, to: year, scheme: context.scheme)
        }

        /// The comparison as a table, with what happened to the series between the years.
        package func table(level: SubjectLevel? = nil, order: YearOverYear.Order = .subject) -> ReportTable {
            let notes = SeriesNoteText(language: context.language).sentences(for: series, years: earlier...year)
            return ComparisonTable(
                comparisons, scheme: context.scheme, language: context.language, level: level, order: order
            ).table.adding(notes: notes)
        }
    }

    /// Compares.
    ///
    /// - Throws: ``WorkbenchError`` for a year without lines, or an earlier year that is not earlier.
    package func run(on accounts: AccountLines) throws -> Result {
        let year = try accounts.reviewedYear(year)
        let earlier = earlier ?? year.previous
        guard earlier < year else {
            throw WorkbenchError(.usage, "\(earlier) is not before \(year)", .advice("give a year before \(year)"))
        }
        guard accounts.lines.contains(where: { $0.fiscalYear == earlier }) else {
            throw WorkbenchError(
                .data, "no account lines of \(earlier) to compare \(year) with",
                advice: "import them or choose another year")
        }
        return try Result(context.series(from: accounts.lines), year: year, earlier: earlier, context: context)
    }
}
