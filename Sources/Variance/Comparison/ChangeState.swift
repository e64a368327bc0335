/// How a subject stands in two years that are compared.
package enum ChangeState: String, Hashable, Sendable, Codable {
    /// Money was spent in both years, or in neither.
    case continued
    /// Nothing was spent in the earlier year; there is no percentage on a base of zero.
    case appeared
    /// Nothing was spent in the later year.
    case ended
    /// One of the two figures is a sum of which a part is not stated, so that the change is nobody's figure.
    case incomplete
    /// One of the two years does not say, so there is no change to state.
    case notComparable = "not_comparable"
}
