import Platform

/// Where a draft stands on its way from those who write it to those who approve it.
package enum DraftPhase: String, Hashable, Sendable, CaseIterable {
    /// It is worked on.
    case open
    /// It was handed in and waits for a decision.
    case submitted
    /// It was approved.
    case approved
    /// It is final.
    case locked

    /// What it is called.
    package var name: Bilingual {
        switch self {
        case .open: Bilingual("编制中", "being drafted")
        case .submitted: Bilingual("已提交", "submitted")
        case .approved: Bilingual("已批准", "approved")
        case .locked: Bilingual("已锁定", "locked")
        }
    }
}

/// A step of a draft from one phase to the next.
package enum DraftAction: String, Hashable, Sendable, CaseIterable {
    case submit, withdraw
    /// It goes back to those who write it.
    case giveBack = "return"
    case approve, lock, reopen

    /// What those do who write a draft, and those who approve it.
    package static let ofEditors = [submit, withdraw]
    package static let ofApprovers = [giveBack, approve, lock, reopen]

    /// The phases it can be done in.
    package var from: [DraftPhase] {
        switch self {
        case .submit: [.open]
        case .withdraw, .giveBack, .approve: [.submitted]
        case .lock: [.approved]
        case .reopen: [.approved, .locked]
        }
    }

    /// The phase it leads to.
    package var to: DraftPhase {
        switch self {
        case .submit: .submitted
        case .withdraw, .giveBack, .reopen: .open
        case .approve: .approved
        case .lock: .locked
        }
    }

    /// What it is called.
    package var name: Bilingual {
        switch self {
        case .submit: Bilingual("提交", "submit")
        case .withdraw: Bilingual("撤回", "withdraw")
        case .giveBack: Bilingual("退回", "return")
        case .approve: Bilingual("批准", "approve")
        case .lock: Bilingual("锁定", "lock")
        case .reopen: Bilingual("重新打开", "reopen")
        }
    }
}

/// A step that was taken: with which version, by whom, when and why.
package struct DraftEvent: Hashable, Sendable, Identifiable {
    package let id: Int64
    package let version: Int
    package let action: DraftAction
    package let who: String
    /// When, ISO 8601 in UTC.
    package let time: String
    package let why: String
}

extension [DraftEvent] {
    /// Whether somebody may take a step after these: nobody approves what they handed in, whatever they may do besides.
    package func mayStep(_ action: DraftAction, by who: String) -> Bool {
        // Names of members are told apart whatever the case of their letters.
        action != .approve || last { $0.action == .submit }?.who.lowercased() != who.lowercased()
    }
}

/// Something that was said of a draft or of one of its lines.
package struct DraftComment: Hashable, Sendable, Identifiable {
    package let id: Int64
    /// The version it was said of.
    package let version: Int
    /// The code or name of the line; `nil` where all of the draft is meant.
    package let subject: String?
    package let who: String
    /// When, ISO 8601 in UTC.
    package let time: String
    package let words: String
}

/// The rules a draft has to keep, as they were given.
package struct DraftRuleText: Hashable, Sendable {
    /// A file of rules; empty for none.
    package let rules: String
    /// The unit of amounts in it, by its name on the command line.
    package let amountUnit: String
    /// The scenario that is drafted by.
    package let scenario: String?
    package let who: String
    /// When, ISO 8601 in UTC.
    package let time: String
}
