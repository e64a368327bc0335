import FinalAccounts
import OfficialForm
import Platform

/// That the lines of a fund do not add up to the total that the document states: shown with its amount, never smoothed.
package struct TotalDifference: Hashable, Sendable {
    /// The fund.
    package let fund: Fund
    /// The total that the document states of the fund's expenditure.
    package let stated: Amount
    /// What the lines add up to.
    package let sum: Amount
    /// The stated total less the sum.
    package let difference: Amount

    /// Holds the lines of one body and year against the stated totals, fund by fund; a fund without lines or without a
    /// stated total is left aside.
    ///
    /// - Parameter amount: the stated amount of a measure; `nil` where there is none.
    /// - Throws: `AmountError` where a sum does not fit.
    package static func differences(
        _ lines: [AccountLine], scheme: SubjectScheme, amount: (Measure) -> Amount?
    ) throws(AmountError) -> [TotalDifference] {
        let leaves = try lines.leaves(in: scheme)
        var found: [TotalDifference] = []
        for fund in Fund.allCases {
            let actuals = leaves.filter { $0.fund == fund }.compactMap(\.actual)
            guard !actuals.isEmpty, let stated = amount(Measure(topic(of: fund), .amount)) else { continue }
            let sum = try Amount.sum(actuals)
            let difference = try stated.subtracting(sum)
            if difference != .zero {
                found.append(TotalDifference(fund: fund, stated: stated, sum: sum, difference: difference))
            }
        }
        return found
    }

    private static func topic(of fund: Fund) -> Topic {
        switch fund {
        case .generalPublicBudget: .generalPublicExpenditure
        case .governmentFund: .governmentFundExpenditure
        case .stateCapital: .stateCapitalExpenditure
        }
    }

    /// Both figures and what lies between them, in yuan.
    package var sentence: Bilingual {
        let (stated, sum) = (stated.formatted(unit: .yuan), sum.formatted(unit: .yuan))
        let difference = difference.formatted(unit: .yuan)
        return Bilingual(
            "\(name.text(in: .zhHans))：文件列示 \(stated) 元，各科目合计 \(sum) 元，相差 \(difference) 元",
            "\(name.text(in: .en)): \(stated) yuan stated, the lines add up to \(sum), a difference of \(difference)")
    }

    private var name: Bilingual {
        switch fund {
        case .generalPublicBudget: Bilingual("一般公共预算财政拨款支出", "general public budget")
        case .governmentFund: Bilingual("政府性基金预算支出", "government funds")
        case .stateCapital: Bilingual("国有资本经营预算支出", "state capital")
        }
    }
}
