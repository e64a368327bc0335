import ArgumentParser
import FinalAccounts

/// The year under review.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("The year under review. Default: the latest with actuals.", valueName: "year"))
    var year: FiscalYear?
}
