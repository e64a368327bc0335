import FinalAccounts
import GRDB
import Platform

/// What a document states beside its lines, held against the documents it would be joined with.
struct FigureComparison {
    /// Whether it states anything that none of them does.
    private(set) var isTelling: Bool
    /// Amounts of a whole (not of a part with a name) that none of them states as it does.
    private(set) var conflicts: [FactConflict]

    init(isTelling: Bool, conflicts: [FactConflict]) {
        self.isTelling = isTelling
        self.conflicts = conflicts
    }

    init(
        _ document: LedgerDocument, beside others: [StoredDocument], _ key: Coverage, in database: Database
    ) throws {
        var known: [Name: [FigureRecord]] = [:]
        var source: [Name: String] = [:]
        var evaluations: Set<String> = []
        for other in others {
            for figure in try DocumentFacts.figures(of: other.id, in: database) {
                known[Name(figure), default: []].append(figure)
                source[Name(figure)] = source[Name(figure)] ?? other.fileName
            }
            for evaluation in try DocumentFacts.evaluations(of: other.id, in: database) {
                evaluations.insert(evaluation.name)
            }
        }
        isTelling = document.evaluations.contains { !evaluations.contains($0.name) }
        conflicts = []
        let stated = Dictionary(grouping: document.figures, by: Name.init)
        for figure in document.figures {
            guard let before = known[Name(figure)] else {
                isTelling = true
                continue
            }
            if before.contains(where: { $0.value == figure.value }) { continue }
            isTelling = true
            // Only where the two have no value in common do they contradict each other: one document repeats itself.
            let mine = stated[Name(figure)] ?? []
            guard figure.qualifier.isEmpty, figure.unit == "yuan", figure == mine.first,
                !mine.contains(where: { mine in before.contains { $0.value == mine.value } })
            else { continue }
            conflicts.append(
                FactConflict(
                    unit: key.unit, fiscalYear: key.fiscalYear, fund: nil, subject: figure.measure,
                    field: Bilingual("数值", "value"),
                    known: Bilingual(verbatim: before[0].value), knownSource: source[Name(figure)] ?? "",
                    stated: figure.value,
                    statedSource: document.fileName + (figure.page.map { ", page \($0)" } ?? "")))
        }
    }

    /// What a figure measures.
    private struct Name: Hashable {
        let measure: String
        let qualifier: String
        let unit: String

        init(_ figure: FigureRecord) {
            (measure, qualifier, unit) = (figure.measure, figure.qualifier, figure.unit)
        }
    }
}
