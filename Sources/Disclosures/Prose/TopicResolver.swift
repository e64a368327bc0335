import FinalAccounts
import OfficialForm

/// What a phrase means in the section it stands in.
enum TopicResolver {
    /// The topic of a phrase: 基本支出 is that of all funds in the part on expenditure, and that of the
    /// general public budget in the part on it; `nil` where it names no measure of the form.
    static func resolve(_ topic: Topic, in section: Section) -> Topic? {
        switch (section, topic) {
        case (.basicExpenditure, .basicExpenditure), (.generalPublicBudget, .basicExpenditure): .generalPublicBasic
        case (.generalPublicBudget, .projectExpenditure): .generalPublicProject
        case (.fiscalTotals, .incomeAndExpenditure): .fiscalIncomeAndExpenditure
        case (.fiscalTotals, .incomeTotal), (.fiscalTotals, .yearIncome): .fiscalIncome
        case (.fiscalTotals, .expenditureTotal), (.fiscalTotals, .yearExpenditure): .fiscalExpenditure
        case (.generalPublicBudget, .fiscalExpenditure): .generalPublicExpenditure
        case (.governmentFund, .yearIncome), (.governmentFund, .fiscalIncome): .governmentFundIncome
        case (.governmentFund, .yearExpenditure), (.governmentFund, .fiscalExpenditure): .governmentFundExpenditure
        case (.stateCapital, .yearIncome), (.stateCapital, .fiscalIncome): .stateCapitalIncome
        case (.stateCapital, .yearExpenditure), (.stateCapital, .fiscalExpenditure): .stateCapitalExpenditure
        case (.governmentFund, _), (.stateCapital, _), (.generalPublicBudget, _): ofFund(topic, in: section)
        // How much of the three public costs a fund bears is no total of the fund.
        case (.threePublic, _) where isFundTotal(topic): nil
        default: topic
        }
    }

    /// What of one fund only is not what of all funds.
    private static func ofFund(_ topic: Topic, in section: Section) -> Topic {
        switch topic {
        case .openingBalance: .fundOpeningBalance
        case .closingBalance: .fundClosingBalance
        case .basicExpenditure: .fundBasic
        case .projectExpenditure: .fundProject
        default: topic
        }
    }

    private static func isFundTotal(_ topic: Topic) -> Bool {
        switch topic {
        case .generalPublicIncome, .generalPublicExpenditure, .governmentFundIncome, .governmentFundExpenditure,
            .stateCapitalIncome, .stateCapitalExpenditure:
            true
        default: false
        }
    }

    /// The fund that a topic of one fund is of; `nil` for other topics.
    static func fundName(of topic: Topic, in section: Section) -> String? {
        switch topic {
        case .fundOpeningBalance, .fundClosingBalance, .fundBasic, .fundProject: break
        default: return nil
        }
        return switch section {
        case .governmentFund: "政府性基金预算"
        case .stateCapital: "国有资本经营预算"
        default: "一般公共预算"
        }
    }

    /// What a section speaks of before it names anything; `nil` where that cannot be said.
    static func initial(of section: Section) -> Topic? {
        switch section {
        case .totals: .incomeAndExpenditure
        case .income: .yearIncome
        case .expenditure: .yearExpenditure
        case .fiscalTotals: .fiscalIncomeAndExpenditure
        case .generalPublicBudget: .generalPublicExpenditure
        case .basicExpenditure: .generalPublicBasic
        case .threePublic: .threePublic
        case .governmentFund: .governmentFundExpenditure
        case .stateCapital: .stateCapitalExpenditure
        case .agencyOperating: .agencyOperating
        case .procurement: .procurement
        case .assets, .performance, .tables, .glossary, .other: nil
        }
    }
}
