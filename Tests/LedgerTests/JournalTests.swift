import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Ledger

@Suite("The batch's journal")
struct JournalTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let journal: BatchJournal
    private let hash = ContentHash(of: "job".utf8)

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
        journal = BatchJournal(ledger)
    }

    private func begin(_ hash: ContentHash? = nil, at seconds: Double = 0) throws -> BatchRun {
        try journal.begin(
            job: "nightly", hash: hash ?? self.hash, command: "batch run", program: "juesuan 1",
            at: Date(timeIntervalSince1970: seconds))
    }

    @Test("A run that was cut off keeps its number and its start when it is taken up again")
    func resume() throws {
        let first = try begin()
        #expect(first.state == .running)
        let second = try begin(at: 100)
        #expect(second.id == first.id)
        #expect(second.resumed == 1)
        #expect(second.startedAt == "1970-01-01T00:00:00Z")
    }

    @Test("A run that came to its end is not taken up again")
    func finished() throws {
        let first = try begin()
        try journal.finish(first, exitCode: 1, summary: #"{"units":3}"#, at: Date(timeIntervalSince1970: 9))
        #expect(try begin().id != first.id)
        let past = try #require(try journal.runs(of: "nightly").last)
        #expect(past.state == .finished)
        #expect(past.exitCode == 1)
        #expect(past.summary == #"{"units":3}"#)
        #expect(past.finishedAt == "1970-01-01T00:00:09Z")
    }

    @Test("A run of a job that was changed since is abandoned")
    func changedJob() throws {
        let first = try begin()
        let second = try begin(ContentHash(of: "other".utf8))
        #expect(second.id != first.id)
        #expect(try journal.runs().map(\.state) == [.running, .abandoned])
    }

    @Test("What was recorded last for a task is what is found")
    func tasks() throws {
        let run = try begin()
        let failed = BatchTask(
            kind: .unit, name: "甲局", state: .failed, inputHash: hash, ledgerHash: hash, message: "no lines")
        let done = BatchTask(
            kind: .unit, name: "甲局", state: .done, inputHash: hash, ledgerHash: hash,
            outputs: [.init(path: "甲局/b", hash: hash), .init(path: "甲局/a", hash: hash)], result: #"{"flags":2}"#)
        try journal.record(failed, in: run)
        try journal.record(done, in: run)
        let found = try journal.tasks(of: "nightly", kind: .unit)
        #expect(found.count == 1)
        #expect(found["甲局"]?.run == run.id)
        #expect(found["甲局"]?.task.state == .done)
        #expect(found["甲局"]?.task.outputs.map(\.path) == ["甲局/a", "甲局/b"])
        #expect(found["甲局"]?.task.result == #"{"flags":2}"#)
        #expect(try journal.tasks(of: "nightly", kind: .document).isEmpty)
        #expect(try journal.tasks(of: "other", kind: .unit).isEmpty)
    }

    @Test("The state of a unit changes with its documents and with no others")
    func stateHash() throws {
        let unit = SampleDocuments.unit
        var seen = [try ledger.stateHash(of: unit)]
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [1]))
        seen.append(try ledger.stateHash(of: unit))
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [2]))
        seen.append(try ledger.stateHash(of: unit))
        #expect(Set(seen).count == 3)
        try ledger.importDocument(SampleDocuments.disclosure(unit: BudgetUnit("规划局")))
        #expect(try ledger.stateHash(of: unit) == seen[2])
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [1]))
        #expect(try ledger.stateHash(of: unit) == seen[1])
    }

    @Test("Two batches cannot hold one ledger, and the lock goes with its holder")
    func lock() throws {
        do {
            let lock = try BatchLock(ledger: ledger.path)
            do {
                _ = try BatchLock(ledger: ledger.path)
                Issue.record("the lock was given twice")
            } catch {
                #expect(error.reason == .busy)
                #expect(error.kind == .busy)
                #expect(error.description.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
            }
            _ = consume lock
        }
        _ = try BatchLock(ledger: ledger.path)
    }

    @Test("A lock that cannot be made is one clear error")
    func noLock() {
        #expect(throws: LedgerError.self) { _ = try BatchLock(ledger: "/nonexistent/a.sqlite") }
    }
}
