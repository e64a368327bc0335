/// Gathers what was done to which series, year by year, and puts it together as notes.
struct SeriesNoteCollector {
    private struct Restatement: Hashable {
        let moved: String
        let to: String
    }

    private struct Record {
        var years: Set<Int> = []
        var joined: [String: ClosedRange<Int>] = [:]
        var renamed: [String: Set<Int>] = [:]
        var restated: [Restatement: ClosedRange<Int>] = [:]
        var divided: (into: [String], from: Int)?
    }

    private var records: [JoinedLines.Series: Record] = [:]

    /// The series has a line in the year.
    mutating func see(_ series: JoinedLines.Series, year: FiscalYear) {
        records[series, default: Record()].years.insert(year.number)
    }

    /// A line of another code joined the series.
    mutating func join(_ series: JoinedLines.Series, from code: String, year: FiscalYear) {
        records[series, default: Record()].joined.extend(code, to: year.number)
    }

    /// A line of the series carried a name the subject had before.
    mutating func rename(_ series: JoinedLines.Series, from name: String, year: FiscalYear) {
        records[series, default: Record()].renamed[name, default: []].insert(year.number)
    }

    /// An amount moved into or out of the series because the line it belongs to changed its code.
    mutating func restate(_ series: JoinedLines.Series, moved: String, to code: String, year: FiscalYear) {
        records[series, default: Record()].restated.extend(Restatement(moved: moved, to: code), to: year.number)
    }

    /// The series ends in a split.
    mutating func divide(_ series: JoinedLines.Series, into codes: [String], from year: Int) {
        records[series, default: Record()].divided = (codes, year)
    }

    /// The notes of every series that has any; a former name is worth one only beside years under another.
    var inOrder: [JoinedLines.Series: [SeriesNote]] {
        records.compactMapValues { record in
            var notes: [SeriesNote] = []
            for (code, years) in record.joined.sorted(by: { $0.key < $1.key }) {
                notes.append(.joined(from: code, years: years))
            }
            for (name, years) in record.renamed.sorted(by: { $0.key < $1.key }) where years != record.years {
                guard let first = years.min(), let last = years.max() else { continue }
                notes.append(.joined(from: name, years: first...last))
            }
            let restated = record.restated.sorted { ($0.key.moved, $0.key.to) < ($1.key.moved, $1.key.to) }
            for (move, years) in restated {
                notes.append(.restated(moved: move.moved, to: move.to, years: years))
            }
            if let divided = record.divided {
                notes.append(.divided(into: divided.into, from: divided.from))
            }
            return notes.isEmpty ? nil : notes
        }
    }
}

extension ClosedRange<Int> {
    fileprivate func extended(to year: Int) -> ClosedRange<Int> {
        Swift.min(lowerBound, year)...Swift.max(upperBound, year)
    }
}

extension Dictionary where Value == ClosedRange<Int> {
    fileprivate mutating func extend(_ key: Key, to year: Int) {
        self[key] = self[key]?.extended(to: year) ?? year...year
    }
}
