/// What became of some account lines when they were put under their newest codes.
///
/// Lines are told apart by their position among those that were joined; they are not copied.
struct JoinedLines {
    /// A subject of a unit: what a series is about.
    struct Series: Hashable {
        /// The body that spent.
        let unit: BudgetUnit
        /// The subject.
        let subject: SubjectKey
    }

    /// The number of different subjects and years among the lines.
    let placements: Int
    /// What a reader of a series has to know, in order; a series nothing was done to is absent.
    let notes: [Series: [SeriesNote]]
    private let joiner: SubjectLineJoiner

    fileprivate init(_ joiner: SubjectLineJoiner) {
        self.joiner = joiner
        placements = joiner.placements.count
        notes = joiner.notes.inOrder
    }

    /// Where a line was put: lines of one subject and year have the same number.
    func placement(of position: Int) -> Int { Int(joiner.placeOfLine[position]) }

    /// The subject of a placement under its newest code.
    func subject(at placement: Int) -> Subject { joiner.placements[placement].subject }

    /// A line with other amounts than it was given, because something moved into or out of it; `nil` for all others.
    func restated(_ position: Int) -> AccountLine? { joiner.restated[position] }
}

extension SubjectCatalog {
    /// Puts lines under their newest codes: names are resolved, retired codes give way to their successors.
    ///
    /// Where a subject moved to another section or category, the figures stated for the sections and categories of
    /// that unit, year and fund are restated: what moved is taken out of the one and added to the other, so that no
    /// amount is counted twice and a section's years can be compared. Subjects that were split stay under their old
    /// code. The notes say which series was joined from what, restated, or not joined.
    ///
    /// - Parameters:
    ///   - lines: many lines, of all units.
    ///   - places: those of them that are joined, all lines of a unit or none.
    /// - Throws: ``AmountError/overflow`` where a restated figure does not fit.
    func joined(_ lines: [AccountLine], at places: [Int]) throws(AmountError) -> JoinedLines {
        var joiner = SubjectLineJoiner(lines, at: places, catalog: self)
        try joiner.restate()
        return JoinedLines(joiner)
    }
}
