import Disclosures
import FinalAccounts
import Foundation
import OfficialForm
import SyntheticDisclosures

/// Counts which figures of scanned tables are taken for facts, how many of these are wrong, and how many are left as
/// diagnostics.
struct ScanStudy {
    private struct Score {
        var printed = 0
        var right = 0
        var wrong = 0
    }

    private let subjects: SubjectCatalog?
    private var scores: [String: Score] = [:]
    private var faults: [String] = []

    init(subjects: SubjectCatalog?) {
        self.subjects = subjects
    }

    /// Reads the scan of some pages of a made-up disclosure.
    ///
    /// - Parameters:
    ///   - printed: the PDF with text that was scanned; it says which cells stand on which page.
    ///   - pages: the pages that were scanned.
    mutating func add(_ name: String, _ form: SyntheticForm, _ path: String, printed: String, pages: ClosedRange<Int>) {
        guard FileManager.default.isReadableFile(atPath: path),
            var text = try? DisclosureReader(options: ReadOptions(recognition: .off)).read(file: printed)
        else { return }
        for table in text.tables.indices {
            text.tables[table].rows.removeAll { !($0.page.map(pages.contains) ?? false) }
        }
        add(
            name + (form.isRuled ? "" : " (no rules)"), form.expected.intersection(ReadStudy.cells(text)),
            all: form.expected, year: FiscalYear(form.year), path)
    }

    /// Reads the scan of a real disclosure of 2024, where it is there, and holds it against the golden cells of its text.
    mutating func addReal(_ name: String, _ path: String) {
        let golden = "Tests/DisclosuresTests/Goldens/\(name)-cells.csv"
        guard FileManager.default.isReadableFile(atPath: path),
            let text = try? String(contentsOfFile: golden, encoding: .utf8)
        else { return }
        let cells = text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).enumerated().filter { $0.offset != 1 }
                .map { String($0.element) }.joined(separator: ",")
        }
        add(name, Set(cells), all: Set(cells), year: FiscalYear(2024), path)
    }

    private mutating func add(
        _ name: String, _ expected: Set<String>, all: Set<String>, year: FiscalYear?, _ path: String
    ) {
        guard FileManager.default.isReadableFile(atPath: path) else { return }
        let reader = DisclosureReader(
            options: ReadOptions(unit: BudgetUnit("某局"), fiscalYear: year, recognition: .always),
            subjects: { [subjects] in subjects })
        let found: Set<String>
        var unconfirmed = 0
        var unread = 0
        do {
            let disclosure = try reader.read(file: path)
            found = ReadStudy.cells(disclosure)
            unconfirmed = disclosure.diagnostics.count { $0.kind == .unconfirmed }
            unread = disclosure.diagnostics.count { $0.kind == .unplacedFigure }
            if ProcessInfo.processInfo.environment["SHOW"] != nil {
                for diagnostic in disclosure.diagnostics {
                    print("  ", diagnostic.kind, diagnostic.quote, diagnostic.message)
                }
                for table in disclosure.tables {
                    print(table.kind, table.title, table.columns.map { $0.role?.rawValue ?? "?" + $0.header })
                }
            }
        } catch {
            faults.append("\(name): \(error)")
            found = []
        }
        for cell in expected { scores[ReadStudy.table(of: cell), default: Score()].printed += 1 }
        for cell in expected.intersection(found) { scores[ReadStudy.table(of: cell), default: Score()].right += 1 }
        let wrong = found.subtracting(all).sorted()
        for cell in wrong { scores[ReadStudy.table(of: cell), default: Score()].wrong += 1 }
        let right = expected.intersection(found).count
        faults.append(
            "\(name): \(right) of \(expected.count) confirmed, \(wrong.count) wrong, \(unconfirmed) unconfirmed, \(unread) unread"
        )
        for cell in wrong.prefix(5) { faults.append("  wrong   \(cell)") }
    }

    /// One row a table, then one a document.
    var report: String {
        var lines = ["table                            printed  confirmed   share    wrong"]
        var all = Score()
        for kind in TableKind.allCases {
            let score = scores[kind.rawValue] ?? Score()
            lines.append(Self.row(kind.rawValue, score))
            all.printed += score.printed
            all.right += score.right
            all.wrong += score.wrong
        }
        return (lines + [Self.row("all", all)] + faults).joined(separator: "\n")
    }

    private static func row(_ name: String, _ score: Score) -> String {
        name.padding(toLength: 30, withPad: " ", startingAt: 0)
            + String(format: "%10d", score.printed) + String(format: "%11d", score.right)
            + String(format: "%8.1f%%", 100 * Double(score.right) / Double(max(1, score.printed)))
            + String(format: "%8d", score.wrong)
    }
}
