import FinalAccounts

/// A subject that two versions of a draft treat differently.
package struct DraftChange: Hashable, Sendable {
    /// The line of the earlier version; `nil` where the subject was added.
    package let before: DraftLine?
    /// The line of the later version; `nil` where the subject was taken out.
    package let after: DraftLine?

    /// The final amount after less the one before, a missing one counting as nothing asked for.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func difference() throws(AmountError) -> Amount {
        try (after?.final ?? .zero).subtracting(before?.final ?? .zero)
    }

    /// What differs between two lists of lines, subjects matched by fund and subject key; in the order of the earlier
    /// version, added subjects behind in the order of the later one.
    package static func changes(from earlier: [DraftLine], to later: [DraftLine]) -> [DraftChange] {
        let before = Dictionary(earlier.map { (DraftLineKey($0), $0) }) { first, _ in first }
        let after = Dictionary(later.map { (DraftLineKey($0), $0) }) { first, _ in first }
        let kept = earlier.compactMap { line in
            let match = after[DraftLineKey(line)]
            return match == line ? nil : DraftChange(before: line, after: match)
        }
        let added = later.filter { before[DraftLineKey($0)] == nil }.map { DraftChange(before: nil, after: $0) }
        return kept + added
    }
}

/// What makes two lines of a draft the same line.
private struct DraftLineKey: Hashable {
    let fund: Fund?
    let subject: SubjectKey

    init(_ line: DraftLine) {
        fund = line.fund
        subject = line.subject.key
    }
}
