import Platform
import Workbench

/// Tells the errors of this program from those the argument parser reports itself.
enum FailureReport {
    /// The failure to report; `nil` for errors the argument parser reports itself.
    static func failure(for error: any Error) -> CommandFailure? {
        switch error {
        case let failure as CommandFailure: failure
        case let error as WorkbenchError: CommandFailure(error.kind, message(of: error))
        default: (error as? any ExplainedError).map { CommandFailure($0.kind, $0.description) }
        }
    }

    /// The message for an error in a list of several.
    static func message(for error: any Error) -> String {
        failure(for: error)?.description ?? "\(error)"
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
