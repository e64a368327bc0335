/// The cells of one subject, in ascending order of year.
///
/// A subject has a handful of years and its lines mostly come in order, so that a sorted array is both smaller and faster
/// than a dictionary.
struct YearCells {
    private struct Entry {
        let year: Int
        var cell: YearCell
    }

    private var entries: [Entry] = []

    /// Adds a cell to that of its year.
    ///
    /// - Parameter countingLines: whether the cell is a line of the subject itself, rather than part of a sum.
    mutating func add(_ cell: YearCell, year: Int, countingLines: Bool) throws(AmountError) {
        let place = place(of: year)
        if place < entries.count, entries[place].year == year {
            try entries[place].cell.add(cell)
            if countingLines { entries[place].cell.lines += 1 }
        } else {
            insert(Entry(year: year, cell: cell), at: place)
        }
    }

    /// Adds the cells of a part, year by year.
    mutating func add(_ part: YearCells) throws(AmountError) {
        if entries.isEmpty { entries.reserveCapacity(part.entries.count) }
        for entry in part.entries { try add(entry.cell, year: entry.year, countingLines: false) }
    }

    /// What given cells state beyond the sums of the level below, year by year.
    func remainders(beyond sums: YearCells) throws(AmountError) -> YearCells {
        var rests = YearCells()
        for entry in sums.entries {
            let own = place(of: entry.year)
            guard own < entries.count, entries[own].year == entry.year,
                let rest = try entries[own].cell.remainder(beyond: entry.cell)
            else { continue }
            try rests.add(rest, year: entry.year, countingLines: false)
        }
        return rests
    }

    /// Whether there is no cell.
    var isEmpty: Bool { entries.isEmpty }

    /// Takes the sum of the level below for years that have no cell, and what a cell is silent of.
    mutating func fill(from sums: YearCells) {
        if entries.isEmpty { entries.reserveCapacity(sums.entries.count) }
        for entry in sums.entries {
            let own = place(of: entry.year)
            if own < entries.count, entries[own].year == entry.year {
                entries[own].cell.complete(from: entry.cell)
                continue
            }
            insert(Entry(year: entry.year, cell: entry.cell.summed), at: own)
        }
    }

    /// The cells as observations.
    var observations: [Observation] {
        entries.map { $0.cell.observation(year: $0.year) }
    }

    /// A note for every year that several lines were added up for, and for every year whose actuals are not all stated.
    var notes: [SeriesNote] {
        entries.flatMap { entry -> [SeriesNote] in
            let parts = entry.cell.parts
            var notes: [SeriesNote] = []
            if entry.cell.lines > 1 { notes.append(.addedUp(year: entry.year, lines: entry.cell.lines)) }
            if !parts.isComplete {
                notes.append(.incomplete(year: entry.year, stated: parts.withActual, of: parts.subjects))
            }
            return notes
        }
    }

    private mutating func insert(_ entry: Entry, at place: Int) {
        if place == entries.count { entries.append(entry) } else { entries.insert(entry, at: place) }
    }

    /// Where a year stands, or would stand.
    private func place(of year: Int) -> Int {
        var place = entries.count
        while place > 0, entries[place - 1].year >= year { place -= 1 }
        return place
    }
}
