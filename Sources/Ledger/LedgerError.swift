/// Why a ledger could not do what was asked: the file, the place in it, what is wrong and what to do.
///
/// ```swift
/// do {
///     ledger = try Ledger.open(at: path)
/// } catch {
///     print(error)          // "accounts.txt: this is not a ledger …; name a ledger, or …"
///     exit(error.exitCode)  // 65
/// }
/// ```
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as far as a program cares.
    public enum Kind: String, Hashable, Sendable {
        /// The file does not exist or may not be read.
        case noInput
        /// The file is something else.
        case notALedger
        /// The ledger was written by a later version of the program.
        case newerSchema
        /// The file's structure or content is damaged.
        case damaged
        /// What was given cannot be stored.
        case invalidData
        /// The file or folder cannot be created or written.
        case cannotCreate
        /// Reading or writing failed on the way, for example on a full disk.
        case inputOutput
        /// Another process holds the ledger.
        case busy
        /// The store refused a statement; a fault of the program.
        case internalFault
    }

    /// What went wrong, as far as a program cares.
    public let kind: Kind
    /// The ledger or document concerned, as it was given.
    public let file: String
    /// The place inside the file, where there is one: a table, a row, a document.
    public let place: String?
    /// What is wrong, without a full stop.
    public let problem: String
    /// What to do about it, without a full stop.
    public let remedy: String

    /// Creates an error from its parts.
    public init(_ kind: Kind, file: String, place: String? = nil, problem: String, remedy: String) {
        self.kind = kind
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    /// One line: file, place, problem, remedy.
    public var description: String {
        file + ": " + (place.map { $0 + ": " } ?? "") + problem + "; " + remedy
    }

    /// The exit code a command ends with, after sysexits.h: 65 data, 66 no input, 70 software, 73 cannot create,
    /// 74 I/O, 75 try again later.
    public var exitCode: Int32 {
        switch kind {
        case .notALedger, .newerSchema, .damaged, .invalidData: 65
        case .noInput: 66
        case .internalFault: 70
        case .cannotCreate: 73
        case .inputOutput: 74
        case .busy: 75
        }
    }
}
