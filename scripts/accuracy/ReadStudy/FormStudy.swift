import Disclosures
import FinalAccounts
import Foundation
import SyntheticDisclosures

/// Counts, kind of file by kind of file, which amounts of made-up tables are found where they belong.
struct FormStudy {
    /// The kinds of file, in the order of the report; the last ones are made by LibreOffice beforehand.
    static let kinds = ["html", "printed-html", "xlsx", "docx", "csv", "one-csv", "xls", "doc", "rtf"]

    private struct Score {
        var documents = 0
        var perfect = 0
        var right = 0
        var wrong = 0
        var missing = 0
    }

    let folder: URL
    private var scores: [String: Score] = [:]
    private var faults: [String] = []

    init(folder: URL) {
        self.folder = folder
    }

    /// Writes what LibreOffice is to turn into old forms.
    static func make(_ seed: UInt64, _ form: SyntheticForm, in folder: URL) throws {
        let files = form.files(seed: seed)
        try Data(files.workbook()).write(to: folder.appending(path: "\(seed).xlsx"))
        try Data(files.document()).write(to: folder.appending(path: "\(seed).docx"))
    }

    /// Reads one disclosure from every kind of file.
    mutating func add(_ seed: UInt64, _ form: SyntheticForm) throws {
        let files = form.files(seed: seed)
        read("html", seed, form, [Array(files.page().utf8)])
        read("printed-html", seed, form, [Array(form.html.utf8)])
        read("xlsx", seed, form, [try files.workbook()])
        read("docx", seed, form, [try files.document()])
        read("csv", seed, form, files.sheets.map { Array(files.csv($0).utf8) })
        read("one-csv", seed, form, [Array(files.csv(separator: ",").utf8)])
        for ending in ["xls", "doc", "rtf"] {
            guard let bytes = try? Data(contentsOf: folder.appending(path: "\(seed).\(ending)")) else { continue }
            read(ending, seed, form, [Array(bytes)])
        }
    }

    private mutating func read(_ kind: String, _ seed: UInt64, _ form: SyntheticForm, _ documents: [[UInt8]]) {
        let ending = kind.hasSuffix("html") ? "html" : kind.hasSuffix("csv") ? "csv" : kind
        let reader = DisclosureReader(options: ReadOptions(fiscalYear: FiscalYear(form.year)))
        var found: Set<String> = []
        var kinds: [String] = []
        var problems: [String] = []
        for bytes in documents {
            do {
                let disclosure = try reader.read(bytes: bytes, file: "\(seed).\(ending)")
                found.formUnion(ReadStudy.cells(disclosure))
                kinds += disclosure.tables.map(\.kind.rawValue)
                problems += disclosure.diagnostics.filter { $0.kind == .unplacedFigure }.map(\.quote)
            } catch {
                // An empty table alone is no disclosure.
                if documents.count == 1 { problems.append("\(error)") }
            }
        }
        note(kind, seed, form, found, kinds: documents.count == 1 ? kinds : [], problems: problems)
    }

    private mutating func note(
        _ kind: String, _ seed: UInt64, _ form: SyntheticForm, _ found: Set<String>, kinds: [String],
        problems: [String]
    ) {
        let wrong = found.subtracting(form.expected).sorted()
        let missing = form.expected.subtracting(found).sorted()
        var score = scores[kind] ?? Score()
        score.documents += 1
        score.right += form.expected.intersection(found).count
        score.wrong += wrong.count
        score.missing += missing.count
        let hasNine = kinds.isEmpty || kinds == form.kinds
        if wrong.isEmpty, missing.isEmpty, problems.isEmpty, hasNine {
            score.perfect += 1
        } else {
            let tables = Set((wrong + missing).map(ReadStudy.table)).sorted().joined(separator: " ")
            faults.append("\(kind) \(seed): \(wrong.count) wrong, \(missing.count) missing in \(tables)")
            if !hasNine { faults.append("  tables  \(kinds.joined(separator: " "))") }
            for cell in wrong.prefix(3) { faults.append("  wrong   \(cell)") }
            for cell in missing.prefix(3) { faults.append("  missing \(cell)") }
            for problem in problems.prefix(2) { faults.append("  problem \(problem)") }
        }
        scores[kind] = score
    }

    /// One row a kind of file, then every document with a fault.
    var report: String {
        var lines = ["form            documents  without fault     right   wrong missing"]
        for kind in Self.kinds {
            guard let score = scores[kind] else { continue }
            lines.append(
                kind.padding(toLength: 16, withPad: " ", startingAt: 0)
                    + [score.documents, score.perfect].map { String(format: "%9d", $0) }.joined(separator: "      ")
                    + [score.right, score.wrong, score.missing].map { String(format: "%10d", $0) }.joined())
        }
        return (lines + faults).joined(separator: "\n")
    }
}
