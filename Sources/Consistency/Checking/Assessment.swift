import FinalAccounts

/// What was found in a document alone, ready to be held against last year's accounts as soon as those are known.
///
/// It keeps what was found and what the document says of the year before, not the document, and is small.
///
/// ```swift
/// let assessment = engine.assess(disclosure)
/// let findings = assessment.findings(previous: PreviousAccounts(lines: ledgerLines))
/// ```
public struct Assessment: Sendable {
    let composer: FindingComposer
    /// What rules found in the document alone, in the rules' order.
    var found: [RuleFinding] = []
    /// What the document says of figures of the year before.
    var restated: [RestatedFigure] = []
    /// Where among `found` belongs what is found by holding them against last year's.
    var restatedAt = 0

    /// About how many bytes it takes: messages in two languages with their quotes, figures with their names.
    package var byteEstimate: Int { 1_000 + 1_500 * found.count + 400 * restated.count }

    /// Everything that does not fit, the gravest first, then in the document's order.
    ///
    /// - Parameter previous: last year's accounts as published; those of any other year are not looked at.
    public func findings(previous: PreviousAccounts? = nil) -> [Finding] {
        guard let previous else { return composer.compose(found) }
        var found = found
        found.insert(contentsOf: restated.compactMap { RestatedFigureRule.finding($0, previous) }, at: restatedAt)
        return composer.compose(found)
    }
}
