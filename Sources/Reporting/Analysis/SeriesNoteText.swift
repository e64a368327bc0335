import FinalAccounts
import Platform

/// Puts into words how series came to be, where they were not simply read.
package struct SeriesNoteText: Sendable {
    /// The language of the sentences.
    package let language: Language

    /// Creates a writer for one language.
    package init(language: Language) {
        self.language = language
    }

    /// One sentence for every note of the given series, without repetition.
    ///
    /// - Parameters:
    ///   - series: the series a table shows.
    ///   - years: notes on other years are left out.
    package func sentences(for series: some Sequence<SpendingSeries>, years: ClosedRange<FiscalYear>) -> [String] {
        var seen: Set<String> = []
        return series.flatMap { series in
            series.notes.filter { Self.touches($0, years) }.map { sentence(for: $0, of: series.subject) }
        }.filter { seen.insert($0).inserted }
    }

    /// One note in words.
    package func sentence(for note: SeriesNote, of subject: Subject) -> String {
        let name = [subject.code, SubjectLabel(language: language).name(of: subject)].compactMap { $0 }
            .joined(separator: " ")
        switch note {
        case .joined(let old, let years):
            return language.words(
                "\(name)：\(YearList.text(years))年的数据来自原科目“\(old)”，按科目沿革并入。",
                "\(name): \(YearList.text(years)) stood under \(old) and was joined by the crosswalk.")
        case .addedUp(let year, let lines):
            return language.words(
                "\(name)：\(year)年由 \(lines) 行相加。", "\(name): \(lines) lines of \(year) were added up.")
        case .incomplete(let year, let stated, let subjects):
            return language.words(
                "\(name)：\(year)年不完整，\(subjects) 个科目中只有 \(stated) 个列示决算数。",
                "\(name): \(year) is incomplete, \(stated) of \(subjects) subjects state an actual.")
        case .restated(let old, let new, let years):
            return language.words(
                "\(name)：\(YearList.text(years))年按 \(old) 改为 \(new) 重列。",
                "\(name): \(YearList.text(years)) restated, because \(old) became \(new).")
        case .divided(let parts, let year):
            return language.words(
                "\(name)：\(year)年起分为 \(parts.joined(separator: "、"))，未并列比较。",
                "\(name): divided into \(parts.joined(separator: ", ")) from \(year); later years are not joined.")
        }
    }

    private static func touches(_ note: SeriesNote, _ years: ClosedRange<FiscalYear>) -> Bool {
        switch note {
        case .joined(_, let range), .restated(_, _, let range):
            range.overlaps(years.lowerBound.number...years.upperBound.number)
        case .addedUp(let year, _), .incomplete(let year, _, _): years.contains(FiscalYear(year))
        case .divided(_, let year): year <= years.upperBound.number
        }
    }
}
