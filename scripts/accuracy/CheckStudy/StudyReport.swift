import Consistency
import PlantedErrors

/// Runs a study on both cores and prints what came of it.
struct StudyReport {
    let study: MutationStudy

    /// Runs work for every number, some at a time, and gives the results in order.
    private func run<Result: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Int) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            var results: [Int: Result] = [:]
            while next < min(count, 4) {
                let index = next
                group.addTask { (index, try work(index)) }
                next += 1
            }
            while let (index, result) = try await group.next() {
                results[index] = result
                if next < count {
                    let index = next
                    group.addTask { (index, try work(index)) }
                    next += 1
                }
            }
            return (0..<count).compactMap { results[$0] }
        }
    }

    private func outcomes(
        from seed: UInt64, perFamily: UInt64, families: [ErrorFamily]
    ) async throws -> [MutationStudy.Outcome] {
        let study = study
        return try await run(Int(perFamily) * families.count) { index in
            let family = families[index / Int(perFamily)]
            // Families take seeds far apart, documents of a family a few.
            let start =
                seed + UInt64(ErrorFamily.allCases.firstIndex(of: family) ?? 0) * 100_000 + UInt64(
                    index % Int(perFamily)) * 211
            return try study.plant(family, from: start)
        }.compactMap(\.self)
    }

    // MARK: Tables

    func table(from seed: UInt64, perFamily: UInt64, clean: UInt64) async throws {
        let outcomes = try await outcomes(from: seed, perFamily: perFamily, families: ErrorFamily.allCases)
        print("| planted error | documents | found | right rule first | findings for it |")
        print("|---|---:|---:|---:|---:|")
        for family in ErrorFamily.allCases {
            row(family.rawValue, outcomes.filter { $0.planted.family == family })
        }
        row("**all**", outcomes)
        let study = study
        let first = seed + 10_000_000
        let found = try await run(Int(clean)) { try study.clean(seed: first + UInt64($0)) }
        let wrong = found.count { $0.contains { $0.severity == .error } }
        let warned = found.count { $0.contains { $0.severity == .warning } }
        let notes = found.reduce(0) { $0 + $1.count { $0.severity == .note } }
        print("\n| documents without an error | with an error-level finding | with a warning | notes a document |")
        print("|---:|---:|---:|---:|")
        print(
            "| \(found.count) | \(wrong) (\(percent(wrong, found.count))) | \(warned) (\(percent(warned, found.count))) | \(decimal(notes, found.count)) |"
        )
    }

    private func row(_ name: String, _ outcomes: [MutationStudy.Outcome]) {
        let found = outcomes.filter(\.isFound)
        let named = outcomes.count(where: \.isNamed)
        let findings = found.reduce(0) { $0 + $1.findings.count }
        print(
            "| \(name) | \(outcomes.count) | \(percent(found.count, outcomes.count)) | \(percent(named, outcomes.count)) "
                + "| \(decimal(findings, found.count)) |")
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 2_000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private func decimal(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = (part * 200 + whole) / (2 * whole)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    // MARK: Looking closer

    func misses(from seed: UInt64, count: UInt64, families: [ErrorFamily]) async throws {
        for outcome in try await outcomes(from: seed, perFamily: count, families: families) where !outcome.isNamed {
            print(
                "\(outcome.isFound ? "UNNAMED" : "MISSED") \(outcome.planted.family) seed \(outcome.seed) \(outcome.form): \(outcome.planted.change)"
            )
            print("    in: \(outcome.planted.place)")
            for finding in outcome.findings {
                print("    \(finding.severity) \(finding.rule): \(finding.message) | \(finding.quote.prefix(60))")
            }
        }
    }

    func showClean(from seed: UInt64, count: UInt64) async throws {
        let study = study
        let found = try await run(Int(count)) { try study.clean(seed: seed + UInt64($0)) }
        for (index, findings) in found.enumerated() {
            for finding in findings where finding.severity != .note {
                print(
                    "seed \(seed + UInt64(index)) p\(finding.page ?? 0) \(finding.severity) \(finding.rule): \(finding.message) | \(finding.quote.prefix(90))"
                )
            }
        }
    }
}
