import FinalAccounts
import Platform
import Reporting
import Variance

/// Two years of every subject, held against each other.
///
/// ```swift
/// try context.comparison(in: accounts, year: FiscalYear(2023)).table(level: nil, order: .change)
/// ```
package struct Comparison: Sendable {
    /// The year under review.
    package let year: FiscalYear
    /// The year it is held against.
    package let earlier: FiscalYear
    /// The series of all subjects.
    package let series: [SpendingSeries]
    /// The two years of each.
    package let comparisons: [YearOverYear]
    fileprivate let context: AnalysisContext

    /// The comparison as a table, with what happened to the series between the years.
    package func table(level: SubjectLevel? = nil, order: YearOverYear.Order = .subject) -> ReportTable {
        let notes = SeriesNoteText(language: context.language).sentences(for: series, years: earlier...year)
        return ComparisonTable(
            comparisons, scheme: context.scheme, language: context.language, level: level, order: order
        ).table.adding(notes: notes)
    }
}

extension AnalysisContext {
    /// Compares a year with an earlier one, subject by subject.
    ///
    /// - Parameters:
    ///   - year: the year under review; `nil` for the latest with actuals.
    ///   - earlier: the year it is held against; `nil` for the one before.
    /// - Throws: ``WorkbenchError`` for a year without lines, or an earlier year that is not earlier.
    package func comparison(
        in accounts: AccountLines, year: FiscalYear? = nil, earlier: FiscalYear? = nil
    ) throws -> Comparison {
        let year = try accounts.reviewedYear(year)
        let earlier = earlier ?? year.previous
        guard earlier < year else {
            throw WorkbenchError(
                .usage, Bilingual("\(earlier) 年不早于 \(year) 年", "\(earlier) is not before \(year)"),
                .advice(Bilingual("请给出早于 \(year) 年的年度", "give a year before \(year)")))
        }
        guard accounts.lines.contains(where: { $0.fiscalYear == earlier }) else {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "没有 \(earlier) 年度的科目数据可与 \(year) 年度比较", "no account lines of \(earlier) to compare \(year) with"),
                advice: Bilingual("请导入该年度，或另选年度", "import them or choose another year"))
        }
        let series = try series(from: accounts.lines)
        return try Comparison(
            year: year, earlier: earlier, series: series,
            comparisons: YearOverYear.comparisons(of: series, from: earlier, to: year, scheme: scheme), context: self)
    }
}
