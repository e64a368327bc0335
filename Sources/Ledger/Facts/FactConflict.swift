import FinalAccounts
import Platform

/// An amount of a line.
package enum AmountField: String, Hashable, Sendable, CaseIterable {
    case initialBudget = "initial_budget"
    case adjustedBudget = "adjusted_budget"
    case actual
    case basic
    case project

    /// What it is called.
    package var name: Bilingual {
        switch self {
        case .initialBudget: Bilingual("年初预算", "initial budget")
        case .adjustedBudget: Bilingual("调整预算", "adjusted budget")
        case .actual: Bilingual("支出决算", "actual")
        case .basic: Bilingual("基本支出", "basic expenditure")
        case .project: Bilingual("项目支出", "project expenditure")
        }
    }

    /// The amount a line states; `nil` where it is silent. "未申请" states no amount.
    func amount(of line: AccountLine) -> Amount? {
        switch self {
        case .initialBudget: line.initialBudget.amount
        case .adjustedBudget: line.adjustedBudget
        case .actual: line.actual
        case .basic: line.basic
        case .project: line.project
        }
    }

    /// Gives a line an amount.
    func set(_ amount: Amount, in line: inout AccountLine) {
        switch self {
        case .initialBudget: line.initialBudget = .stated(amount)
        case .adjustedBudget: line.adjustedBudget = amount
        case .actual: line.actual = amount
        case .basic: line.basic = amount
        case .project: line.project = amount
        }
    }
}

/// One figure that two documents of one body and year state differently.
package struct FactConflict: Hashable, Sendable {
    /// The body.
    package let unit: BudgetUnit
    /// The year.
    package let fiscalYear: FiscalYear
    /// The fund of the line; `nil` for a figure that stands beside the lines.
    package let fund: Fund?
    /// The subject of the line, or the measure.
    package let subject: String
    /// Which amount of it.
    package let field: Bilingual
    /// What the ledger has, in yuan, or as printed; and which document says so.
    package let known: Bilingual
    package let knownSource: String
    /// What the other document states, and where in it.
    package let stated: String
    package let statedSource: String
}
