import GRDB
import Platform

extension LedgerError {
    /// Translates an error out of a database access; a ``LedgerError`` passes as it is.
    init(_ error: any Error, file: String) {
        if let own = error as? LedgerError {
            self = own
        } else if let database = error as? DatabaseError {
            self.init(database, file: file)
        } else if let output = error as? OutputError {
            self.init(output)
        } else {
            self.init(
                .internalFault, file: file, problem: "\(error)", remedy: "report this with the command that led here")
        }
    }

    init(_ error: OutputError) {
        self.init(
            error.kind == .cannotCreate ? .cannotCreate : .inputOutput, file: error.path,
            problem: error.reason.lowercased(), remedy: error.remedy)
    }

    init(_ error: ReadError) {
        self.init(
            error.kind == .inputOutput ? .inputOutput : .noInput, file: error.file, problem: error.problem,
            remedy: error.remedy)
    }

    private init(_ error: DatabaseError, file: String) {
        let message = error.message ?? "no message"
        let (reason, problem, remedy): (Reason, String, String) =
            switch error.resultCode {
            case .SQLITE_FULL:
                (.inputOutput, "the disk is full", "free some space and run again; nothing was half-written")
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
                // The file beside the ledger that readers share cannot grow.
                (.inputOutput, "the disk is full", "free some space and run again; nothing was half-written")
            case .SQLITE_IOERR:
                (.inputOutput, "reading or writing failed (\(message))", "check the disk, then run 'ledger verify'")
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (.busy, "another process is writing to this ledger", "wait until it has finished and run again")
            case .SQLITE_NOTADB:
                (.notALedger, "this is not a ledger", "name a file that 'juesuan import' has written")
            case .SQLITE_CORRUPT:
                (.damaged, "the file is damaged (\(message))", "restore a backup with 'ledger restore'")
            case .SQLITE_ERROR:
                // All that is asked of a ledger stands in this program: what SQLite cannot make sense of is the schema.
                (
                    .damaged, "its tables are not those of a ledger (\(message))",
                    "restore a backup with 'ledger restore'"
                )
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
                (.cannotCreate, "the ledger may not be written", "check the permissions of the file and its folder")
            case .SQLITE_CANTOPEN:
                (.cannotCreate, "the ledger cannot be opened (\(message))", "check the path and its permissions")
            case .SQLITE_TOOBIG:
                (.invalidData, "a text is longer than a ledger can hold", "shorten it or split the document")
            case .SQLITE_CONSTRAINT:
                (.invalidData, "the data break a rule of the ledger (\(message))", "check the document's figures")
            default:
                (.internalFault, "\(error)", "report this with the command that led here")
            }
        self.init(reason, file: file, problem: problem, remedy: remedy)
    }
}
