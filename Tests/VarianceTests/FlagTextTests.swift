import FinalAccounts
import Testing

@testable import Variance

@Suite("Flags in words")
struct FlagTextTests {
    private let flag = AnomalyFlag(
        kind: .overrun,
        evidence: .againstBudget(budget: Amount(minorUnits: 5_470_000), actual: Amount(minorUnits: 80_930_000)),
        surprise: 3, unexplained: 1, severity: 1)

    @Test("An overrun reads naturally in Chinese and in English")
    func overrun() {
        #expect(
            FlagText(language: .zhHans, unit: .wan).sentence(for: flag) == "超出年初预算5.47万元共75.46万元，完成年初预算的1479.52%")
        #expect(
            FlagText(language: .en, unit: .wan).sentence(for: flag)
                == "75.46 万元 over the initial budget of 5.47 万元, 1479.52% of it")
    }

    @Test("Every kind has a name in both languages", arguments: FlagKind.allCases)
    func names(kind: FlagKind) {
        let chinese = FlagText(language: .zhHans, unit: .wan).name(of: kind)
        let english = FlagText(language: .en, unit: .wan).name(of: kind)
        #expect(!chinese.isEmpty && chinese != english)
        #expect(english.utf8.count == english.count)
    }
}
