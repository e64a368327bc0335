import ArgumentParser
import FinalAccounts
import Platform

/// The year under review.
struct YearOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "所审年度。默认为最近有决算数的年度。", "The year under review. Default: the latest with actuals.",
            valueName: Bilingual("年度", "year")))
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
