import Consistency
import Disclosures
import FinalAccounts
import Platform

/// Times reading and checking of documents side by side.
struct CheckTiming {
    let subjects: SubjectDictionary
    let characters: LikeCharacters

    func report(_ files: [String]) throws {
        print("| document | pages | read | check | check / read | bound |")
        print("|---|---:|---:|---:|---:|---:|")
        for file in files { try report(file) }
    }

    private func report(_ file: String) throws {
        let clock = ContinuousClock()
        let engine = CheckEngine(language: .zhHans, subjects: subjects, characters: characters)
        var reading: [Duration] = []
        var checking: [Duration] = []
        var pages = 0
        // The first of each warms the caches and is not counted.
        for round in 0..<16 {
            let start = clock.now
            let disclosure = try DisclosureReader().read(file: file)
            let middle = clock.now
            let findings = engine.check(disclosure)
            let end = clock.now
            pages = disclosure.pageCount ?? 0
            precondition(findings.count < 1_000_000)
            if round > 0 {
                reading.append(middle - start)
                checking.append(end - middle)
            }
        }
        let (read, check) = (median(reading), median(checking))
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let ratio = (check * 1000 / max(1, read) + 5) / 10
        print(
            "| \(name) | \(pages) | \(milliseconds(read)) ms | \(milliseconds(check)) ms | \(ratio / 100).\(ratio % 100 < 10 ? "0" : "")\(ratio % 100) "
                + "| \(check < 100_000 ? "under" : "OVER") 100 ms |")
    }

    /// In microseconds.
    private func median(_ durations: [Duration]) -> Int64 {
        let sorted = durations.map { $0.components.seconds * 1_000_000 + $0.components.attoseconds / 1_000_000_000_000 }
            .sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func milliseconds(_ microseconds: Int64) -> String {
        "\(microseconds / 1000).\(microseconds % 1000 / 100)"
    }
}
