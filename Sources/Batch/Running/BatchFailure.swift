import Ledger
import Platform
import Reporting

/// Tells an error that ends a batch from one that concerns a single document or unit.
enum BatchFailure {
    /// Whether going on makes no sense: the ledger or the disk is at fault.
    static func isFatal(_ error: any Error, output: OutputFolder) -> (any Error)? {
        switch error {
        case let error as LedgerError:
            return error.isOfDocument || error.kind == .noInput ? nil : error
        case let error as OutputError:
            // Bytes that cannot be written are the disk's fault; a file that cannot be made may be one unit's.
            return error.kind == .inputOutput || !output.canBeWritten ? error : nil
        default:
            return nil
        }
    }
}
