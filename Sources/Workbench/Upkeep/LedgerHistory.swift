import FinalAccounts
import Foundation
import Ledger
import Platform

/// What a ledger holds and what was done to it.
package struct LedgerHistory: Sendable {
    /// The ledger's path.
    package var ledger: String

    package init(_ ledger: String) {
        self.ledger = ledger
    }

    /// A document with the number of its lines.
    package struct Entry: Hashable, Sendable {
        package let document: StoredDocument
        package let lines: Int
        /// The bodies and the years that the lines are of.
        package let bodies: Set<BudgetUnit>
        package let years: ClosedRange<FiscalYear>?
    }

    /// The documents of the ledger.
    ///
    /// - Parameters:
    ///   - unit: the body; `nil` for all.
    ///   - isComplete: whether those that count no more are listed too.
    ///   - time: the day or moment the ledger is looked at from; `nil` for now.
    /// - Throws: `LedgerError`.
    package func documents(of unit: BudgetUnit?, isComplete: Bool, asOf time: String?) throws -> [Entry] {
        var store = try Ledger.open(at: ledger, readOnly: true)
        if let time { store = try store.asOf(time) }
        let counts = try store.lineCounts()
        var documents = try store.documents(includingSuperseded: isComplete)
        let (bodies, years) = (try store.bodies(), try store.years())
        if let unit {
            documents = documents.filter { $0.unit == unit || bodies[$0.id]?.contains(unit) == true }
        }
        return documents.map {
            Entry(document: $0, lines: counts[$0.id] ?? 0, bodies: bodies[$0.id] ?? [], years: years[$0.id])
        }
    }

    /// What was done, the latest first, with the figures that changed by it.
    ///
    /// - Throws: `LedgerError`.
    package func events(of unit: BudgetUnit?, year: FiscalYear?) throws -> [LedgerEvent] {
        try Ledger.open(at: ledger, readOnly: true).history(of: unit, year: year, withChanges: true)
    }

    /// Takes a document out or puts it back.
    ///
    /// - Parameter name: its number, or its file's name where one document only has it.
    /// - Returns: what was done; `nil` where nothing had to be.
    /// - Throws: `LedgerError`; ``WorkbenchError`` for a name of no document or of several.
    package func change(
        _ name: String, _ action: LedgerEvent.Action, who: String, why: String, command: String, program: String,
        at time: Date
    ) throws -> LedgerEvent? {
        let store = try Ledger.open(at: ledger)
        let number = try Int64(name) ?? self.number(of: name, in: store, for: action)
        let run = try store.beginRun(command: command, program: program, at: time)
        let event =
            action == .removed
            ? try store.remove(document: number, who: who, why: why, run: run)
            : try store.reinstate(document: number, who: who, why: why, run: run)
        try store.finishRun(run, outcome: "complete", at: time)
        return event
    }

    private func number(of name: String, in store: Ledger, for action: LedgerEvent.Action) throws -> Int64 {
        let named = try store.documents(includingSuperseded: true).filter { $0.fileName == name }
        let fitting = named.filter { action == .removed ? $0.isCurrent : !$0.isCurrent }
        let found = fitting.isEmpty ? named : fitting
        guard let document = found.first, found.count == 1 else {
            let numbers = found.map { String($0.id) }.joined(separator: ", ")
            throw WorkbenchError(
                .data,
                (found.isEmpty
                    ? Bilingual("没有名为“\(name)”的文件", "no document is called '\(name)'")
                    : Bilingual("有多个名为“\(name)”的文件（\(numbers)）", "several documents are called '\(name)' (\(numbers))"))
                    .at(ledger),
                advice: Bilingual(
                    "请给出“juesuan ledger list --all”所列的编号", "give its number as 'juesuan ledger list --all' shows it"))
        }
        return document.id
    }
}
