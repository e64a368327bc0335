import Disclosures
import FinalAccounts
import Foundation
import OfficialForm
import SyntheticDisclosures

/// Counts, table by table, which printed amounts a reader finds where they belong.
struct ReadStudy {
    /// What became of the cells of one table.
    struct Score {
        /// Found where they belong.
        var right = 0
        /// Found somewhere else, or with another amount.
        var wrong = 0
        /// Not found at all.
        var missing = 0
    }

    let recognition: ReadOptions.Recognition
    private var scores: [String: Score] = [:]
    private var faults: [String] = []
    private var documents = 0
    private var perfect = 0

    init(recognition: ReadOptions.Recognition) {
        self.recognition = recognition
    }

    /// Reads a printed form and holds it against what it was printed from.
    mutating func add(_ seed: UInt64, _ form: SyntheticForm, _ path: String) throws {
        documents += 1
        let disclosure: Disclosure
        do {
            disclosure = try DisclosureReader(options: ReadOptions(recognition: recognition)).read(file: path)
        } catch {
            faults.append("seed \(seed): \(error)")
            for cell in form.expected { scores[Self.table(of: cell), default: Score()].missing += 1 }
            return
        }
        let found = Self.cells(disclosure)
        let wrong = found.subtracting(form.expected)
        let missing = form.expected.subtracting(found)
        for cell in form.expected.intersection(found) { scores[Self.table(of: cell), default: Score()].right += 1 }
        for cell in wrong { scores[Self.table(of: cell), default: Score()].wrong += 1 }
        for cell in missing { scores[Self.table(of: cell), default: Score()].missing += 1 }
        if wrong.isEmpty, missing.isEmpty {
            perfect += 1
        } else {
            let tables = Set((wrong.union(missing)).map(Self.table)).sorted()
            faults.append(
                "seed \(seed): \(wrong.count) wrong, \(missing.count) missing in \(tables.joined(separator: " "))")
            for cell in wrong.sorted().prefix(3) { faults.append("  wrong   \(cell)") }
            for cell in missing.sorted().prefix(3) { faults.append("  missing \(cell)") }
        }
        if disclosure.unit?.name != form.unit { faults.append("seed \(seed): body \(disclosure.unit?.name ?? "none")") }
        if disclosure.fiscalYear?.number != form.year { faults.append("seed \(seed): year") }
    }

    static func table(of cell: String) -> String { String(cell.prefix { $0 != "," }) }

    /// Every amount of the tables in the words of what was expected.
    static func cells(_ disclosure: Disclosure) -> Set<String> {
        var cells: Set<String> = []
        for table in disclosure.tables {
            for row in table.rows {
                for cell in row.cells {
                    guard let amount = cell.amount else { continue }
                    cells.insert(
                        [
                            table.kind.rawValue, row.side?.rawValue ?? "", row.code ?? "", row.label,
                            cell.role?.rawValue ?? "", amount.amount.formatted(unit: .wan, decimals: 2),
                        ].joined(separator: ","))
                }
            }
        }
        return cells
    }

    /// One row a table, then every document with a fault.
    var report: String {
        var lines = ["table                             right   wrong missing"]
        var all = Score()
        for kind in TableKind.allCases {
            let score = scores[kind.rawValue] ?? Score()
            lines.append(Self.row(kind.rawValue, score))
            all.right += score.right
            all.wrong += score.wrong
            all.missing += score.missing
        }
        lines.append(Self.row("all", all))
        let share = 100 * Double(all.right) / Double(max(1, all.right + all.missing))
        lines.append(
            "\(String(format: "%.3f", share))% of cells right; \(perfect) of \(documents) documents without a fault")
        return (lines + faults).joined(separator: "\n")
    }

    private static func row(_ name: String, _ score: Score) -> String {
        name.padding(toLength: 32, withPad: " ", startingAt: 0)
            + [score.right, score.wrong, score.missing].map { String(format: "%8d", $0) }.joined()
    }
}
