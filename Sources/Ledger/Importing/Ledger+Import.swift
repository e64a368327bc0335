import FinalAccounts
import GRDB
import Platform

extension Ledger {
    /// Stores a document as one transaction, by what it is about: its bodies, years and kind.
    ///
    /// What the ledger knows of a body and year already decides what becomes of it:
    /// - It says the same, or less: nothing changes.
    /// - It tells more and contradicts nothing: a *supplement*, whose facts are joined with the others' field by field.
    /// - It is a new *edition*: the file that was imported before and has changed since, or a document that says of itself
    ///   that it corrects an earlier one, or because a person says so. It takes the place of what is known of the bodies
    ///   and years it speaks of; that stays as history, and other bodies and years stay as they are.
    /// - It *contradicts* the ledger: it is refused, unless a person decides.
    ///
    /// - Parameters:
    ///   - document: what was read.
    ///   - run: the run this import belongs to, from ``beginRun(command:program:at:)``.
    ///   - terms: what a person decided.
    /// - Throws: ``LedgerError``; the ledger is then as it was before.
    @discardableResult
    package func importDocument(
        _ document: LedgerDocument, run: Int64? = nil, terms: ImportTerms = ImportTerms()
    ) throws(LedgerError) -> ImportOutcome {
        let plan = try DocumentPlan(document)
        return try write { try DocumentImport(plan: plan, run: run, terms: terms, database: $0).outcome() }
    }
}

/// One import inside its transaction.
struct DocumentImport {
    private let plan: DocumentPlan
    private let run: Int64?
    private let terms: ImportTerms
    private let database: Database

    init(plan: DocumentPlan, run: Int64?, terms: ImportTerms, database: Database) {
        self.plan = plan
        self.run = run
        self.terms = terms
        self.database = database
    }

    /// Stores the document, unless it is there or is refused.
    func outcome() throws -> ImportOutcome {
        let twins = try DocumentQuery(database).documents(
            where: "content_hash = ? AND facts_hash = ?",
            arguments: [plan.document.contentHash.blob, plan.factsHash.blob])
        if let known = twins.last(where: \.isCurrent) ?? twins.last, let outcome = try self.outcome(of: known) {
            return outcome
        }
        let judgement = try Judgement(plan: plan, terms: terms, database: database)
        if twins.isEmpty, let source = judgement.knownSource {
            return ImportOutcome(
                document: source, status: source.isCurrent ? .unchanged : .history, superseded: [], differences: [],
                remarks: source.isCurrent ? [] : [Self.remark(on: source)])
        }
        let remarks = try ImportDoubts(plan: plan, database: database).check(
            judgement.changing, isConfirmed: terms.isConfirmed)
        return try store(judgement, twin: twins.last, remarks: remarks)
    }

    /// What becomes of a document that is in the ledger with the same bytes and facts; `nil` where it is to count again.
    private func outcome(of known: StoredDocument) throws -> ImportOutcome? {
        if known.isCurrent {
            return ImportOutcome(document: known, status: .unchanged, superseded: [], differences: [], remarks: [])
        }
        let successor = try known.supersededBy.flatMap { try DocumentQuery(database).document($0) }
        let hasChangedBack = !known.isRemoved && successor?.fileName == plan.document.fileName
        if hasChangedBack || terms.decision == .edition { return nil }
        return ImportOutcome(
            document: known, status: .history, superseded: [], differences: [], remarks: [Self.remark(on: known)])
    }

    private static func remark(on known: StoredDocument) -> Bilingual {
        known.isRemoved
            ? Bilingual(
                "已从账本中撤出（文件 \(known.id)），“juesuan ledger reinstate \(known.id)”可恢复",
                "was taken out of the ledger (document \(known.id)); 'juesuan ledger reinstate \(known.id)' puts it back"
            )
            : Bilingual(
                "已被另一版本取代（文件 \(known.id)），“juesuan ledger reinstate \(known.id)”或 --edition 可使其重新生效",
                "another edition took its place (document \(known.id)); 'juesuan ledger reinstate \(known.id)' or --edition makes it count again"
            )
    }

    private func store(_ judgement: Judgement, twin: StoredDocument?, remarks: [Bilingual]) throws -> ImportOutcome {
        let id =
            try twin?.id
            ?? DocumentWriter(
                plan: plan, run: run, database: database, filling: judgement.filling
            ).store()
        let event = try EventTable.note(
            twin == nil ? .imported : .reinstated, of: id, who: terms.who, at: EventTable.time(of: run, in: database),
            why: terms.why, run: run, in: database)
        try database.execute(
            sql: """
                UPDATE document SET file_name = ?2, removed = 0, event_id = ifnull(event_id, ?3) WHERE id = ?1
                """, arguments: [id, plan.document.fileName, event])
        let replacements = Replacements(database)
        for (key, documents) in judgement.replaced { try replacements.note(documents.map(\.id), by: id, for: key) }
        for (key, source) in judgement.kept { try replacements.note([id], by: source.id, for: key) }
        let touched = Set(judgement.replaced.keys).union(judgement.kept.keys)
        try StandingUpdate(database, event: event).run(twin == nil ? touched : plan.coverage)
        try EventChain(database).add(event)
        guard let document = try DocumentQuery(database).document(id) else {
            throw DatabaseError(message: "document \(id) is gone inside its own transaction")
        }
        return ImportOutcome(
            document: document, status: status(judgement, twin: twin, document), superseded: judgement.superseded,
            differences: judgement.differences, remarks: remarks)
    }

    private func status(
        _ judgement: Judgement, twin: StoredDocument?, _ document: StoredDocument
    ) -> ImportOutcome.Status {
        if twin != nil { return .reinstated }
        if !judgement.superseded.isEmpty { return .replaced }
        if !document.isCurrent { return .kept }
        return judgement.isSupplement ? .supplemented : .imported
    }
}
