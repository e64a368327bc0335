import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting
import Testing

@testable import Batch

@Suite("Running a job")
struct BatchRunnerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: true)
        for unit in ["甲局", "乙局", "丙局"] {
            for year in 2021...2023 { try write("\(unit) \(year) 10", to: "in/\(unit)-\(year).txt") }
        }
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
    }

    private func read(_ name: String) -> String? {
        try? String(contentsOfFile: folder.file(name), encoding: .utf8)
    }

    private func run(
        _ text: String = "sources: in", work: LineWork = LineWork(), observe: @escaping (BatchEvent) -> Void = { _ in }
    ) async throws -> BatchSummary {
        let file = folder.file("job.yaml")
        return try await BatchRunner(job: BatchJob(text: text, file: file), file: file, work: work).run(
            command: "batch run", program: "test", now: { Date(timeIntervalSince1970: 0) }, observe: observe)
    }

    @Test("Documents are stored, units worked out, and the summary tells of both")
    func all() async throws {
        let summary = try await run()
        #expect(summary.exitCode == 0)
        #expect(summary.count(.imported) == 9)
        #expect(summary.units.map(\.name) == ["丙局", "乙局", "甲局"])
        #expect(read("out/甲局/sum.txt") == "30\n")
        #expect(read("out/summary.json")?.contains("\"exitCode\": 0") == true)
        #expect(try Ledger.open(at: folder.file("juesuan.sqlite")).verify().isSound)
    }

    @Test("A second run skips everything and writes nothing")
    func unchanged() async throws {
        _ = try await run()
        let before = try FileManager.default.attributesOfItem(atPath: folder.file("out/甲局/sum.txt"))[.systemFileNumber]
        let summary = try await run()
        #expect(summary.documents.allSatisfy { $0.status == .skipped })
        #expect(summary.units.allSatisfy { $0.status == .skipped })
        let after = try FileManager.default.attributesOfItem(atPath: folder.file("out/甲局/sum.txt"))[.systemFileNumber]
        #expect(before as? Int == after as? Int)
    }

    @Test("A changed document makes its own unit, and no other, be done again")
    func changedDocument() async throws {
        _ = try await run()
        try write("甲局 2023 11", to: "in/甲局-2023.txt")
        let summary = try await run()
        #expect(summary.count(.replaced) == 1)
        #expect(summary.units.filter { $0.status == .done }.map(\.name) == ["甲局"])
        #expect(read("out/甲局/sum.txt") == "31\n")
    }

    @Test("A file that was removed or edited is made again; the edited one is kept")
    func changedOutput() async throws {
        _ = try await run()
        try FileManager.default.removeItem(atPath: folder.file("out/甲局/sum.txt"))
        try write("99", to: "out/乙局/sum.txt")
        let summary = try await run()
        #expect(summary.units.filter { $0.status == .done }.map(\.name) == ["乙局", "甲局"])
        #expect(read("out/乙局/sum.txt") == "30\n")
        #expect(read("out/乙局/sum-edited-1.txt") == "99")
    }

    @Test("A new program reads and works out everything again")
    func newProgram() async throws {
        _ = try await run()
        let summary = try await run(work: LineWork(identity: ContentHash(of: "work 2".utf8)))
        #expect(summary.count(BatchDocumentReport.Status.unchanged) == 9)
        #expect(summary.count(BatchUnitReport.Status.done) == 3)
    }

    @Test("One bad document and one bad unit do not stop the others; the exit code is 2")
    func failures() async throws {
        try write("???", to: "in/bad.txt")
        let summary = try await run(work: LineWork(badUnit: "乙局"))
        #expect(summary.exitCode == 2)
        #expect(summary.documents.first { $0.status == .failed }?.message == "in/bad.txt: no figures")
        #expect(summary.units.first { $0.status == .failed }?.message == "乙局: beyond help")
        #expect(summary.count(BatchUnitReport.Status.done) == 2)
        try write("乙局 2020 5", to: "in/bad.txt")
        #expect(try await run().exitCode == 0)
        #expect(read("out/乙局/sum.txt") == "35\n")
    }

    @Test("Findings above a threshold give exit code 1")
    func findings() async throws {
        try write("甲局 2020 500", to: "in/large.txt")
        let summary = try await run()
        #expect(summary.exitCode == 1)
        #expect(summary.findingsAboveThreshold == 1)
    }

    @Test("What was read of a unit's documents is handed to its work, while it fits in memory")
    func readings() async throws {
        let given = Recorder()
        _ = try await run("sources: in\nunits: [甲局]", work: LineWork(handedOver: given.note))
        #expect(given.notes == [["in/甲局-2021.txt", "in/甲局-2022.txt", "in/甲局-2023.txt"]])
        let none = Recorder()
        try write("甲局 2023 11", to: "in/甲局-2023.txt")
        _ = try await run("sources: in\nunits: [甲局]", work: LineWork(weight: 1 << 40, handedOver: none.note))
        #expect(none.notes == [[]])
    }

    @Test("A unit the job names and no document speaks of has failed")
    func unknownUnit() async throws {
        let summary = try await run("sources: in\nunits: [甲局, 丁局]")
        #expect(summary.exitCode == 2)
        #expect(summary.units.map(\.name) == ["丁局", "甲局"])
        #expect(summary.units[0].message?.contains("丁局") == true)
    }

    @Test("A step that cannot be taken and a source that is not there are named before anything is touched")
    func validation() async throws {
        for text in ["sources: in\nsteps: [draft]", "sources: [in, nowhere]", "sources: 'in/*.pdf'"] {
            await #expect(throws: InvalidJob.self) { try await run(text) }
        }
        #expect(try folder.contents == ["in"])
    }

    @Test("A run that failed midway is taken up under its number and ends like an undisturbed one")
    func resumed() async throws {
        let undisturbed = try await run()
        let summaryText = read("out/summary.json")
        let ledger = try Ledger.open(at: folder.file("juesuan.sqlite"))
        var expected: [UInt8] = []
        try ledger.export(.json) { expected += $0 }
        for name in try folder.contents where name != "in" {
            try FileManager.default.removeItem(atPath: folder.file(name))
        }
        try write("", to: "out")
        await #expect(throws: OutputError.self) { try await self.run() }
        try FileManager.default.removeItem(atPath: folder.file("out"))
        // The ledger breaks after the fourth document, as if the process had been killed there.
        struct Cut: Error {}
        let file = folder.file("job.yaml")
        let job = try BatchJob(text: "sources: in", file: file)
        let store = try Ledger.openOrCreate(at: job.resolved(job.ledger))
        let run = try BatchJournal(store).begin(
            job: job.name, hash: job.hash, command: "batch run", program: "test", at: Date(timeIntervalSince1970: 0))
        let output = try OutputFolder(preparing: job.resolved(job.output))
        let context = BatchContext(
            job: job, work: LineWork(), ledger: store, journal: BatchJournal(store), run: run, output: output)
        var phase = try DocumentPhase(context) { _ in }
        let documents = try BatchRunner(job: job, file: file, work: LineWork()).documents().documents
        for document in documents.prefix(4) { try phase.consume(document, phase.reading()(document)) }
        // Its hold on the folder ends with a process.
        output.release()
        let resumed = try await self.run()
        #expect(resumed == undisturbed)
        #expect(read("out/summary.json") == summaryText)
        var actual: [UInt8] = []
        try Ledger.open(at: job.resolved(job.ledger)).export(.json) { actual += $0 }
        #expect(actual == expected)
        #expect(try BatchJournal(store).runs().map(\.resumed) == [1])
    }

    @Test("What a killed process left half-written is removed")
    func leftovers() async throws {
        _ = try await run()
        try write("half", to: "out/甲局/.juesuan-12-34.tmp")
        try write("half", to: "out/.juesuan-12-35.tmp")
        _ = try await run()
        #expect(read("out/甲局/.juesuan-12-34.tmp") == nil)
        #expect(read("out/.juesuan-12-35.tmp") == nil)
    }

    @Test("A batch is refused while another holds the ledger")
    func locked() async throws {
        let lock = try BatchLock(ledger: folder.file("juesuan.sqlite"))
        await #expect(throws: LedgerError.self) { try await run() }
        _ = consume lock
        #expect(try await run().exitCode == 0)
    }

    @Test("A document that is gone is reported and keeps counting")
    func gone() async throws {
        _ = try await run()
        try FileManager.default.removeItem(atPath: folder.file("in/甲局-2023.txt"))
        let summary = try await run()
        #expect(summary.gone == ["in/甲局-2023.txt"])
        #expect(read("out/甲局/sum.txt") == "30\n")
    }

    @Test("A command is told of the end with the summary on standard input; one that fails changes nothing")
    func notification() async throws {
        nonisolated(unsafe) var failures: [String?] = []
        let summary = try await run(
            """
            sources: in
            notify:
              - command: [tee, \(folder.file("told.json"))]
              - command: [sh, -c, exit 3]
              - {on: failure, command: [touch, \(folder.file("not"))]}
            """
        ) { event in
            if case .notified(_, let failure) = event { failures.append(failure?.en) }
        }
        #expect(summary.exitCode == 0)
        #expect(read("told.json") == summary.json.text() + "\n")
        #expect(read("not") == nil)
        #expect(failures == [nil, "ended with exit code 3"])
    }

    @Test("A webhook's path and query, which may hold a secret, are not told to anybody else")
    func webhook() async throws {
        nonisolated(unsafe) var told: [String] = []
        // Nobody listens on port 1.
        let summary = try await run("sources: in\nnotify: {webhook: 'http://127.0.0.1:1/hook?token=s3cret'}") { event in
            if case .notified(let whom, let failure) = event, failure != nil { told.append(whom) }
        }
        #expect(summary.exitCode == 0)
        #expect(told == ["http://127.0.0.1:1"])
    }

    @Test("Events come in the same order however much is done at once")
    func order() async throws {
        var orders: [[String]] = []
        for parallel in [1, 7] {
            nonisolated(unsafe) var seen: [String] = []
            _ = try await run(
                "sources: in\noutput: out\(parallel)\nledger: \(parallel).sqlite\nlimits: {parallel: \(parallel)}"
            ) {
                switch $0 {
                case .document(let report): seen.append(report.name)
                case .unit(let report): seen.append(report.name)
                default: break
                }
            }
            orders.append(seen)
        }
        #expect(orders[0] == orders[1])
        #expect(orders[0].count == 12)
    }
}
