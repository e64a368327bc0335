import FinalAccounts
import Platform

/// A document made ready for storing, outside any transaction: checked, laid out, digested.
struct DocumentPlan {
    let document: LedgerDocument
    let layout: LineLayout
    /// The subjects in order of first appearance in the layout.
    private(set) var subjects: [Subject] = []
    /// For every position of the layout the place of its subject in `subjects`.
    private(set) var subjectOrdinals: [UInt32] = []
    let factsHash: ContentHash
    /// The blocks of each body and year.
    let parts: [Coverage: Range<Int>]

    /// - Throws: ``LedgerError`` of kind `invalidData` for a year or a name that cannot be stored.
    init(_ document: LedgerDocument) throws(LedgerError) {
        self.document = document
        layout = LineLayout(document.lines)
        parts = layout.blocks.isEmpty ? [:] : Self.parts(of: layout)
        var digest = FactsDigest(
            contentHash: document.contentHash, unit: document.unit?.name, fiscalYear: document.fiscalYear,
            origin: document.origin)
        var ordinals: [SubjectIdentity: UInt32] = [:]
        subjectOrdinals.reserveCapacity(document.lines.count)
        for block in layout.blocks {
            try Self.check(block, in: document)
            digest.beginBlock(
                unit: block.unit.name, fiscalYear: block.fiscalYear, fund: block.fund, origin: block.origin,
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

    /// Every body and year the document speaks of.
    var coverage: Set<Coverage> {
        var keys = Set(parts.keys)
        if let own = ownKey { keys.insert(own) }
        return keys
    }

    /// The body and year the whole document is about.
    var ownKey: Coverage? {
        guard let unit = document.unit, let year = document.fiscalYear else { return nil }
        return Coverage(unit: unit, fiscalYear: year)
    }

    /// The rows of a body and year, in the document's order.
    func lines(of key: Coverage) -> [AccountLine] {
        layout.blocks[parts[key] ?? 0..<0].flatMap { block in
            block.positions.map { position in
                var line = document.lines[layout.index(at: position)]
                line.source = SourceReference(
                    file: document.fileName, page: line.source?.page, quote: line.source?.quote ?? "")
                return line
            }
        }
    }

    private static func parts(of layout: LineLayout) -> [Coverage: Range<Int>] {
        var parts: [Coverage: Range<Int>] = [:]
        var start = 0
        for end in 1..<(layout.blocks.count + 1) {
            let block = layout.blocks[start]
            if end < layout.blocks.count, layout.blocks[end].fiscalYear == block.fiscalYear,
                layout.blocks[end].unit == block.unit
            {
                continue
            }
            parts[Coverage(unit: block.unit, fiscalYear: block.fiscalYear)] = start..<end
            start = end
        }
        return parts
    }

    private static func check(_ block: LineLayout.Block, in document: LedgerDocument) throws(LedgerError) {
        if !FiscalYear.plausible.contains(block.fiscalYear.number) {
            throw LedgerError(
                .invalidData, file: document.fileName,
                problem: Bilingual("年度 \(block.fiscalYear) 超出范围", "fiscal year \(block.fiscalYear) is out of range"),
                remedy: Bilingual(
                    "请填写 \(FiscalYear.plausible.lowerBound) 至 \(FiscalYear.plausible.upperBound) 之间的年度",
                    "write a year from \(FiscalYear.plausible.lowerBound) to \(FiscalYear.plausible.upperBound)"))
        }
        if block.unit.name.isEmpty {
            throw LedgerError(
                .invalidData, file: document.fileName, problem: Bilingual("有一行没有单位", "a line names no unit"),
                remedy: Bilingual(
                    "请在 unit（单位）列填写，或用 --body-name 指明全部所属单位",
                    "fill in the column unit, or name the body of all lines with --body-name"))
        }
    }
}
