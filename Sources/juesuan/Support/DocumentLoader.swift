import Disclosures
import FinalAccounts
import Foundation
import Ledger
import OfficialForm
import Platform

/// A document that was read and is ready for the ledger.
struct LoadedDocument: Sendable {
    var ledgerDocument: LedgerDocument
    var warnings: [String] = []
}

/// Reads a file of any kind into what the ledger stores.
struct DocumentLoader: Sendable {
    let reader: DisclosureReader
    let amountUnit: AmountUnit
    let scheme: SubjectScheme
    let origin: Origin?
    let latestYear: FiscalYear

    /// Reads one file.
    ///
    /// - Throws: the readers' errors; ``CommandFailure`` for a document that holds nothing to store.
    func load(_ path: String) throws -> LoadedDocument {
        try load(SourceFile(reading: path, limit: reader.options.limits.fileBytes))
    }

    /// Reads a file that was opened; what is hashed are the bytes that are read.
    ///
    /// - Throws: as ``load(_:)-(String)`` does.
    func load(_ file: SourceFile) throws -> LoadedDocument {
        let isLineFile = LineFile.isLineFile(file, yearIsGiven: reader.options.fiscalYear != nil)
        return try isLineFile ? loadLines(file) : loadDisclosure(file)
    }

    private func loadLines(_ source: SourceFile) throws -> LoadedDocument {
        let file = try LineFile.read(
            source, amountUnit: amountUnit, scheme: scheme, latestYear: latestYear, unit: reader.options.unit)
        let lines = marked(file.lines)
        let document = LedgerDocument(
            fileName: FileEntry.name(of: source.path), contentHash: ContentHash(of: source.bytes),
            origin: lines.contains { $0.origin == .synthetic } ? .synthetic : .published, lines: lines)
        return LoadedDocument(ledgerDocument: document, warnings: file.warnings.map { "\(source.path): \($0)" })
    }

    private func loadDisclosure(_ file: SourceFile) throws -> LoadedDocument {
        let path = file.path
        let disclosure = try reader.read(file)
        if disclosure.kind == .blankForm {
            throw CommandFailure(.data, "\(path): a blank form without figures; give the disclosure that was filled in")
        }
        if let year = disclosure.fiscalYear, year > latestYear {
            throw CommandFailure(
                .data, "\(path): accounts of \(year), a year that has not ended; check the year in the document")
        }
        guard let unit = disclosure.unit else {
            throw CommandFailure(.data, "\(path): the document names no body; give it with --body-name")
        }
        let evaluations = try disclosure.evaluations.map { evaluation in
            EvaluationRecord(name: evaluation.name, content: try Self.json(evaluation), page: evaluation.page)
        }
        let document = LedgerDocument(
            fileName: FileEntry.name(of: path), contentHash: ContentHash(of: file.bytes), unit: unit,
            fiscalYear: disclosure.fiscalYear, origin: origin ?? .published, lines: marked(disclosure.accountLines),
            figures: disclosure.figures.map(Self.record), evaluations: evaluations,
            diagnostics: disclosure.diagnostics.map {
                DiagnosticRecord(page: $0.page, quote: $0.quote, message: $0.message)
            })
        return LoadedDocument(ledgerDocument: document)
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

    private static func json(_ evaluation: Evaluation) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(EvaluationOutput(evaluation)), as: UTF8.self)
    }
}
