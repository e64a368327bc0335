/// Account lines under their newest codes, and what was done to them.
public struct JoinedLines: Sendable {
    /// A subject of a unit: what a series is about.
    public struct Series: Hashable, Sendable {
        /// The body that spent.
        public let unit: BudgetUnit
        /// The subject.
        public let subject: SubjectKey
    }

    /// The lines in their order, under their newest codes.
    public let lines: [AccountLine]
    /// What a reader of a series has to know, in order; a series nothing was done to is absent.
    public let notes: [Series: [SeriesNote]]
}

extension SubjectCatalog {
    /// Puts lines under their newest codes: names are resolved, retired codes give way to their successors.
    ///
    /// Where a subject moved to another section or category, the figures stated for the sections and categories of
    /// that unit, year and fund are restated: what moved is taken out of the one and added to the other, so that no
    /// amount is counted twice and a section's years can be compared. Subjects that were split stay under their old
    /// code. The notes say which series was joined from what, restated, or not joined.
    ///
    /// - Throws: ``AmountError/overflow`` where a restated figure does not fit.
    public func joined(_ lines: some Sequence<AccountLine>) throws(AmountError) -> JoinedLines {
        var joiner = SubjectLineJoiner(catalog: self, expecting: lines.underestimatedCount)
        for line in lines { joiner.add(line) }
        try joiner.restate()
        return JoinedLines(lines: joiner.lines, notes: joiner.notes.inOrder)
    }
}
