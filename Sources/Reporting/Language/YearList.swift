import FinalAccounts

/// Years written out, runs of them as ranges: `2019–2022, 2024`.
package enum YearList {
    /// The years as text; order and repetition do not matter.
    package static func text(_ years: some Sequence<FiscalYear>) -> String {
        var runs: [ClosedRange<Int>] = []
        for year in Set(years).sorted() {
            if let last = runs.last, last.upperBound + 1 == year.number {
                runs[runs.count - 1] = last.lowerBound...year.number
            } else {
                runs.append(year.number...year.number)
            }
        }
        return runs.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    /// A range of years.
    static func text(_ years: ClosedRange<Int>) -> String {
        text(years.map { FiscalYear($0) })
    }
}
