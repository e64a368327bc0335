import FinalAccounts
import Platform

/// A document that says of a body's year something else than the ledger.
struct Contradiction {
    let conflicts: [FactConflict]
    let file: String

    /// What is refused, both figures quoted, and what a person can decide.
    var error: LedgerError {
        let shown = conflicts.prefix(3).map(\.sentence).joined(Bilingual("；", "; "))
        let rest =
            conflicts.count > 3
            ? Bilingual("（另有 \(conflicts.count - 3) 处）", " (and \(conflicts.count - 3) more)") : Bilingual(verbatim: "")
        return LedgerError(
            .contradiction, file: file,
            problem: (shown + rest).at(
                Bilingual("账本中同年度数据不同，账本未改动", "the ledger has other figures of the same year and is left as it is")),
            remedy: Bilingual(
                "若此文件更正前者请加 --edition，只补充账本未载的请加 --supplement，保留账本现有的请加 --keep",
                "--edition if this document corrects the other, --supplement to take only what the ledger does not"
                    + " state yet, --keep to go on with what it has"))
    }
}

extension FactConflict {
    /// Both figures, with who states them.
    package var sentence: Bilingual {
        let place = [
            Bilingual(verbatim: unit.name), Bilingual(verbatim: fiscalYear.description), fund?.name,
            Bilingual(verbatim: subject),
        ].compactMap { $0 }.joined(Bilingual("，", ", "))
        return Bilingual(
            "\(field.zhHans)此处为 \(stated)，“\(knownSource)”中为 \(known.zhHans)",
            "\(field.en) is \(stated) here and \(known.en) in \(knownSource)"
        ).at(place)
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
                field: AmountField.actual.name,
                known: Bilingual(
                    "未列（该处有 \(Self.name(other))）", "not stated (there it has \(Self.name(other)))"),
                knownSource: other.source?.file ?? "", stated: mine.actual?.formatted(unit: .yuan) ?? "",
                statedSource: mine.source?.place ?? "")
        ]
    }

    private static func name(_ line: AccountLine) -> String {
        let subject = [line.subject.code, line.subject.name].compactMap { $0 }.joined(separator: " ")
        return "\(subject) \(line.actual?.formatted(unit: .yuan) ?? "")"
    }
}
