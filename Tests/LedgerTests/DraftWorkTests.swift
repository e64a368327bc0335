import FinalAccounts
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Work on drafts")
struct DraftWorkTests {
    private let folder: TemporaryFolder
    private let unit = BudgetUnit("甲街道办事处")
    private let year = FiscalYear(2024)
    private let time = Date(timeIntervalSince1970: 0)

    init() throws { folder = try TemporaryFolder() }

    private func ledger() throws -> Ledger {
        let ledger = try Ledger.create(at: folder.file("a.sqlite"))
        _ = try save(1, in: ledger)
        return ledger
    }

    private func save(_ amount: Int64, in ledger: Ledger, expecting: Int? = nil) throws -> DraftVersion {
        let subject = Subject(code: "2010301", names: ["甲", "乙", "丙"], level: .item)
        return try ledger.saveDraft(
            [DraftLine(subject: subject, suggested: Amount(minorUnits: amount))], of: unit, for: year,
            expecting: expecting, author: "王", reason: "x", at: time)
    }

    @Test("A version that was made from an earlier one is refused as a conflict, and nothing is stored")
    func expected() throws {
        let ledger = try ledger()
        #expect(try save(2, in: ledger, expecting: 1).version == 2)
        let error = #expect(throws: LedgerError.self) { try save(3, in: ledger, expecting: 1) }
        #expect(error?.reason == .conflict)
        #expect(try ledger.drafts(of: unit, for: year).count == 2)
    }

    @Test("Every step leads on from its phases alone", arguments: DraftAction.allCases)
    func steps(action: DraftAction) throws {
        for phase in DraftPhase.allCases {
            let ledger = try Ledger.create(at: folder.file("\(action.rawValue)-\(phase.rawValue).sqlite"))
            _ = try save(1, in: ledger)
            let path: [DraftAction] =
                switch phase {
                case .open: []
                case .submitted: [.submit]
                case .approved: [.submit, .approve]
                case .locked: [.submit, .approve, .lock]
                }
            func move(_ action: DraftAction) throws {
                let who = action == .submit ? "李" : "王"
                try ledger.moveDraft(of: unit, for: year, action, version: 1, who: who, why: "", at: time)
            }
            for step in path { try move(step) }
            if action.from.contains(phase) {
                try move(action)
                #expect(try ledger.draftEvents(of: unit, for: year).last?.action.to == action.to)
            } else {
                #expect(throws: LedgerError.self) { try move(action) }
            }
            guard try ledger.draftEvents(of: unit, for: year).last?.action.to ?? .open != .open else { continue }
            #expect(throws: LedgerError.self) { try save(9, in: ledger) }
        }
    }

    @Test("What was said and decided is only added to, and changes the ledger's version")
    func onlyAdded() throws {
        let ledger = try ledger()
        var versions = [try ledger.version()]
        try ledger.commentDraft(of: unit, for: year, version: 1, subject: nil, words: "为何？", who: "李", at: time)
        versions.append(try ledger.version())
        try ledger.setDraftRules(
            of: unit, for: year, "spread: range", amountUnit: "wan", scenario: nil, who: "李", at: time)
        versions.append(try ledger.version())
        try ledger.moveDraft(of: unit, for: year, .submit, version: 1, who: "李", why: "", at: time)
        versions.append(try ledger.version())
        #expect(Set(versions).count == 4)
        for sql in [
            "DELETE FROM draft_event", "UPDATE draft_event SET who = ''", "DELETE FROM draft_comment",
            "UPDATE draft_comment SET words = ''", "DELETE FROM draft_rules", "UPDATE draft_rules SET rules = ''",
        ] { #expect(throws: LedgerError.self, "\(sql)") { try ledger.write { try $0.execute(sql: sql) } } }
        #expect(try ledger.verify().isSound)
        #expect(try ledger.draftComments(of: unit, for: year).map(\.words) == ["为何？"])
        #expect(try ledger.draftRules(of: unit, for: year)?.rules == "spread: range")
    }
}
