import Consistency
import Disclosures
import Platform

/// Holds documents against themselves, and against last year's accounts where they are known.
package struct DocumentChecking: Sendable {
    /// Reads the documents.
    package var reader: DisclosureReader
    /// Holds the rules.
    package var engine: CheckEngine
    /// The ledger that last year's figures are in; `nil` where there is none.
    package var ledger: String?
    private let read: DocumentLoader.Read

    package init(
        reader: DisclosureReader, engine: CheckEngine, ledger: String? = nil,
        read: @escaping DocumentLoader.Read = { try $0.read($1) }
    ) {
        self.read = read
        self.reader = reader
        self.engine = engine
        self.ledger = ledger
    }

    /// What was found in all documents.
    package struct Result: Sendable {
        /// The documents that could be read, in their order, with what does not fit in them.
        package fileprivate(set) var documents: [CheckOutput.Document] = []
        /// Why others could not be read.
        package fileprivate(set) var failures: [any Error] = []
        /// How many figures could not be placed.
        package fileprivate(set) var unplaced = 0

        /// The documents with what was found in them.
        package var output: CheckOutput { CheckOutput(documents: documents) }
    }

    /// Reads and checks documents; one that cannot be read does not stop the others.
    ///
    /// Each is read and assessed once, side by side; last year's figures are then looked up in the documents' order,
    /// in a document given before or else in the ledger.
    ///
    /// - Parameters:
    ///   - keeping: the most findings kept of each document, the gravest; of a folder of thousands not all can be held.
    ///   - progress: is told how far the work is.
    /// - Throws: `LedgerError` for a ledger that cannot be read.
    package func run(
        _ paths: [String], keeping: Int = .max, progress: (Progress) -> Void = { _ in }
    ) async throws -> Result {
        var earlier = try EarlierAccounts(ledger: ledger)
        var result = Result()
        var done = 0
        try await DocumentReading(reader, read: read).run(paths) { [engine] disclosure in
            (disclosure, engine.assess(disclosure))
        } _: { path, read in
            defer {
                done += 1
                progress(Progress(done: done, total: paths.count, label: path))
            }
            switch read {
            case .failure(let error): result.failures.append(error)
            case .success(let (disclosure, assessment)):
                let findings = assessment.findings(previous: try earlier.accounts(before: disclosure))
                earlier.remember(disclosure)
                result.unplaced += disclosure.unplacedCount
                result.documents.append(
                    CheckOutput.Document(
                        file: path, unit: disclosure.unit?.name, fiscalYear: disclosure.fiscalYear?.number,
                        findings: Array(findings.prefix(keeping))))
            }
        }
        return result
    }

    /// Reads and checks documents one by one as they come, each by itself: last year's figures are the ledger's alone.
    ///
    /// - Returns: what checks one; it throws why one cannot be read.
    /// - Throws: `LedgerError` for a ledger that cannot be opened.
    package func each() throws -> @Sendable (SourceFile) throws -> Checked {
        let earlier = try EarlierAccounts(ledger: ledger)
        return { [reader, engine, read] file in
            let disclosure = try read(reader, file)
            let findings = engine.assess(disclosure).findings(previous: try earlier.accounts(before: disclosure))
            return Checked(
                document: CheckOutput.Document(
                    file: file.path, unit: disclosure.unit?.name, fiscalYear: disclosure.fiscalYear?.number,
                    findings: findings), unplaced: disclosure.unplacedCount)
        }
    }

    /// What was found in one document.
    package struct Checked: Sendable {
        /// The document with its findings.
        package var document: CheckOutput.Document
        /// How many figures could not be placed.
        package let unplaced: Int
    }
}
