import Platform
import Workbench

/// Tells the errors of this program from those the argument parser reports itself.
enum FailureReport {
    /// The failure to report; `nil` for errors the argument parser reports itself.
    static func failure(for error: any Error) -> (any ExplainedError)? {
        guard let error = error as? WorkbenchError else { return error as? any ExplainedError }
        return CommandFailure(error.kind, error.problem, remedy(of: error))
    }

    /// The message for an error in a list of several.
    static func message(for error: any Error) -> String {
        failure(for: error)?.description ?? "\(error)"
    }

    /// What to do, in the words of the command line.
    private static func remedy(of error: WorkbenchError) -> String {
        switch error.action {
        case .chooseUnit: "choose one with --unit"
        case .nameBody: "give it with --body-name"
        case .storeDraft: "'juesuan draft --apply FILE' stores one"
        case .seeDiagnostics: "'juesuan read' shows them"
        case .listUnits: "'juesuan ledger list' shows what is there"
        case .fitModel: "name a model written with --save-model"
        case .startEarlier(let year):
            "forecast \(year) with a longer --horizon, import the years between, or allow more with --max-gap"
        case .advice(let text): text
        }
    }
}
