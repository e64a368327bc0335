import FinalAccounts
import Ledger
import Platform

/// What a batch does with a document and with a unit; the batch itself decides when, in which order and whether again.
///
/// Both functions run in parallel with themselves and must give the same result for the same input.
package protocol BatchWork: Sendable {
    /// A digest of everything beside documents, job and ledger that results depend on: the program, its data.
    var identity: ContentHash { get }

    /// The endings of readable documents, without their dot.
    var documentEndings: Set<String> { get }

    /// The steps this work can take.
    var steps: Set<BatchStep> { get }

    /// What is kept of reading a document for working out its units, so that it is not read again.
    associatedtype Reading: Sendable

    /// The bytes a document may have.
    var byteLimit: Int { get }

    /// Reads a document whose file was opened.
    ///
    /// - Throws: any error; its text is what the summary says of the document.
    func load(_ document: BatchDocument, _ file: SourceFile, for job: BatchJob) throws -> ReadDocument<Reading>

    /// Works out one unit and writes what the job asks for.
    ///
    /// Files go into `unit.folder`, each atomically.
    ///
    /// - Throws: any error; its text is what the summary says of the unit.
    func analyse(_ unit: BatchUnit<Reading>, for job: BatchJob) throws -> UnitOutcome
}

/// A document that was read.
package struct ReadDocument<Reading: Sendable>: Sendable {
    /// What the ledger stores of it.
    package var document: LedgerDocument
    /// What a person should know.
    package var warnings: [Bilingual]
    /// What is kept for its units; dropped where it does not fit in memory.
    package var reading: Reading?
    /// About how many bytes that takes.
    package var size: Int

    /// Creates a document that was read.
    package init(_ document: LedgerDocument, warnings: [Bilingual] = [], reading: Reading? = nil, size: Int = 0) {
        self.document = document
        self.warnings = warnings
        self.reading = reading
        self.size = size
    }
}

/// A unit on its way through a batch.
package struct BatchUnit<Reading: Sendable>: Sendable {
    /// The unit.
    package let unit: BudgetUnit
    /// The unit's account lines in the job's years, in the ledger's order.
    package let lines: [AccountLine]
    /// The documents of this run that speak of the unit, in order of name; those that could not be read are left out.
    package let documents: [BatchDocument]
    /// What is kept of reading them in this run, by name; one that was not read or did not fit is absent.
    package let readings: [String: Reading]
    /// The ledger, for what else is known of the unit.
    package let ledger: Ledger
    /// The folder for what is made; it exists.
    package let folder: String
}

/// What was worked out for a unit.
package struct UnitOutcome: Sendable {
    /// The names of the files written, relative to the unit's folder.
    package var files: [String]
    /// How many findings of each kind there are.
    package var findings: [String: Int] = [:]
    /// How many of them lie above the job's thresholds.
    package var aboveThreshold = 0
    /// What a person should know beside.
    package var warnings: [Bilingual] = []
    /// What a person should know whose files were met: they were kept aside, or stay though no longer made.
    package var kept: [Bilingual] = []
    /// What a reviewer is shown of the unit; `nil` where nothing is to be shown.
    package var overview: UnitOverview?
}
