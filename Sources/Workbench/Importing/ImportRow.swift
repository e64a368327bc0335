import Ledger
import Platform

/// What became of one file of an import.
package struct ImportRow: Sendable {
    /// The file.
    package private(set) var path: String
    /// How it was stored; `nil` where it was not.
    package private(set) var status: ImportOutcome.Status?
    /// How many account lines, stated figures and diagnostics were read.
    package private(set) var lines = 0
    package private(set) var figures = 0
    package private(set) var diagnostics = 0
    /// What a person should know, one sentence each.
    package private(set) var warnings: [Bilingual] = []
    /// Why it was not stored.
    package private(set) var failure: (any Error)?

    init(path: String, document: LoadedDocument, outcome: ImportOutcome) {
        self.path = path
        status = outcome.status
        lines = document.ledgerDocument.lines.count
        figures = document.ledgerDocument.figures.count
        diagnostics = document.ledgerDocument.diagnostics.count
        warnings =
            document.warnings + outcome.remarks.map { $0.at(path) }
            + outcome.differences.map { $0.sentence.at(path) }
    }

    init(path: String, failure: any Error) {
        self.path = path
        self.failure = failure
    }

    /// The same of a file that people know by another name than that of the path it was read from.
    package func shown(as name: String) -> ImportRow {
        var row = self
        row.path = name
        row.warnings = warnings.map { $0.replacing(path, with: name) }
        return row
    }
}
