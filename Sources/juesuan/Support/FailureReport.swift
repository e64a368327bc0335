import Batch
import Consistency
import Disclosures
import FinalAccounts
import Forecasting
import Ledger
import Platform
import Reporting
import Variance

/// Turns the typed errors of the modules into one message and one exit code.
enum FailureReport {
    /// The failure to report; `nil` for errors the argument parser reports itself.
    static func failure(for error: any Error) -> CommandFailure? {
        switch error {
        case let failure as CommandFailure: failure
        case let error as OutputError: CommandFailure(ExitStatus(error.kind), error.description)
        case let error as LedgerError: CommandFailure(ExitStatus(error.kind), error.description)
        case let error as ConversionError: CommandFailure(ExitStatus(error.kind), error.description)
        case let error as InvalidJob: CommandFailure(ExitStatus(error.kind), error.description)
        case let error as EditedDraftError: CommandFailure(.data, error.description)
        case let error as ReadError: CommandFailure(ExitStatus(error.kind), error.description)
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

    private static func status(_ code: Int32) -> ExitStatus {
        ExitStatus(rawValue: code) ?? .inputOutput
    }
}
