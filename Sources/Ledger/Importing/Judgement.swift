import FinalAccounts
import GRDB
import Platform

/// What a document is beside what the ledger knows of its bodies and years.
struct Judgement {
    /// What takes the place of what, by body and year: every earlier document of those, counting or not.
    private(set) var replaced: [Coverage: [StoredDocument]] = [:]
    /// The documents whose figures stand against this one's, by body and year.
    private(set) var kept: [Coverage: StoredDocument] = [:]
    /// The bodies and years of which it only fills gaps.
    private(set) var filling: Set<Coverage> = []
    /// The bodies and years that it is the first or the newest to speak of.
    private(set) var changing: Set<Coverage> = []
    /// Those that counted and do not any more.
    private(set) var superseded: [StoredDocument] = []
    /// Figures it states otherwise, where it is joined all the same.
    private(set) var differences: [FactConflict] = []
    /// Whether it is joined with others.
    private(set) var isSupplement = false
    /// The document that says everything this one does; `nil` where it tells anything new.
    private(set) var knownSource: StoredDocument?

    private let plan: DocumentPlan
    private let terms: ImportTerms
    private let replacements: Replacements
    private let database: Database
    private var tellsAnything = false

    /// - Throws: ``LedgerError`` for a document that contradicts the ledger where nobody decided.
    init(plan: DocumentPlan, terms: ImportTerms, database: Database) throws {
        self.plan = plan
        self.terms = terms
        self.database = database
        replacements = Replacements(database)
        let isFirst = try Int.fetchOne(database, sql: "SELECT count(*) FROM (SELECT 1 FROM document LIMIT 1)") == 0
        if isFirst {
            changing = plan.coverage
            return
        }
        var conflicts: [FactConflict] = []
        for key in plan.coverage { conflicts += try judge(key) }
        if !conflicts.isEmpty, tellsAnything || !isOldEdition(conflicts) {
            throw Contradiction(conflicts: conflicts, file: plan.document.fileName).error
        }
        if tellsAnything { knownSource = nil }
    }

    private mutating func judge(_ key: Coverage) throws -> [FactConflict] {
        let all = try replacements.documents(of: plan.document.kind, for: key)
            .filter { !($0.contentHash == plan.document.contentHash && $0.factsHash == plan.factsHash) }
        let counting = all.filter(\.isCurrent)
        guard !counting.isEmpty else {
            changing.insert(key)
            tellsAnything = true
            return []
        }
        let isEdition = terms.decision == .edition || plan.document.isCorrection
        let earlier = counting.filter { isEdition || isSameFile($0) }
        if !earlier.isEmpty {
            replaced[key] = all.filter { isEdition || isSameFile($0) || !$0.isCurrent }
            superseded += earlier.filter { document in !superseded.contains { $0.id == document.id } }
            changing.insert(key)
            tellsAnything = true
        }
        let others = counting.filter { document in !earlier.contains { $0.id == document.id } }
        return others.isEmpty ? [] : try compare(key, with: others, history: all.filter { !$0.isCurrent })
    }

    /// Whether a document is the file that is imported now, as it was before it changed, or its bytes read otherwise.
    private func isSameFile(_ document: StoredDocument) -> Bool {
        document.fileName == plan.document.fileName || document.contentHash == plan.document.contentHash
    }

    private mutating func compare(
        _ key: Coverage, with others: [StoredDocument], history: [StoredDocument]
    ) throws -> [FactConflict] {
        let stated = try table(plan.lines(of: key), key)
        let known = try facts(of: others, key)
        let lines = FactComparison(known: known, stated: stated)
        var figures = FigureComparison(isTelling: false, conflicts: [])
        if key == plan.ownKey {
            figures = try FigureComparison(
                plan.document, beside: others.filter { $0.unit == key.unit && $0.fiscalYear == key.fiscalYear }, key,
                in: database)
        }
        let isRestatement = !lines.isTelling && !lines.isSilent
        let conflicts = lines.allConflicts + (isRestatement ? figures.conflicts : [])
        if !conflicts.isEmpty {
            switch terms.decision {
            case .supplement:
                filling.insert(key)
                differences += conflicts
            case .keep:
                kept[key] = others[0]
            case .edition, nil:
                if let old = try history.first(where: { try says(stated, $0, key) }) {
                    knownSource = knownSource ?? old
                }
                return conflicts
            }
            tellsAnything = true
            isSupplement = true
            return []
        }
        differences += isRestatement ? [] : figures.conflicts
        if lines.isTelling || figures.isTelling {
            tellsAnything = true
            isSupplement = true
        }
        knownSource = knownSource ?? others[0]
        return []
    }

    private func facts(of documents: [StoredDocument], _ key: Coverage) throws -> FactTable {
        let blocks = try replacements.blocks(of: Set(documents.map(\.id)), for: key)
        var reader = try CurrentLines(database)
        return try reader.facts(of: blocks)
    }

    /// Whether a document that counts no more says everything that this one does.
    private func says(_ stated: FactTable, _ document: StoredDocument, _ key: Coverage) throws -> Bool {
        let comparison = FactComparison(known: try facts(of: [document], key), stated: stated)
        return !comparison.isContradiction && !comparison.isTelling && !comparison.isSilent
    }

    private func isOldEdition(_ conflicts: [FactConflict]) -> Bool { knownSource?.isCurrent == false }

    private func table(_ rows: [AccountLine], _ key: Coverage) throws -> FactTable {
        do {
            return try FactTable(document: rows)
        } catch {
            throw LedgerError(
                .invalidData, file: plan.document.fileName,
                place: Bilingual("\(key.unit.name)，\(key.fiscalYear) 年度", "\(key.unit.name), \(key.fiscalYear)"),
                problem: Bilingual("同一科目各行之和超出金额范围", "the rows of one subject add up to more than an amount can hold"),
                remedy: Bilingual("请改正各行", "correct the rows"))
        }
    }
}
