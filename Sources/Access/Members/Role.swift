import Platform

/// What a member may do, each with all that those before it may.
package enum Role: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Reads.
    case viewer
    /// Imports, takes out and puts back, settles findings, works on drafts.
    case editor
    /// Approves and locks drafts.
    case approver
    /// Says who may do what.
    case administrator

    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .editor: 1
        case .approver: 2
        case .administrator: 3
        }
    }

    /// What it is called.
    package var name: Bilingual {
        switch self {
        case .viewer: Bilingual("查看", "viewer")
        case .editor: Bilingual("编制", "editor")
        case .approver: Bilingual("审批", "approver")
        case .administrator: Bilingual("管理", "administrator")
        }
    }
}

/// The bodies that someone sees.
package enum Scope: Hashable, Sendable {
    case all
    case bodies(Set<String>)

    /// Whether a body is among them.
    package func holds(_ body: String) -> Bool {
        switch self {
        case .all: true
        case .bodies(let names): names.contains(body)
        }
    }

    /// What both have.
    package func intersection(_ other: Scope) -> Scope {
        switch (self, other) {
        case (.all, _): other
        case (_, .all): self
        case (.bodies(let left), .bodies(let right)): .bodies(left.intersection(right))
        }
    }

    /// Their names, in order; `nil` for all there are.
    package var names: [String]? {
        switch self {
        case .all: nil
        case .bodies(let names): names.sorted()
        }
    }
}
