import FinalAccounts

/// The digest of everything stored for a document, over an encoding that does not depend on row ids.
///
/// In order: the text `juesuan facts 1`; the content hash; the document's unit, year and origin; each block with its
/// unit, year, fund, origin and number of lines, followed by its lines; the figures; the evaluations; the
/// diagnostics. Numbers are 64 bits, lowest byte first; a text is its number of UTF-8 bytes and these; a value that may
/// be missing has a byte 0 or 1 before it. A line names its subject by the order of first appearance and spells
/// it out the first time. The document's file name and its number in the ledger are not covered.
struct FactsDigest {
    private var digest = Digest()
    private var buffer: [UInt8] = []
    private var knownSubjects = 0

    init(contentHash: ContentHash, unit: BudgetUnit?, fiscalYear: FiscalYear?, origin: Origin) {
        buffer.reserveCapacity(Self.pieceSize + 4096)
        add("juesuan facts 1")
        buffer += contentHash.bytes
        add(unit?.name)
        add(fiscalYear.map { Int64($0.number) })
        add(origin.rawValue)
    }

    /// Begins a block; its lines follow.
    mutating func beginBlock(unit: BudgetUnit, fiscalYear: FiscalYear, fund: Fund, origin: Origin, lines: Int) {
        add(unit.name)
        add(Int64(fiscalYear.number))
        add(fund.rawValue)
        add(origin.rawValue)
        add(Int64(lines))
    }

    /// Adds a line.
    ///
    /// - Parameters:
    ///   - subjectOrdinal: the place of the line's subject in order of first appearance.
    ///   - subject: the subject; asked for only at its first appearance.
    mutating func add(_ row: LineRow, subjectOrdinal: Int, subject: () throws -> Subject) rethrows {
        add(Int64(subjectOrdinal))
        if subjectOrdinal == knownSubjects {
            knownSubjects += 1
            add(try subject())
        }
        buffer.append(row.unbudgeted ? 1 : 0)
        add(row.initialBudget)
        add(row.adjustedBudget)
        add(row.actual)
        add(row.basic)
        add(row.project)
        add(row.reason)
        add(row.page)
        add(row.quote)
        if buffer.count >= Self.pieceSize { flush() }
    }

    /// Adds what was read beside the lines.
    mutating func add(
        figures: [FigureRecord], evaluations: [EvaluationRecord], diagnostics: [DiagnosticRecord]
    ) {
        add(Int64(figures.count))
        for figure in figures {
            for text in [figure.measure, figure.qualifier, figure.value, figure.unit, figure.quote] { add(text) }
            add(figure.page.map(Int64.init))
        }
        add(Int64(evaluations.count))
        for evaluation in evaluations {
            add(evaluation.name)
            add(evaluation.content)
            add(evaluation.page.map(Int64.init))
        }
        add(Int64(diagnostics.count))
        for diagnostic in diagnostics {
            add(diagnostic.quote)
            add(diagnostic.message)
            add(diagnostic.page.map(Int64.init))
        }
    }

    /// The digest of everything added; the receiver must not be used afterwards.
    mutating func finish() -> ContentHash {
        flush()
        return digest.finish()
    }

    private static let pieceSize = 1 << 16

    private mutating func flush() {
        digest.update(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ subject: Subject) {
        add(subject.code)
        add(Int64(subject.level.depth))
        add(Int64(subject.names.count))
        for name in subject.names { add(name) }
    }

    private mutating func add(_ value: Int64) {
        withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func add(_ value: Int64?) {
        buffer.append(value == nil ? 0 : 1)
        if let value { add(value) }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(Int64(bytes.count))
            buffer.append(contentsOf: bytes)
        }
    }

    private mutating func add(_ text: String?) {
        buffer.append(text == nil ? 0 : 1)
        if let text { add(text) }
    }
}
