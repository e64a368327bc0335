import Platform

/// Exit codes after sysexits.h, and two of our own for results.
enum ExitStatus: Int32 {
    /// All well.
    case success = 0
    /// The command ran and found something at error level, or some of its documents failed.
    case findings = 1
    /// The command line is wrong (EX_USAGE).
    case usage = 64
    /// The input is wrong (EX_DATAERR).
    case data = 65
    /// The input is absent or cannot be opened (EX_NOINPUT).
    case noInput = 66
    /// A program or service that is needed is absent (EX_UNAVAILABLE).
    case unavailable = 69
    /// The program itself is at fault (EX_SOFTWARE).
    case software = 70
    /// The output cannot be created (EX_CANTCREAT).
    case cannotCreate = 73
    /// Reading or writing failed midway (EX_IOERR).
    case inputOutput = 74
    /// Another process holds the ledger; trying again later helps (EX_TEMPFAIL).
    case busy = 75
}

extension ExitStatus {
    /// The exit code an error of a kind ends the program with.
    init(_ kind: ErrorKind) {
        switch kind {
        case .usage: self = .usage
        case .data: self = .data
        case .noInput: self = .noInput
        case .unavailable: self = .unavailable
        case .internalFault: self = .software
        case .cannotCreate: self = .cannotCreate
        case .inputOutput: self = .inputOutput
        case .busy: self = .busy
        }
    }
}
