import FinalAccounts
import Platform

/// Classes of lines and what shows them, in words.
package struct LineClassText: Sendable {
    private let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// The name of a class.
    package func name(of lineClass: LineClass) -> String {
        switch lineClass {
        case .budgeted: language.words("年年预算", "budgeted every year")
        case .toppedUp: language.words("年初有预算、年中追加", "topped up during the year")
        case .personnel: language.words("人员经费", "personnel")
        case .threePublic: language.words("“三公”经费", "three public costs")
        case .new: language.words("新增", "new")
        case .unstated: language.words("预算未知", "budget not known")
        case .addedInYear: language.words("年中追加", "added during the year")
        case .transfer: language.words("上级转移支付", "transfer from above")
        case .oneOff: language.words("一次性或应急", "one-off or emergency")
        case .ended: language.words("已停止", "ended")
        }
    }

    /// All evidence in one line.
    package func sentence(_ evidence: [ClassEvidence]) -> String {
        evidence.map(sentence).joined(separator: language.words("；", "; "))
    }

    private func sentence(_ evidence: ClassEvidence) -> String {
        switch evidence {
        case .budgeted(let years, let all):
            years == all
                ? language.words("\(years)年都有年初预算", "in the initial budget in all \(years) years")
                : language.words(
                    "\(all)年中\(years)年有年初预算", "in the initial budget in \(years) of \(all) years")
        case .exceeded(let years):
            years == 1
                ? language.words("上年决算超年初预算一成以上", "spent over a tenth above its initial budget last year")
                : language.words(
                    "连续\(years)年决算超年初预算一成以上",
                    "spent over a tenth above its initial budget \(years) years running")
        case .neverBudgeted(let years):
            language.words("\(years)年都无年初预算", "in no initial budget in \(years) years")
        case .recurring(let years):
            language.words("连续\(years)年发生且相近，可商列年初预算", "alike in \(years) years running: it could be budgeted")
        case .leftOutOfBudget(let years):
            language.words("近\(years)年无年初预算", "in no initial budget in the last \(years) years")
        case .reason(let word, let year):
            language.words("\(year)年原因提到“\(word)”", "the reason of \(year) says “\(word)”")
        case .name(let word): language.words("名称含“\(word)”", "the name says “\(word)”")
        case .farOutside(let year): language.words("\(year)年远离其他年度", "\(year) stands far outside the other years")
        case .firstYear(let year): language.words("\(year)年首次支出", "first spent on in \(year)")
        case .lastYear(let year): language.words("\(year)年之后无支出", "nothing spent after \(year)")
        case .noBudgetStated: language.words("各年均未说明年初预算", "no year says what its initial budget was")
        }
    }
}
