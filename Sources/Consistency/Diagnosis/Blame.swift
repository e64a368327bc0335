/// The figures that one cause made wrong, and what they should be.
struct Blame: Sendable {
    /// The wrong figures with the value each should have, in the document's order. More than one where the same
    /// wrong number was copied, or where several differ by the same amount.
    var corrections: [(fact: Fact.ID, value: Rational)]
    /// The relations that the corrections mend.
    var mended: [Relation]
    /// Whether several relations agree on the corrections; otherwise only the relation itself is known to fail,
    /// and any of its figures may be the wrong one.
    var isCertain: Bool
    /// Whether everything would hold if figures with fewer decimals than usual were rounded to those.
    var isLoose: Bool
}
