import Consistency
import Disclosures
import Foundation
import PlantedErrors
import Testing

/// The short form of `scripts/accuracy/check.sh`; the full one is measured in docs/consistency.md.
@Suite("Planted errors in generated documents")
struct PlantedErrorTests {
    private static let perFamily = 2
    private static let hasPoppler = ["/usr/bin", "/usr/local/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
    }

    private func study() throws -> MutationStudy {
        MutationStudy(subjects: try SharedDocuments.subjects(), characters: try SharedDocuments.characters())
    }

    @Test(
        "nearly every planted error is found and named rightly", .enabled(if: hasPoppler, "pdftotext is not installed"))
    func plantedErrors() async throws {
        let study = try study()
        let outcomes = try await withThrowingTaskGroup(of: MutationStudy.Outcome?.self) { group in
            for (index, family) in ErrorFamily.allCases.enumerated() {
                for number in 0..<Self.perFamily {
                    let seed = 20_000_000 + UInt64(index * 1_000 + number * 211)
                    group.addTask { try study.plant(family, from: seed) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
        }
        #expect(outcomes.count == ErrorFamily.allCases.count * Self.perFamily)
        let missed = outcomes.filter { !$0.isFound }.map {
            "\($0.planted.family.rawValue) (seed \($0.seed)): \($0.planted.change)"
        }
        let unnamed = outcomes.filter { !$0.isNamed }.map {
            "\($0.planted.family.rawValue) (seed \($0.seed)): \($0.planted.change)"
        }
        #expect(missed.count * 20 <= outcomes.count, "missed: \(missed)")
        #expect(unnamed.count * 10 <= outcomes.count, "not named rightly: \(unnamed)")
        let found = outcomes.filter(\.isFound)
        let findings = found.reduce(0) { $0 + $1.findings.count }
        #expect(findings * 10 <= found.count * 13, "one error makes \(findings) findings in \(found.count) documents")
    }

    @Test(
        "documents without an error have no finding above a note",
        .enabled(if: hasPoppler, "pdftotext is not installed"))
    func cleanDocuments() async throws {
        let study = try study()
        let found = try await withThrowingTaskGroup(of: [Finding].self) { group in
            for seed in UInt64(30_000_000)..<30_000_024 { group.addTask { try study.clean(seed: seed) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let grave = found.filter { $0.severity != .note }.map { "\($0.rule): \($0.message)" }
        #expect(grave.isEmpty, "\(grave)")
    }

    @Test("a document is the same bytes for the same seed", arguments: [1, 2, 3, 4] as [UInt64])
    func sameBytes(seed: UInt64) throws {
        let study = try study()
        #expect(try study.document(seed: seed).pdf() == study.document(seed: seed).pdf())
        #expect(try study.document(seed: seed).text() == study.document(seed: seed).text())
    }
}
