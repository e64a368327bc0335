import FinalAccounts
import Platform

/// What a document says of a body's year beside what is known of it.
struct FactComparison {
    /// Figures that both state and that are not the same.
    private(set) var conflicts: [FactConflict] = []
    /// Whether the document tells anything that is not known.
    private(set) var isTelling = false
    /// Whether the document leaves anything out that is known.
    private(set) var isSilent = false
    /// Subjects with actuals that only one of them has, at a level and fund that both speak of; where each has some,
    /// their sum would be nobody's figure.
    private(set) var onlyKnown: [AccountLine] = []
    private(set) var onlyStated: [AccountLine] = []

    /// Whether the two cannot both stand without a person's decision.
    var isContradiction: Bool { !conflicts.isEmpty || !onlyKnown.isEmpty && !onlyStated.isEmpty }

    init(known: FactTable, stated: FactTable) {
        let precision = Precision(known.lines, stated.lines)
        var matched: Set<Int> = []
        let twins = known.twins(of: stated)
        for (index, line) in stated.lines.enumerated() {
            guard let place = known.place(of: line) ?? twins[index] else {
                isTelling = true
                onlyStated.append(line)
                continue
            }
            matched.insert(place)
            let own = known.lines[place]
            for field in AmountField.allCases {
                switch (field.amount(of: own), field.amount(of: line)) {
                case (nil, nil): break
                case (nil, _?): isTelling = true
                case (_?, nil): isSilent = true
                case (let before?, let after?):
                    if precision.agree(before, after) {
                        if before != after, precision.isSecondFiner { isTelling = true }
                    } else {
                        conflicts.append(FactConflict(own, line, field, before, after))
                    }
                }
            }
            if line.initialBudget == .unbudgeted, own.initialBudget == .notStated { isTelling = true }
            if line.subject.code != nil, own.subject.code == nil { isTelling = true }
            if line.reason != nil, own.reason == nil { isTelling = true }
            if own.reason != nil, line.reason == nil { isSilent = true }
        }
        for (place, line) in known.lines.enumerated() where !matched.contains(place) {
            isSilent = true
            onlyKnown.append(line)
        }
        keepComparable(known: known, stated: stated)
    }

    /// Keeps only subjects with money at a level and fund that both speak of.
    private mutating func keepComparable(known: FactTable, stated: FactTable) {
        let shared = Set(known.lines.compactMap(Ground.init)).intersection(stated.lines.compactMap(Ground.init))
        let isComparable = { (line: AccountLine) in Ground(line).map(shared.contains) ?? false }
        onlyKnown = onlyKnown.filter(isComparable)
        onlyStated = onlyStated.filter(isComparable)
    }
}

/// A fund and a level that a line with an actual stands on.
private struct Ground: Hashable {
    let fund: Fund
    let depth: Int

    init?(_ line: AccountLine) {
        guard let actual = line.actual, actual != .zero else { return nil }
        fund = line.fund
        depth = line.subject.level.depth
    }
}

extension FactConflict {
    init(_ known: AccountLine, _ stated: AccountLine, _ field: AmountField, _ before: Amount, _ after: Amount) {
        self.init(
            unit: stated.unit, fiscalYear: stated.fiscalYear, fund: stated.fund,
            subject: [stated.subject.code, stated.subject.name].compactMap { $0 }.joined(separator: " "),
            field: field.name, known: Bilingual(verbatim: before.formatted(unit: .yuan)),
            knownSource: known.source?.file ?? "",
            stated: after.formatted(unit: .yuan), statedSource: stated.source?.place ?? "")
    }
}

extension SourceReference {
    /// The file, and the page where there is one.
    var place: String { file + (page.map { ", page \($0)" } ?? "") }
}
