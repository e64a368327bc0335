import Access
import FinalAccounts
import Interchange
import Platform
import Reporting

/// A request that a route was found for.
struct Call: Sendable {
    let request: ServiceRequest
    let arguments: Arguments
    let language: Language
    /// Who asks; `nil` for nobody that is known.
    let identity: Identity?
    /// The file that a form brought along.
    let file: MultipartForm.File?
    let surroundings: Surroundings
    /// All routes, for what describes them.
    let table: RouteTable

    /// The ledger that is served.
    var ledger: ServedLedger { surroundings.ledger }

    /// Who may come in.
    var gate: Gate { surroundings.gate }

    /// What the answer hangs on beside what was asked and the ledger: whose bodies are seen.
    var scope: String { identity?.scope.names?.joined(separator: "\u{1F}") ?? "*" }

    /// Whether the caller may see a body.
    func maySee(_ body: BudgetUnit) -> Bool { identity?.scope.holds(body.name) ?? false }

    /// What a form of the caller's session has to bring along; empty without one.
    var csrf: String { if case .session(let csrf)? = identity?.proof { csrf } else { "" } }

    /// Whether the caller has at least a role.
    func has(_ role: Role) -> Bool { (identity?.role).map { $0 >= role } ?? false }

    /// Notes what was done.
    func note(_ action: String, of subject: String) throws(AccessError) {
        try gate.note(action, of: subject, by: identity?.member.name ?? "", in: request)
    }
}

/// What comes of a call.
enum Answer: Sendable {
    case tables([ReportTable], AmountStyle)
    case lines([AccountLine])
    case json(JSONValue)
    /// A page: its title and what stands in its frame.
    case page(String, HTML)
    case response(ServiceResponse)
}
