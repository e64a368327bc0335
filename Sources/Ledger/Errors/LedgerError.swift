import Platform

/// Why a ledger could not do what was asked: the file, the place in it, what is wrong and what to do.
///
/// ```swift
/// do {
///     ledger = try Ledger.open(at: path)
/// } catch {
///     print(error)   // "accounts.txt: this is not a ledger …; name a ledger, or …"
/// }
/// ```
package struct LedgerError: ExplainedError, Hashable {
    /// What went wrong, as far as a program cares.
    package enum Reason: String, Hashable, Sendable {
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
        /// A document says of a body's year something else than the ledger, and nobody decided.
        case contradiction
        /// Somebody changed the same meanwhile, or it stands where this cannot be done.
        case conflict
        /// A document's figures look wrong, and nobody confirmed them.
        case doubtful
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
    package let reason: Reason
    /// The ledger or document concerned, as it was given.
    package let file: String
    /// The place inside the file, where there is one: a table, a row, a document.
    package let place: Bilingual?
    /// What is wrong, without a full stop.
    package let problem: Bilingual
    /// What to do about it, without a full stop.
    package let remedy: Bilingual

    /// Creates an error from its parts.
    package init(_ reason: Reason, file: String, place: Bilingual? = nil, problem: Bilingual, remedy: Bilingual) {
        self.reason = reason
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    /// Whether one document or draft is at fault and the ledger is well.
    package var isOfDocument: Bool { [.invalidData, .contradiction, .conflict, .doubtful].contains(reason) }

    /// The file, and the place in it.
    package var location: Bilingual? { place.map { $0.at(file) } ?? Bilingual(verbatim: file) }

    /// What sort of failure it is.
    package var kind: ErrorKind {
        switch reason {
        case .notALedger, .newerSchema, .damaged, .invalidData, .contradiction, .conflict, .doubtful: .data
        case .noInput: .noInput
        case .internalFault: .internalFault
        case .cannotCreate: .cannotCreate
        case .inputOutput: .inputOutput
        case .busy: .busy
        }
    }
}
