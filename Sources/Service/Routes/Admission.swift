import Access
import Platform

/// Who is let in to a route.
package enum Admission: Hashable, Sendable {
    case anyone
    /// Whoever has at least this role; what is of bodies is left to the answer, which has only theirs.
    case member(Role)
    /// Whoever has at least this role for the body that is named, or for all where none is.
    case body(Role)

    /// Lets somebody in or not.
    ///
    /// - Throws: ``Problem``: whether a body that is not theirs is there at all is not told.
    func check(_ identity: Identity?, body: String?) throws(Problem) {
        let (least, isOfBody): (Role, Bool)
        switch self {
        case .anyone: return
        case .member(let role): (least, isOfBody) = (role, false)
        case .body(let role): (least, isOfBody) = (role, true)
        }
        guard let identity else { throw Problem.notLoggedIn }
        guard identity.role >= least else { throw Problem.needs(least) }
        guard isOfBody, identity.scope != .all else { return }
        guard let body else { throw Problem.severalBodies }
        guard identity.scope.holds(body) else { throw Problem.foreignBody }
    }
}
