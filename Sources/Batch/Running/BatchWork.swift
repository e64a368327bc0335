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

    /// The bytes a document may have.
    var byteLimit: Int { get }

    /// Reads a document whose file was opened.
    ///
    /// - Throws: any error; its text is what the summary says of the document.
    func load(
        _ document: BatchDocument, _ file: SourceFile, for job: BatchJob
    ) throws -> (document: LedgerDocument, warnings: [String])

    /// Works out one unit and writes what the job asks for.
    ///
    /// Files go into `unit.folder`, each atomically.
    ///
    /// - Throws: any error; its text is what the summary says of the unit.
    func analyse(_ unit: BatchUnit, for job: BatchJob) throws -> UnitOutcome
}

/// A unit on its way through a batch.
public struct BatchUnit: Sendable {
    /// The unit.
    public let unit: BudgetUnit
    /// The unit's account lines in the job's years, in the ledger's order.
    public let lines: [AccountLine]
    /// The documents of this run that speak of the unit, in order of name; those that could not be read are left out.
    public let documents: [BatchDocument]
    /// The ledger, for what else is known of the unit.
    public let ledger: Ledger
    /// The folder for what is made; it exists.
    public let folder: String
}

/// What was worked out for a unit.
public struct UnitOutcome: Sendable {
    /// The names of the files written, relative to the unit's folder.
    public var files: [String]
    /// How many findings of each kind there are.
    public var findings: [String: Int]
    /// How many of them lie above the job's thresholds.
    public var aboveThreshold: Int
    /// What a person should know beside.
    public var warnings: [String]

    /// Creates an outcome.
    public init(files: [String], findings: [String: Int] = [:], aboveThreshold: Int = 0, warnings: [String] = []) {
        self.files = files
        self.findings = findings
        self.aboveThreshold = aboveThreshold
        self.warnings = warnings
    }
}
