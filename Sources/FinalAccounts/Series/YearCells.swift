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

    /// Takes the sum of the level below for years that have no cell.
    mutating func fill(from sums: YearCells) {
        if entries.isEmpty { entries.reserveCapacity(sums.entries.count) }
        for entry in sums.entries {
            let own = place(of: entry.year)
            if own < entries.count, entries[own].year == entry.year { continue }
            insert(Entry(year: entry.year, cell: entry.cell.summed), at: own)
        }
    }

    /// The cells as observations.
    var observations: [Observation] {
        entries.map { $0.cell.observation(year: $0.year) }
    }

    /// A note for every year that several lines were added up for.
    var notes: [SeriesNote] {
        entries.lazy.filter { $0.cell.lines > 1 }.map { .addedUp(year: $0.year, lines: $0.cell.lines) }
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
