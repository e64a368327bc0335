/// Someone who may come in.
package struct Member: Hashable, Sendable, Identifiable {
    package let id: Int64
    /// The name by which they log in; of different members different, whatever the case of letters.
    package let name: String
    package let role: Role
    package let scope: Scope
    /// Whether a password was chosen.
    package let hasPassword: Bool
    /// Whether they are kept out.
    package let isDisabled: Bool
}

/// Who asks, and what they may do by what they showed.
package struct Identity: Hashable, Sendable {
    /// How they showed who they are.
    package enum Proof: Hashable, Sendable {
        /// By the cookie of a session, with what its forms have to bring along.
        case session(csrf: String)
        case token(Int64)
    }

    package let member: Member
    package let role: Role
    package let scope: Scope
    package let proof: Proof

    package init(member: Member, role: Role, scope: Scope, proof: Proof) {
        self.member = member
        self.role = role
        self.scope = scope
        self.proof = proof
    }
}

/// A token by which a program comes in.
package struct AccessToken: Hashable, Sendable, Identifiable {
    package let id: Int64
    package let member: Int64
    /// What its owner calls it.
    package let name: String
    package let role: Role
    package let scope: Scope
    /// Seconds since 1970.
    package let createdAt: Int
    package let expiresAt: Int
    package let revokedAt: Int?
    package let usedAt: Int?
}
