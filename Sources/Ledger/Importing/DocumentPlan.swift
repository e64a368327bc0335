import FinalAccounts

/// A document made ready for storing, outside any transaction: checked, laid out, digested.
struct DocumentPlan {
    let document: LedgerDocument
    let layout: LineLayout
    /// The subjects in order of first appearance in the layout.
    private(set) var subjects: [Subject] = []
    /// For every position of the layout the place of its subject in `subjects`.
    private(set) var subjectOrdinals: [UInt32] = []
    let factsHash: ContentHash

    /// - Throws: ``LedgerError`` of kind `invalidData` for a year or a name that cannot be stored.
    init(_ document: LedgerDocument) throws(LedgerError) {
        self.document = document
        layout = LineLayout(document.lines)
        var digest = FactsDigest(
            contentHash: document.contentHash, unit: document.unit, fiscalYear: document.fiscalYear,
            origin: document.origin)
        var ordinals: [SubjectIdentity: UInt32] = [:]
        subjectOrdinals.reserveCapacity(document.lines.count)
        for block in layout.blocks {
            try Self.check(block, in: document)
            digest.beginBlock(
                unit: block.unit, fiscalYear: block.fiscalYear, fund: block.fund, origin: block.origin,
                lines: block.positions.count)
            for position in block.positions {
                let line = document.lines[layout.index(at: position)]
                let identity = SubjectIdentity(subject: line.subject.storable)
                let ordinal: UInt32
                if let known = ordinals[identity] {
                    ordinal = known
                } else {
                    try identity.subject.checkNames(file: document.fileName)
                    ordinal = UInt32(subjects.count)
                    ordinals[identity] = ordinal
                    subjects.append(identity.subject)
                }
                subjectOrdinals.append(ordinal)
                digest.add(LineRow(line), subjectOrdinal: Int(ordinal)) { identity.subject }
            }
        }
        digest.add(figures: document.figures, evaluations: document.evaluations, diagnostics: document.diagnostics)
        factsHash = digest.finish()
    }

    /// Every unit and year the document speaks of.
    var coverage: Set<Coverage> {
        var pairs = Set(layout.blocks.map { Coverage(unit: $0.unit, fiscalYear: $0.fiscalYear) })
        if let unit = document.unit, let year = document.fiscalYear {
            pairs.insert(Coverage(unit: unit, fiscalYear: year))
        }
        return pairs
    }

    private static func check(_ block: LineLayout.Block, in document: LedgerDocument) throws(LedgerError) {
        if !FiscalYear.plausible.contains(block.fiscalYear.number) {
            throw LedgerError(
                .invalidData, file: document.fileName, problem: "fiscal year \(block.fiscalYear) is out of range",
                remedy: "write a year from \(FiscalYear.plausible.lowerBound) to \(FiscalYear.plausible.upperBound)")
        }
        if block.unit.name.isEmpty {
            throw LedgerError(
                .invalidData, file: document.fileName, problem: "a line names no unit", remedy: "state the unit")
        }
    }
}

/// A unit and a year a document speaks of.
struct Coverage: Hashable {
    let unit: BudgetUnit
    let fiscalYear: FiscalYear
}
