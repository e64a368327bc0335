import Ledger
import Reporting

/// Tells an error that ends a batch from one that concerns a single document or unit.
enum BatchFailure {
    /// Whether going on makes no sense: the ledger or the disk is at fault.
    static func isFatal(_ error: any Error, output: OutputFolder) -> (any Error)? {
        switch error {
        case let error as LedgerError:
            return error.kind == .invalidData || error.kind == .noInput ? nil : error
        case is OutputError:
            do {
                try output.probe()
                return nil
            } catch {
                return error
            }
        default:
            return nil
        }
    }

    /// What a summary says of an error.
    static func message(_ error: any Error) -> String {
        "\(error)"
    }
}
