/// The cells of one subject, in ascending order of year.
///
/// A subject has a handful of years and its lines mostly come in order, so that a sorted array is both smaller and faster
/// than a dictionary.
struct YearCells {
    private var years: [Int] = []
    private var cells: [YearCell] = []

    /// Adds a cell to that of its year.
    ///
    /// - Parameter countingLines: whether the cell is a line of the subject itself, rather than part of a sum.
    mutating func add(_ cell: YearCell, year: Int, countingLines: Bool) throws(AmountError) {
        let place = place(of: year)
        if place < years.count, years[place] == year {
            try cells[place].add(cell)
            if countingLines { cells[place].lines += 1 }
        } else {
            years.insert(year, at: place)
            cells.insert(cell, at: place)
        }
    }

    /// Adds the cells of a part, year by year.
    mutating func add(_ part: YearCells) throws(AmountError) {
        for place in part.years.indices {
            try add(part.cells[place], year: part.years[place], countingLines: false)
        }
    }

    /// Takes the sum of the level below for years that have no cell.
    mutating func fill(from sums: YearCells) {
        for (place, year) in sums.years.enumerated() {
            let own = self.place(of: year)
            if own < years.count, years[own] == year { continue }
            years.insert(year, at: own)
            cells.insert(sums.cells[place].summed, at: own)
        }
    }

    /// The cells as observations.
    var observations: [Observation] {
        years.indices.map { cells[$0].observation(year: years[$0]) }
    }

    /// A note for every year that several lines were added up for.
    var notes: [SeriesNote] {
        years.indices.lazy.filter { cells[$0].lines > 1 }.map { .addedUp(year: years[$0], lines: cells[$0].lines) }
    }

    /// Where a year stands, or would stand.
    private func place(of year: Int) -> Int {
        var place = years.count
        while place > 0, years[place - 1] >= year { place -= 1 }
        return place
    }
}
