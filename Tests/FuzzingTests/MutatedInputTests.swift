import Foundation
import SeededNumbers
import Testing

@testable import FuzzTargets

/// The short form of `scripts/fuzz.sh`: without instrumentation, but with the program that all other tests run.
@Suite("Parsers and inputs that are nearly right")
struct MutatedInputTests {
    @Test(
        "No parser falls over its seeds or over three hundred inputs near them",
        arguments: FuzzTarget.allCases.map(\.rawValue))
    func parsersStand(target: String) async {
        // A trap would end all tests; in a process of its own it fails this one.
        await #expect(processExitsWith: .success) { [target] in
            let parser = try #require(FuzzTarget(rawValue: target))
            let seeds = try FuzzSeeds.seeds(of: target)
            for seed in seeds { parser.run(seed) }
            var generator = SeededGenerator(seed: 20_261_129)
            for _ in 0..<300 { parser.run(MutatedInput.next(from: seeds, using: &generator)) }
        }
    }

    @Test("Inputs are the same for the same seed and stay within their length")
    func inputsAreSeeded() {
        let seeds: [[UInt8]] = [Array("支出合计，万元\n".utf8), Array(repeating: 0x2C, count: 20_000)]
        func inputs() -> [[UInt8]] {
            var generator = SeededGenerator(seed: 3)
            return (0..<200).map { _ in MutatedInput.next(from: seeds, using: &generator) }
        }
        #expect(inputs() == inputs())
        #expect(Set(inputs()).count > 150)
        #expect(inputs().allSatisfy { $0.count <= MutatedInput.lengthLimit })
    }
}

/// The small inputs that fuzzing starts from, in `Fuzzing/Seeds`.
enum FuzzSeeds {
    /// The seeds of a target, by the names of their files.
    static func seeds(of target: String) throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Fuzzing/Seeds/\(target)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        try #require(!files.isEmpty)
        return try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
    }
}
