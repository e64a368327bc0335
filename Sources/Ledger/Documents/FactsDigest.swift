import FinalAccounts
import Platform

/// The digest of everything stored for a document, over an encoding that does not depend on row ids.
///
/// In order: the text `juesuan facts 1`; the content hash; the document's unit, year and origin; each block with its
/// unit, year, fund, origin and number of lines, followed by its lines; the figures; the evaluations; the
/// diagnostics, all in ``FactsEncoding``. A line names its subject by the order of first appearance and spells
/// it out the first time. The document's file name and its number in the ledger are not covered.
struct FactsDigest {
    private var encoding = FactsEncoding()
    private var knownSubjects = 0

    init(contentHash: ContentHash, unit: String?, fiscalYear: FiscalYear?, origin: Origin) {
        encoding.add("juesuan facts 1")
        encoding.add(contentHash)
        encoding.add(unit)
        encoding.add(fiscalYear.map { Int64($0.number) })
        encoding.add(origin.rawValue)
    }

    /// Begins a block; its lines follow.
    mutating func beginBlock(unit: String, fiscalYear: FiscalYear, fund: Fund, origin: Origin, lines: Int) {
        encoding.add(unit)
        encoding.add(Int64(fiscalYear.number))
        encoding.add(fund.rawValue)
        encoding.add(origin.rawValue)
        encoding.add(Int64(lines))
    }

    /// Adds a line.
    ///
    /// - Parameters:
    ///   - subjectOrdinal: the place of the line's subject in order of first appearance.
    ///   - subject: the subject; asked for only at its first appearance.
    mutating func add(_ row: LineRow, subjectOrdinal: Int, subject: () throws -> Subject) rethrows {
        encoding.add(Int64(subjectOrdinal))
        if subjectOrdinal == knownSubjects {
            knownSubjects += 1
            encoding.add(try subject())
        }
        encoding.add(row.unbudgeted)
        encoding.add(row.initialBudget)
        encoding.add(row.adjustedBudget)
        encoding.add(row.actual)
        encoding.add(row.basic)
        encoding.add(row.project)
        encoding.add(row.reason)
        encoding.add(row.page)
        encoding.add(row.quote)
        encoding.digestFullPieces()
    }

    /// Adds what was read beside the lines.
    mutating func add(
        figures: [FigureRecord], evaluations: [EvaluationRecord], diagnostics: [DiagnosticRecord]
    ) {
        encoding.add(Int64(figures.count))
        for figure in figures {
            for text in [figure.measure, figure.qualifier, figure.value, figure.unit, figure.quote] {
                encoding.add(text)
            }
            encoding.add(figure.page.map(Int64.init))
        }
        encoding.add(Int64(evaluations.count))
        for evaluation in evaluations {
            encoding.add(evaluation.name)
            encoding.add(evaluation.content)
            encoding.add(evaluation.page.map(Int64.init))
        }
        encoding.add(Int64(diagnostics.count))
        for diagnostic in diagnostics {
            encoding.add(diagnostic.quote)
            encoding.add(diagnostic.message)
            encoding.add(diagnostic.page.map(Int64.init))
        }
    }

    /// The digest of everything added; the receiver must not be used afterwards.
    mutating func finish() -> ContentHash {
        encoding.finish()
    }
}
