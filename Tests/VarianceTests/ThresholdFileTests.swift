import FinalAccounts
import Platform
import SeededNumbers
import SyntheticAccounts
import Testing

@testable import Variance

@Suite("Thresholds as YAML")
struct ThresholdFileTests {
    private func read(_ yaml: String, profile: AnomalyProfile = .draft) throws -> AnomalyThresholds {
        try AnomalyThresholds(yaml: yaml, file: "t.yaml", profile: profile)
    }

    @Test(
        "What a profile is written as is read back as the profile, in both languages",
        arguments: AnomalyProfile.allCases,
        Language.allCases)
    func profilesRoundTrip(profile: AnomalyProfile, language: Language) throws {
        let yaml = AnomalyThresholds.standard(profile).yaml(in: language)
        #expect(try read(yaml) == .standard(profile))
        #expect(ThresholdKey.allCases.allSatisfy { yaml.contains("\n\($0.rawValue): ") })
    }

    @Test("Any thresholds in range are read back as they were written")
    func anyRoundTrip() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<300 {
            var thresholds = AnomalyThresholds.standard(Bool.random(using: &random) ? .audit : .draft)
            for key in ThresholdKey.allCases {
                guard let path = key.number else { continue }
                thresholds[keyPath: path] = Double.random(in: key.range, using: &random)
            }
            thresholds.trivialAmount = Amount(minorUnits: .random(in: 1...1_000_000_000, using: &random))
            thresholds.materialAmount =
                Bool.random(using: &random)
                ? nil : Amount(minorUnits: .random(in: 1_000_000_000...1_000_000_000_000, using: &random))
            #expect(try read(thresholds.yaml(in: .en)) == thresholds)
        }
    }

    @Test("What a file leaves out is as its profile has it, and as the given profile where it names none")
    func leftOut() throws {
        var audit = AnomalyThresholds.audit
        audit.overrunRate = 0.05
        #expect(try read("profile: audit\noverrun_rate: 0.05\n") == audit)
        #expect(try read("overrun_rate: 0.05\n", profile: .audit) == audit)
        #expect(try read("overrun_rate: 0.05\nprofile: audit\n", profile: .draft) == audit)
        #expect(try read("") == .draft)
        #expect(try read("# nothing yet\n", profile: .audit) == .audit)
    }

    @Test("An amount is exact to 分, and none takes a material amount away")
    func amounts() throws {
        let read = try read("trivial_amount: 12345.67\nmaterial_amount: 2000000\n")
        #expect(read.trivialAmount == Amount(minorUnits: 1_234_567))
        #expect(read.materialAmount == Amount(minorUnits: 200_000_000))
        #expect(try self.read("material_amount: none\n").materialAmount == nil)
    }

    @Test(
        "A mistake is reported with its line, what is wrong and what to do",
        arguments: [
            ("profile: draft\noverrun_rat: 0.2\n", 2, "overrun_rat"),
            ("profile: strict\n", 1, "strict"),
            ("\n\noverrun_rate: 20%\n", 3, "20%"),
            ("surprise: .nan\n", 1, "surprise"),
            ("surprise: inf\n", 1, "surprise"),
            ("surprise: -1\n", 1, "surprise"),
            ("ordinary_variation: 0\n", 1, "ordinary_variation"),
            ("false_discovery_rate: 2\n", 1, "false_discovery_rate"),
            ("trivial_amount: 0\n", 1, "trivial_amount"),
            ("trivial_amount: 0.001\n", 1, "trivial_amount"),
            ("trivial_amount: 1.2345\n", 1, "trivial_amount"),
            ("trivial_amount:\n", 1, "empty"),
            ("surprise: 1\nunspent_rate: [0.1, 0.2]\n", 2, "unspent_rate"),
            ("surprise: 1\nsurprise: 2\n", 1, "more than once"),
            ("surprise: 1\n  share_points: 2\n", 2, "YAML"),
            ("- surprise\n- share_points\n", 1, "key: value"),
            ("trivial_amount: 500\nmaterial_amount: 100\n", 2, "material_amount"),
        ])
    func mistakes(yaml: String, line: Int, word: String) {
        let error = #expect(throws: ReadError.self) { try read(yaml) }
        #expect(error?.description.hasPrefix("t.yaml:\(line): ") == true, "\(error?.description ?? "")")
        #expect(error?.problem.en.contains(word) == true, "\(error?.description ?? "")")
        #expect(error?.remedy.en.isEmpty == false)
    }

    @Test("No text makes the reader crash: it is read or refused")
    func anyText() {
        var random = SeededGenerator(seed: 43)
        let pieces =
            ThresholdKey.allCases.map(\.rawValue) + [
                ":", " ", "\n", "-", "[", "]", "{", "}", "0.1", "none", "\"", "'", "profile", "audit", "&a", "*a",
                "!!int", "|",
                "年", "\t", "#", "%", "1e400", "---",
            ]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...12, using: &random)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            do throws(ReadError) {
                let read = try AnomalyThresholds(yaml: text, file: "t.yaml")
                #expect(
                    ThresholdKey.allCases.allSatisfy { key in
                        key.number.map { key.range.contains(read[keyPath: $0]) } ?? true
                    })
            } catch {
                #expect(!error.problem.en.isEmpty)
            }
        }
    }
}
