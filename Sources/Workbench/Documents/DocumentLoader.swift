import Disclosures
import FinalAccounts
import Interchange
import Ledger
import OfficialForm
import Platform

/// A document that was read and is ready for the ledger.
package struct LoadedDocument: Sendable {
    /// What the ledger stores of it.
    package var ledgerDocument: LedgerDocument
    /// What was left out on reading, one sentence each.
    package var warnings: [Bilingual] = []
    /// What was read, for all that has to be known of it beside; `nil` for a file of account lines.
    package var disclosure: Disclosure?
}

/// Reads a file of any kind, once, into what the ledger stores.
package struct DocumentLoader: Sendable {
    /// Reads a disclosure.
    package typealias Read = @Sendable (DisclosureReader, SourceFile) throws -> Disclosure
    /// Finds out whether a file of account lines can be read within bounds.
    package typealias TryLines = @Sendable (AccountLineCSVReader, SourceFile) throws -> Void

    private let reader: DisclosureReader
    private let amountUnit: AmountUnit
    private let scheme: SubjectScheme
    private let origin: Origin?
    private let latestYear: FiscalYear
    private let read: Read
    private let tryLines: TryLines

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - amountUnit: the unit of amounts in files of account lines.
    ///   - scheme: how subject codes nest in those.
    ///   - origin: where figures come from; `nil` for what the file says.
    ///   - latestYear: the last year that accounts may be of.
    ///   - read: reads a disclosure.
    ///   - tryLines: finds out whether a large file of account lines can be read.
    package init(
        reader: DisclosureReader, amountUnit: AmountUnit = .yuan, scheme: SubjectScheme = .china,
        origin: Origin? = nil, latestYear: FiscalYear, read: @escaping Read = { try $0.read($1) },
        tryLines: @escaping TryLines = { _, _ in }
    ) {
        self.reader = reader
        self.amountUnit = amountUnit
        self.scheme = scheme
        self.origin = origin
        self.latestYear = latestYear
        self.read = read
        self.tryLines = tryLines
    }

    /// Reads one file.
    ///
    /// - Throws: the readers' errors; ``WorkbenchError`` for a document that holds nothing to store.
    package func load(_ path: String) throws -> LoadedDocument {
        try load(SourceFile(reading: path, limit: reader.options.limits.fileBytes))
    }

    /// Reads a file that was opened; what is hashed are the bytes that are read.
    ///
    /// - Throws: as ``load(_:)-(String)`` does.
    package func load(_ file: SourceFile) throws -> LoadedDocument {
        let isLineFile = LineFile.isLineFile(
            file, yearIsGiven: reader.options.fiscalYear != nil, columns: reader.options.columns)
        return try isLineFile ? loadLines(file) : loadDisclosure(file)
    }

    private func loadLines(_ source: SourceFile) throws -> LoadedDocument {
        let lineReader = AccountLineCSVReader(
            amountUnit: amountUnit, scheme: scheme, latestYear: latestYear, unit: reader.options.unit,
            columns: reader.options.columns)
        try tryLines(lineReader, source)
        let file = try LineFile.read(source, by: lineReader)
        let lines = marked(file.lines)
        let document = LedgerDocument(
            fileName: FileEntry.name(of: source.path), contentHash: ContentHash(of: source.bytes),
            kind: Self.kind(of: lines), origin: lines.contains { $0.origin == .synthetic } ? .synthetic : .published,
            lines: lines)
        return LoadedDocument(ledgerDocument: document, warnings: file.warnings.map { $0.at(source.path) })
    }

    private func loadDisclosure(_ file: SourceFile) throws -> LoadedDocument {
        let path = file.path
        let disclosure = try read(reader, file)
        if disclosure.kind == .accountLines { return lines(of: disclosure, file) }
        if disclosure.kind == .blankForm {
            throw WorkbenchError(
                .data, Bilingual("\(path)：空白表，没有数据", "\(path): a blank form without figures"),
                advice: Bilingual("请提供已填写的公开文件", "give the disclosure that was filled in"))
        }
        // The budget of the year ahead is published before that year begins.
        let lastYear = disclosure.kind == .budget ? latestYear.next : latestYear
        if let year = disclosure.fiscalYear, year > lastYear {
            throw WorkbenchError(
                .data,
                Bilingual("\(path)：\(year) 年度决算，而该年度尚未结束", "\(path): accounts of \(year), a year that has not ended"),
                advice: Bilingual("请核对文件中的年度", "check the year in the document"))
        }
        guard let unit = disclosure.unit else {
            throw WorkbenchError(.data, Bilingual("\(path)：文件未写明单位", "\(path): the document names no body"), .nameBody)
        }
        let evaluations = disclosure.evaluations.map { evaluation in
            EvaluationRecord(name: evaluation.name, content: evaluation.json.text(), page: evaluation.page)
        }
        let document = LedgerDocument(
            fileName: FileEntry.name(of: path), contentHash: ContentHash(of: file.bytes), unit: unit,
            fiscalYear: disclosure.fiscalYear, kind: DocumentKind(disclosure.kind),
            isCorrection: disclosure.isCorrection, origin: origin ?? .published,
            lines: marked(disclosure.accountLines).map { disclosure.kind == .budget ? $0.planned : $0 },
            figures: disclosure.figures.map(Self.record), evaluations: evaluations,
            diagnostics: disclosure.diagnostics.map {
                DiagnosticRecord(page: $0.page, quote: $0.quote, message: $0.message.en)
            })
        return LoadedDocument(
            ledgerDocument: document, warnings: try differences(in: disclosure).map { $0.at(path) },
            disclosure: disclosure)
    }

    /// Where a document's lines do not add up to the totals it states.
    private func differences(in disclosure: Disclosure) throws(AmountError) -> [Bilingual] {
        guard disclosure.kind == .finalAccounts else { return [] }
        return try TotalDifference.differences(disclosure.accountLines, scheme: scheme) { measure in
            let first = disclosure.figures.first { $0.measure == measure && $0.subject == nil }
            guard case .amount(let stated)? = first?.value else { return nil }
            return stated.amount
        }.map(\.sentence)
    }

    /// Account lines out of a workbook.
    private func lines(of disclosure: Disclosure, _ source: SourceFile) -> LoadedDocument {
        let lines = marked(disclosure.accountLines)
        let document = LedgerDocument(
            fileName: FileEntry.name(of: source.path), contentHash: ContentHash(of: source.bytes),
            kind: Self.kind(of: lines), origin: lines.contains { $0.origin == .synthetic } ? .synthetic : .published,
            lines: lines)
        return LoadedDocument(
            ledgerDocument: document, warnings: disclosure.diagnostics.map { $0.message.at(source.path) })
    }

    /// Lines that state budgets and nothing spent are a plan.
    private static func kind(of lines: [AccountLine]) -> DocumentKind {
        let isPlan = lines.allSatisfy { line in
            line.initialBudget != .notStated && line.adjustedBudget == nil && line.actual == nil
        }
        return isPlan && !lines.isEmpty ? .plan : .accounts
    }

    private func marked(_ lines: [AccountLine]) -> [AccountLine] {
        guard let origin else { return lines }
        return lines.map { line in
            var line = line
            line.origin = origin
            return line
        }
    }

    private static func record(_ figure: StatedFigure) -> FigureRecord {
        FigureRecord(
            measure: figure.measure.name, qualifier: figure.subject ?? "", value: figure.value.text,
            unit: figure.value.unitName, page: figure.page, quote: figure.quote)
    }
}

extension AccountLine {
    /// The line as part of a plan: what it says of basic and project expenditure is planned and no part of an actual.
    fileprivate var planned: AccountLine {
        var line = self
        (line.actual, line.basic, line.project) = (nil, nil, nil)
        return line
    }
}

extension DocumentKind {
    /// What a document that was read is to the ledger.
    fileprivate init(_ kind: DisclosureKind) {
        switch kind {
        case .finalAccounts, .blankForm, .accountLines: self = .accounts
        case .budget: self = .plan
        case .threePublic: self = .threePublic
        case .regional: self = .regional
        case .other: self = .other
        }
    }
}

extension Disclosure {
    /// Whether the document says of itself, at its head, that it corrects an earlier one.
    fileprivate var isCorrection: Bool {
        let head = text.folded.prefix(200)
        return ["更正", "修订版", "(修订)", "重新公开"].contains { words in
            let wanted = Array(words.unicodeScalars)
            return head.indices.contains { head[$0...].starts(with: wanted) }
        }
    }
}
