import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

@testable import Batch

/// The smallest work a batch can do: a document is `unit year amount`, a unit's file holds its sum.
struct LineWork: BatchWork {
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    var identity = ContentHash(of: "work 1".utf8)
    var documentEndings: Set<String> { ["txt"] }
    var steps: Set<BatchStep> { [.compare, .anomalies, .forecast, .report] }
    /// The unit that cannot be worked out.
    var badUnit = ""
    /// How many bytes a document that was read is said to take.
    var weight = 10
    /// Told the documents whose readings a unit is given.
    var handedOver: @Sendable ([String]) -> Void = { _ in }

    let byteLimit = 1 << 20

    func load(_ document: BatchDocument, _ file: SourceFile, for job: BatchJob) throws -> ReadDocument<String> {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let words = text.split { $0.isWhitespace }
        guard words.count == 3, let year = Int(words[1]) else {
            throw Unreadable(description: "\(document.name): no figures")
        }
        let line = AccountLine(
            unit: BudgetUnit(String(words[0])), fiscalYear: FiscalYear(year),
            subject: Subject(code: "2010301", names: []),
            actual: try Amount(parsing: words[2], unit: document.source.amountUnit))
        let read = LedgerDocument(
            fileName: document.name, contentHash: ContentHash(of: text.utf8), unit: line.unit,
            fiscalYear: line.fiscalYear, lines: [line])
        return ReadDocument(read, reading: text, size: weight)
    }

    func analyse(_ unit: BatchUnit<String>, for job: BatchJob) throws -> UnitOutcome {
        if unit.unit.name == badUnit { throw Unreadable(description: "\(badUnit): beyond help") }
        let sum = try Amount.sum(unit.lines.compactMap(\.actual))
        _ = try WrittenFiles.keepAside(unit.folder + "/sum.txt")
        try AtomicFile.write(sum.formatted(unit: .yuan) + "\n", to: unit.folder + "/sum.txt")
        let isLarge = sum > Amount(minorUnits: 100_00)
        handedOver(unit.readings.keys.sorted())
        return UnitOutcome(files: ["sum.txt"], findings: ["large": isLarge ? 1 : 0], aboveThreshold: isLarge ? 1 : 0)
    }
}
