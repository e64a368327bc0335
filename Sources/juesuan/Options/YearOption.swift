import ArgumentParser
import FinalAccounts

/// The year under review.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("The year under review. Default: the latest with actuals.", valueName: "year"))
    var year: FiscalYear?
}

/// Years from one to another: `2019-2023`.
struct YearSpan: ExpressibleByArgument {
    let range: ClosedRange<FiscalYear>

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false).compactMap {
            FiscalYear(argument: String($0))
        }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        range = ends[0]...ends[1]
    }
}
