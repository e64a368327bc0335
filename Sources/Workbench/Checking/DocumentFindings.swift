import Consistency
import Disclosures
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// What does not fit in the documents of a ledger, as `juesuan check` finds it, and what people settled of it.
package struct DocumentFindings: Sendable {
    private let ledger: String

    package init(ledger: String) { self.ledger = ledger }

    /// One finding, where it stands, and whether it is settled.
    package struct Entry: Sendable {
        /// By what it is known: the number of its document and a digest of rule and quote.
        package let id: String
        package let document: StoredDocument
        package let bodies: Set<BudgetUnit>
        package let finding: Finding
        /// The last decision on it; `nil` where there was none.
        package let event: FindingEvent?

        /// Whether somebody accepted it.
        package var isAccepted: Bool { event?.action == .accept }
        package var page: Int? { finding.page }
        package var quote: String { finding.quote }
        package var message: String { finding.message }
        package var suggestion: String { finding.suggestion }
        package var rule: String { finding.rule }
        package var severity: String { finding.severity.rawValue }
    }

    /// Everything that was found, the gravest first, then in the order of documents; what does not count any more is left out.
    ///
    /// - Parameter document: the one document that is wanted, whether it counts or not; `nil` for all.
    package func entries(of document: Int64? = nil, language: Language) throws -> [Entry] {
        let store = try Ledger.open(at: ledger, readOnly: true)
        let found = try store.findings(of: document)
        let documents = try store.documents(includingSuperseded: document != nil)
        let bodies = try store.bodies()
        var events: [String: FindingEvent] = [:]
        for event in try store.findingEvents() { events[Self.id(event.document, event.rule, event.quote)] = event }
        var entries: [Entry] = []
        for one in documents {
            for record in found[one.id] ?? [] {
                let text = language == .en ? record.en : record.zhHans
                let id = Self.id(one.id, record.rule, record.quote)
                entries.append(
                    Entry(
                        id: id, document: one, bodies: Set([one.unit].compactMap { $0 }).union(bodies[one.id] ?? []),
                        finding: try JSONDecoder().decode(Finding.self, from: Data(text.utf8)), event: events[id]))
            }
        }
        return entries.enumerated().sorted {
            ($0.element.finding.severity, $0.offset) < ($1.element.finding.severity, $1.offset)
        }.map(\.element)
    }

    /// Whether a document was checked.
    package func isChecked(_ document: Int64) throws -> Bool {
        try Ledger.open(at: ledger, readOnly: true).findings(of: document)[document] != nil
    }

    /// Notes what somebody decided of a finding.
    ///
    /// - Throws: `LedgerError` of reason `conflict` where it was decided so already.
    package func settle(_ entry: Entry, _ action: FindingEvent.Action, who: String, why: String, at time: Date) throws {
        try Ledger.open(at: ledger).settleFinding(
            entry.rule, Self.plain(entry.quote), of: entry.document.id, action, who: who, why: why, at: time)
    }

    // MARK: Checking

    /// Holds a document against itself and against last year's accounts of the ledger, and keeps what is found.
    ///
    /// - Parameters:
    ///   - disclosure: what was read of it, its text included.
    ///   - engines: one for each language, alike in all else.
    package func check(
        _ document: StoredDocument, _ disclosure: Disclosure, with engines: FindingEngines, program: String,
        at time: Date
    ) throws {
        let previous = try EarlierAccounts(ledger: ledger).accounts(before: disclosure)
        let (chinese, english) = (
            engines.zhHans.check(disclosure, previous: previous), engines.en.check(disclosure, previous: previous)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var records: [FindingRecord] = []
        for (one, other) in zip(chinese, english) {
            records.append(
                FindingRecord(
                    rule: one.rule, quote: Self.plain(one.quote),
                    zhHans: String(decoding: try encoder.encode(one), as: UTF8.self),
                    en: String(decoding: try encoder.encode(other), as: UTF8.self)))
        }
        try Ledger.open(at: ledger).keepFindings(records, of: document.id, program: program, at: time)
    }

    /// A quote without blanks, which do not count.
    private static func plain(_ quote: String) -> String { String(quote.filter { !$0.isWhitespace }) }

    private static func id(_ document: Int64, _ rule: String, _ quote: String) -> String {
        "\(document)-" + ContentHash(of: (rule + "\n" + plain(quote)).utf8).description.prefix(16)
    }
}

/// What finds what does not fit, in both languages.
package struct FindingEngines: Sendable {
    let zhHans: CheckEngine
    let en: CheckEngine

    /// - Parameters:
    ///   - subjects: the classification; `nil` where it is not installed.
    ///   - charactersFile: the file of characters that look alike; `nil` where it is not installed.
    /// - Throws: `ReadError` for a file that cannot be read.
    package init(subjects: SubjectCatalog?, charactersFile: String?) throws {
        let characters = try charactersFile.map { try LikeCharacters(parsing: SourceFile.settings($0)) }
        zhHans = CheckEngine(language: .zhHans, subjects: subjects?.functional, characters: characters)
        en = CheckEngine(language: .en, subjects: subjects?.functional, characters: characters)
    }
}
