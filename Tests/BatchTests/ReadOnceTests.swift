import Disclosures
import FinalAccounts
import Foundation
import Ledger
import Platform
import Testing
import Workbench

@testable import Batch

@Suite("A batch over disclosures")
struct ReadOnceTests {
    private let folder: TemporaryFolder
    private let readings = Recorder()

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: true)
        try write("unit,fiscal_year,subject_code,actual\n甲局,2022,2010301,900000\n", to: "in/2022.csv")
        try write(
            """
            甲局2023年度部门决算
            一、收入支出决算总体情况说明
            2023年度收、支总计均为100万元。
            与2022年度相比，收、支总计各增加10万元，主要原因是人员增加。
            二、一般公共预算财政拨款支出决算具体情况
            1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为80万元，支出决算为100万元，完成年初预算的125%。

            """, to: "in/2023.txt")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
    }

    private func run(_ steps: String) async throws -> BatchSummary {
        let file = folder.file("job.yaml")
        let job = try BatchJob(text: "sources: in\nsteps: [\(steps)]", file: file)
        let work = DisclosureBatchWork(
            identity: ContentHash(of: "work".utf8), subjects: nil, chartScript: nil, latestYear: FiscalYear(2024),
            storedModel: nil
        ) { [readings] reader, file in
            readings.note([file.path])
            return try reader.read(file)
        }
        return try await BatchRunner(job: job, file: file, work: work).run(
            command: "batch run", program: "test", now: { Date(timeIntervalSince1970: 0) }, observe: { _ in })
    }

    @Test("A document that is imported, checked and reported on is read once")
    func once() async throws {
        let summary = try await run("check, report")
        #expect(summary.units.map(\.status) == [.done])
        #expect(readings.notes == [[folder.file("in/2023.txt")]])
        #expect(summary.units[0].files.contains { $0.hasSuffix("findings-2023.csv") })
    }

    @Test("A document known from an earlier run is read once where its unit has to be checked again")
    func again() async throws {
        _ = try await run("report")
        let summary = try await run("check, report")
        #expect(summary.count(BatchDocumentReport.Status.skipped) == 2)
        #expect(readings.notes == [[folder.file("in/2023.txt")], [folder.file("in/2023.txt")]])
    }

    @Test("Findings are the same whether a document was read for the ledger or for its unit alone")
    func sameFindings() async throws {
        _ = try await run("check")
        let first = try Data(contentsOf: URL(filePath: folder.file("out/甲局/findings-2023.csv")))
        _ = try await run("check, compare")
        #expect(try Data(contentsOf: URL(filePath: folder.file("out/甲局/findings-2023.csv"))) == first)
    }
}
