import Consistency
import Disclosures
import FinalAccounts
import Platform
import Testing

@testable import Workbench

@Suite("Documents")
struct DocumentTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("What is made of documents comes in their order, failures included")
    func reading() async throws {
        let first = try folder.write(Sample.disclosure(of: 2022, total: "90", change: "5"), to: "a.txt")
        let second = try folder.write("nothing", to: "b.txt")
        let third = try folder.write(Sample.disclosure(of: 2023, total: "100", change: "10"), to: "c.txt")
        var years: [Int?] = []
        try await DocumentReading(DisclosureReader()).run([first, second, third], making: \.fiscalYear) { _, read in
            years.append((try? read.get())??.number)
        }
        #expect(years == [2022, nil, 2023])
    }

    @Test("A document is held against the one of the year before where that was given first")
    func checking() async throws {
        let earlier = try folder.write(Sample.disclosure(of: 2022, total: "98", change: "5"), to: "a.txt")
        let later = try folder.write(Sample.disclosure(of: 2023, total: "100", change: "10"), to: "b.txt")
        let checking = DocumentChecking(reader: DisclosureReader(), engine: CheckEngine(language: .en))
        let both = try await checking.run([earlier, later])
        #expect(both.documents.map(\.file) == [earlier, later])
        #expect(both.documents[1].findings.contains { $0.rule == "restated-figure" })
        let alone = try await checking.run([later])
        #expect(!alone.documents[0].findings.contains { $0.rule == "restated-figure" })
    }

    @Test("A loader reads a disclosure once and hands over both what is stored and what was read")
    func loading() throws {
        let path = try folder.write(Sample.disclosure(of: 2023, total: "100", change: "10"), to: "a.txt")
        let loaded = try DocumentLoader(reader: DisclosureReader(), latestYear: FiscalYear(2024)).load(path)
        #expect(loaded.ledgerDocument.fileName == "a.txt" && loaded.ledgerDocument.fiscalYear == FiscalYear(2023))
        #expect(loaded.disclosure?.figures.count == loaded.ledgerDocument.figures.count)
    }

    @Test("Accounts of a year that has not ended are refused")
    func future() throws {
        let path = try folder.write(Sample.disclosure(of: 2023, total: "100", change: "10"), to: "a.txt")
        #expect(throws: WorkbenchError.self) {
            try DocumentLoader(reader: DisclosureReader(), latestYear: FiscalYear(2022)).load(path)
        }
    }

    @Test("A folder stands for its readable documents in order of path; a path that is not there is an error")
    func paths() throws {
        for name in ["b.txt", "a.csv", ".hidden.txt", "c.exe"] { _ = try folder.write("x", to: name) }
        #expect(try DocumentPaths.expand([folder.path]) == [folder.file("a.csv"), folder.file("b.txt")])
        let error = #expect(throws: WorkbenchError.self) { try DocumentPaths.expand([folder.file("none")]) }
        #expect(error?.kind == .noInput)
    }
}
