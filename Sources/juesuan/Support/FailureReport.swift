import Batch
import Consistency
import Disclosures
import FinalAccounts
import Forecasting
import Ledger
import Platform
import Reporting
import Variance
import Workbench

/// Turns the typed errors of the modules into one message and one exit code.
enum FailureReport {
    /// The failure to report; `nil` for errors the argument parser reports itself.
    static func failure(for error: any Error) -> CommandFailure? {
        switch error {
        case let failure as CommandFailure: failure
        case let error as WorkbenchError: CommandFailure(ExitStatus(error.kind), message(of: error))
        case let error as any ExplainedError: CommandFailure(ExitStatus(error.kind), error.description)
        case let error as EditedDraftError: CommandFailure(.data, error.description)
        case let error as CheckSettingsError: CommandFailure(.data, error.description)
        case let error as ThresholdFileError: CommandFailure(.data, error.description)
        case let error as VarianceError: CommandFailure(.data, error.description)
        case let error as ForecastError: CommandFailure(.data, error.description)
        case let error as SubjectDataError: CommandFailure(.data, "\(error)")
        case let error as AmountError: CommandFailure(.data, error.description)
        case let error as FiscalYearError: CommandFailure(.data, error.description)
        default: nil
        }
    }

    /// The message for an error in a list of several.
    static func message(for error: any Error) -> String {
        failure(for: error)?.message ?? "\(error)"
    }

    /// The message with the remedy in the words of the command line.
    private static func message(of error: WorkbenchError) -> String {
        let remedy: String
        switch error.action {
        case .chooseUnit: remedy = "choose one with --unit"
        case .nameBody: remedy = "give it with --body-name"
        case .storeDraft: remedy = "'juesuan draft --apply FILE' stores one"
        case .seeDiagnostics: remedy = "'juesuan read' shows them"
        case .listUnits: remedy = "'juesuan ledger export' lists what is there"
        case .fitModel: remedy = "name a model written with --save-model"
        case .startEarlier(let year):
            remedy = "forecast \(year) with a longer --horizon, import the years between, or allow more with --max-gap"
        case .advice: return error.description
        }
        return error.problem + "; " + remedy
    }
}
