import FinalAccounts
import Foundation
import SeededNumbers

/// One body's lines as a file states them, to be forecast as they would have been before a target year.
struct Panel: Sendable {
    /// One figure of one subject.
    struct Line: Sendable {
        var year: Int
        var code: String
        var budget: Double?
        var adjusted: Double?
        var actual: Double?
    }

    var name: String
    var scheme: SubjectScheme
    var lines: [Line]

    /// The narrowest level.
    var leafLength: Int { scheme.lengths.last ?? 0 }

    /// Reads year and code in the first two fields, initial budget, adjusted budget and actual in the last three.
    static func read(_ path: String, name: String, lengths: [Int]) throws -> Panel {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let scheme = try SubjectScheme(prefixLengths: lengths)
        let leaf = lengths.last ?? 0
        let lines = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { row -> Line? in
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 5, let year = Int(fields[0]), fields[1].utf8.count == leaf,
                !(name == "Israel" && fields[1].hasPrefix("0000"))
            else { return nil }
            let values = fields.suffix(3).map { Double($0) }
            return Line(year: year, code: String(fields[1]), budget: values[0], adjusted: values[1], actual: values[2])
        }
        return Panel(name: name, scheme: scheme, lines: lines)
    }

    /// The bodies that share their first `length` digits, in order.
    func bodies(_ length: Int) -> [Panel] {
        let groups = Dictionary(grouping: lines) { String($0.code.prefix(length)) }
        return groups.sorted { $0.key < $1.key }.map { Panel(name: name + $0.key, scheme: scheme, lines: $0.value) }
    }

    /// The lines of the years from `first` to `last`.
    func years(_ first: Int, _ last: Int) -> Panel {
        Panel(name: name, scheme: scheme, lines: lines.filter { $0.year >= first && $0.year <= last })
    }

    /// A small body: 40 to 60 subjects, neighbours by code or drawn from everywhere, of those with an actual in the
    /// `known` years before the target.
    func sample(target: Int, known: Int, isRun: Bool, _ random: inout SeededGenerator) -> Panel? {
        let window = years(target - known, target)
        let eligible = Set(window.lines.filter { $0.actual != nil && $0.year < target }.map(\.code)).sorted()
        let count = random.integer(40, 60)
        guard eligible.count > count else { return nil }
        var chosen: Set<String>
        if isRun {
            let start = random.integer(0, eligible.count - count)
            chosen = Set(eligible[start..<(start + count)])
        } else {
            chosen = Set(eligible.shuffled(using: &random).prefix(count))
        }
        // Subjects that are new in the target year belong to the body when they stand between its neighbours.
        if isRun, let first = chosen.min(), let last = chosen.max() {
            chosen.formUnion(window.lines.map(\.code).filter { $0 >= first && $0 <= last })
        }
        return Panel(
            name: "\(name)-\(target)-\(known)\(isRun ? "r" : "d")-\(chosen.min() ?? "")", scheme: scheme,
            lines: window.lines.filter { chosen.contains($0.code) })
    }

    /// The series as the commands build them.
    func series() throws -> [SpendingSeries] {
        let unit = BudgetUnit(name)
        return try SeriesBuilder(scheme: scheme).series(
            from: try lines.map { line in
                AccountLine(
                    unit: unit, fiscalYear: FiscalYear(line.year), subject: Subject(code: line.code, names: []),
                    initialBudget: try line.budget.map { .stated(try Amount(rounding: $0)) } ?? .notStated,
                    adjustedBudget: try line.adjusted.map { try Amount(rounding: $0) },
                    actual: try line.actual.map { try Amount(rounding: $0) })
            })
    }
}
