import FinalAccounts
import Platform
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
            FlagText(language: .zhHans, unit: .wan).sentence(for: flag)
                == "年初预算5.47万元，决算80.93万元，超出75.46万元，完成年初预算的1479.52%")
        #expect(
            FlagText(language: .en, unit: .wan).sentence(for: flag)
                == "initial budget 5.47 CNY 10k, actual 80.93 CNY 10k, 75.46 CNY 10k above, 1479.52% of it")
    }

    @Test("Less than the budget and than the year before are told with both figures before their difference")
    func less() {
        let text = FlagText(language: .zhHans, unit: .wan)
        let unspent = AnomalyFlag(
            kind: .unspent,
            evidence: .againstBudget(budget: Amount(minorUnits: 40_000_000), actual: Amount(minorUnits: 10_000_000)),
            surprise: 3, unexplained: 1, severity: 1)
        #expect(text.sentence(for: unspent) == "年初预算40.00万元，决算10.00万元，未支出30.00万元，完成年初预算的25.00%")
        let fell = AnomalyFlag(
            kind: .fell,
            evidence: .againstPrevious(
                previous: Amount(minorUnits: 40_000_000), current: Amount(minorUnits: 10_000_000)),
            surprise: 3, unexplained: 1, severity: 1)
        #expect(text.sentence(for: fell) == "上年40.00万元，本年10.00万元，减少30.00万元（-75.00%）")
    }

    @Test("What is usual among others is not called a median of rates")
    func usual() {
        let flag = AnomalyFlag(
            kind: .unlikePeers,
            evidence: .comparison(
                .change, value: StatedPercentage(digits: 800, decimals: 1),
                typical: StatedPercentage(digits: 35, decimals: 1), members: 12),
            surprise: 3, unexplained: 1, severity: 1)
        #expect(FlagText(language: .zhHans, unit: .wan).sentence(for: flag) == "同比+80.0%，按12个单位的同科目的通常情形应为+3.5%")
    }

    @Test("Every kind has a name in both languages", arguments: FlagKind.allCases)
    func names(kind: FlagKind) {
        let chinese = FlagText(language: .zhHans, unit: .wan).name(of: kind)
        let english = FlagText(language: .en, unit: .wan).name(of: kind)
        #expect(!chinese.isEmpty && chinese != english)
        #expect(english.utf8.count == english.count)
    }
}
