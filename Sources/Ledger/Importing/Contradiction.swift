import FinalAccounts

/// A document that says of a body's year something else than the ledger.
struct Contradiction {
    let conflicts: [FactConflict]
    let file: String

    /// What is refused, both figures quoted, and what a person can decide.
    var error: LedgerError {
        let shown = conflicts.prefix(3).map(\.sentence).joined(separator: "; ")
        let rest = conflicts.count > 3 ? " (and \(conflicts.count - 3) more)" : ""
        return LedgerError(
            .contradiction, file: file,
            problem: "the ledger has other figures of the same year and is left as it is: \(shown)\(rest)",
            remedy: "--edition if this document corrects the other, --supplement to take only what the ledger does not"
                + " state yet, --keep to go on with what it has")
    }
}

extension FactConflict {
    /// Both figures, with who states them.
    package var sentence: String {
        let place = [unit.name, fiscalYear.description, fund?.rawValue, subject].compactMap { $0 }.joined(
            separator: ", ")
        return "\(place): \(field) is \(stated) here and \(known) in \(knownSource)"
    }
}

extension FactComparison {
    /// The figures both state, and the subjects that only one of them has where each has some.
    var allConflicts: [FactConflict] {
        guard conflicts.isEmpty, isContradiction, let mine = onlyStated.first, let other = onlyKnown.first else {
            return conflicts
        }
        return [
            FactConflict(
                unit: mine.unit, fiscalYear: mine.fiscalYear, fund: mine.fund,
                subject: [mine.subject.code, mine.subject.name].compactMap { $0 }.joined(separator: " "),
                field: "actual", known: "not stated (there it has \(Self.name(other)))",
                knownSource: other.source?.file ?? "", stated: mine.actual?.formatted(unit: .yuan) ?? "",
                statedSource: mine.source?.place ?? "")
        ]
    }

    private static func name(_ line: AccountLine) -> String {
        let subject = [line.subject.code, line.subject.name].compactMap { $0 }.joined(separator: " ")
        return "\(subject) \(line.actual?.formatted(unit: .yuan) ?? "")"
    }
}
