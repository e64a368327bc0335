import ArgumentParser
import FinalAccounts

/// The year under review.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("The year under review. Default: the latest with actuals.", valueName: "year"))
    var year: FiscalYear?

    /// The year asked for, or the latest with actuals.
    ///
    /// - Throws: ``CommandFailure`` when the year has no line, or no year has actuals.
    func resolved(in lines: [AccountLine]) throws -> FiscalYear {
        if let year {
            guard lines.contains(where: { $0.fiscalYear == year }) else {
                let years = Set(lines.map(\.fiscalYear)).sorted().map(\.description).joined(separator: ", ")
                throw CommandFailure(.data, "no account lines of \(year); there are lines of \(years)")
            }
            return year
        }
        guard let latest = lines.lazy.filter({ $0.actual != nil }).map(\.fiscalYear).max() else {
            throw CommandFailure(.data, "no line has an actual; nothing can be compared")
        }
        return latest
    }
}
