import FinalAccounts
import Ledger
import OfficialForm

/// Subjects of which this year's documents state last year's amount, or the change on it.
struct RestatedLines {
    private let records: [FigureRecord]
    private let lines: [AccountLine]
    private let year: FiscalYear

    /// - Parameters:
    ///   - records: the figures stated in this year's documents; those of lines name their subject.
    ///   - lines: the body's lines of both years.
    init(_ records: [FigureRecord], lines: [AccountLine], year: FiscalYear) {
        self.records = records
        self.lines = lines
        self.year = year
    }

    /// A row for each subject that a figure names and this year's lines have once by that name.
    ///
    /// - Throws: `AmountError` where an amount does not fit.
    func rows() throws -> [RestatedYear.Row] {
        let previous = Measure(.line, .previousAmount).name, change = Measure(.line, .change).name
        var stated: [String: (previous: Amount?, change: Amount?)] = [:]
        for record in records where record.unit == "yuan" && !record.qualifier.isEmpty {
            let amount = try Amount(parsing: record.value, unit: .yuan)
            var known = stated[record.qualifier] ?? (nil, nil)
            // The first mention counts, as with totals.
            if record.measure == previous, known.previous == nil { known.previous = amount }
            if record.measure == change, known.change == nil { known.change = amount }
            stated[record.qualifier] = known
        }
        var rows: [RestatedYear.Row] = []
        for (name, figures) in stated.sorted(by: { $0.key < $1.key }) {
            guard let (subject, current) = try sole(named: name, in: year) else { continue }
            let restated =
                try figures.previous
                ?? figures.change.map { change throws(AmountError) in
                    try current.subtracting(change)
                }
            guard let restated else { continue }
            let published = try sole(named: name, in: year.previous, key: subject.key)?.actual
            rows.append(
                RestatedYear.Row(
                    topic: .line, subject: subject, published: published, restated: restated, current: current))
        }
        return rows
    }

    /// The subject of a name and its actual of a year; `nil` where none or several have the name, or no actual is stated.
    private func sole(
        named name: String, in year: FiscalYear, key: SubjectKey? = nil
    ) throws(AmountError) -> (subject: Subject, actual: Amount)? {
        let found = lines.filter { line in
            line.fiscalYear == year && (key.map { line.subject.key == $0 } ?? (line.subject.name == name))
        }
        guard let subject = found.first?.subject, found.allSatisfy({ $0.subject.key == subject.key }) else {
            return nil
        }
        var sum = Amount.zero
        for line in found {
            guard let actual = line.actual else { return nil }
            sum = try sum.adding(actual)
        }
        return (subject, sum)
    }
}
