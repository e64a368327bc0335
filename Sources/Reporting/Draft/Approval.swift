import FinalAccounts
import Platform

/// Where a line of a draft stands with those who approve it.
package enum Approval: String, Hashable, Sendable, CaseIterable {
    case pending, agreed, cut, returned

    /// The name in both languages.
    package var name: Bilingual {
        switch self {
        case .pending: Bilingual("待审", "pending")
        case .agreed: Bilingual("同意", "agreed")
        case .cut: Bilingual("核减", "cut")
        case .returned: Bilingual("退回", "returned")
        }
    }

    /// Reads a name in any language; `nil` for other words.
    init?(name: String) {
        guard
            let found = Self.allCases.first(where: { one in Language.allCases.contains { one.name.text(in: $0) == name }
            })
        else { return nil }
        self = found
    }

    /// A remark with the state before it, as versions are stored: `〔同意〕按上年`.
    package static func stored(_ approval: Approval?, _ note: String?) -> String? {
        guard let approval else { return note }
        return "〔\(approval.name.text(in: .zhHans))〕" + (note ?? "")
    }

    /// The state and the remark of a stored remark.
    package static func parted(_ stored: String?) -> (approval: Approval?, note: String?) {
        guard let stored, stored.hasPrefix("〔"), let end = stored.firstIndex(of: "〕"),
            let approval = Approval(name: String(stored[stored.index(after: stored.startIndex)..<end]))
        else { return (nil, stored) }
        let rest = String(stored[stored.index(after: end)...])
        return (approval, rest.isEmpty ? nil : rest)
    }
}
