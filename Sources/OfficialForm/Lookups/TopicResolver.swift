import FinalAccounts

/// What a phrase means in the section it stands in.
package enum TopicResolver {
    /// The topic of a phrase: 基本支出 is that of all funds in the part on expenditure, and that of the
    /// general public budget in the part on it; `nil` where it names no measure of the form.
    package static func resolve(_ topic: Topic, in section: Section) -> Topic? {
        if let meaning = meanings[topic]?[section] { return meaning }
        // How much of the three public costs a fund bears is no total of the fund.
        return section == .threePublic && fundTotals.contains(topic) ? nil : topic
    }

    /// The fund that a topic of one fund is of; `nil` for other topics.
    package static func fundName(of topic: Topic, in section: Section) -> String? {
        topicsOfOneFund.contains(topic) ? sections[section]?.fundName : nil
    }

    /// What a section speaks of before it names anything; `nil` where that cannot be said.
    ///
    /// - Parameter isOfAllFunds: whether its heading names no fund.
    package static func initial(of section: Section, isOfAllFunds: Bool = false) -> Topic? {
        switch section {
        case .generalPublicBudget where isOfAllFunds: .fiscalExpenditure
        case .basicExpenditure where isOfAllFunds: .basicExpenditure
        default: sections[section]?.topic
        }
    }

    /// Whether things of a measure are counted: vehicles, guests, groups.
    package static func isCounted(_ topic: Topic) -> Bool {
        switch topic {
        case .abroad, .abroadGroups, .abroadVisits, .vehiclesHeld, .vehiclesPurchased, .reception, .domesticReception,
            .foreignReception, .receptionBatches, .receptionVisitors, .foreignReceptionBatches,
            .foreignReceptionVisitors, .assetVehicles, .largeEquipment:
            true
        default: false
        }
    }

    /// Whether a measure is a number of things alone: no money is told of it.
    package static func isOnlyCounted(_ topic: Topic) -> Bool {
        switch topic {
        case .assetVehicles, .largeEquipment, .gradedProjects, .indicators, .metIndicators, .unmetIndicators,
            .evaluationProblems:
            true
        default: false
        }
    }

    /// The total of a fund's income or expenditure; `nil` for all that is appropriated.
    package static func total(of fund: Fund?, isIncome: Bool) -> Topic {
        switch fund {
        case nil: isIncome ? .fiscalIncome : .fiscalExpenditure
        case .generalPublicBudget: isIncome ? .generalPublicIncome : .generalPublicExpenditure
        case .governmentFund: isIncome ? .governmentFundIncome : .governmentFundExpenditure
        case .stateCapital: isIncome ? .stateCapitalIncome : .stateCapitalExpenditure
        }
    }

    /// The fund whose income or expenditure a topic sums up; `nil` for others.
    package static func fund(ofTotal topic: Topic) -> Fund? {
        Fund.allCases.first { fund in
            topic == total(of: fund, isIncome: true) || topic == total(of: fund, isIncome: false)
        }
    }

    /// The topic that a part has when its whole is known: 基本支出 of 一般公共预算支出 or of 本年支出.
    package static func part(_ topic: Topic, of whole: Topic) -> Topic? {
        switch (topic, whole) {
        case (.basicExpenditure, .generalPublicExpenditure): .generalPublicBasic
        case (.projectExpenditure, .generalPublicExpenditure): .generalPublicProject
        case (.generalPublicBasic, .yearExpenditure), (.generalPublicBasic, .expenditureTotal): .basicExpenditure
        case (.generalPublicProject, .yearExpenditure), (.generalPublicProject, .expenditureTotal): .projectExpenditure
        default: nil
        }
    }

    private static let meanings: [Topic: [Section: Topic]] = FormMeasure.all.reduce(into: [:]) {
        if !$1.meanings.isEmpty { $0[$1.topic] = $1.meanings }
    }
    private static let fundTotals = Set(FormMeasure.all.filter(\.isFundTotal).map(\.topic))
    private static let topicsOfOneFund = Set(FormMeasure.all.filter(\.namesFund).map(\.topic))
    fileprivate static let sections: [Section: FormSection] = FormSection.all.reduce(into: [:]) { $0[$1.section] = $1 }
}

extension Fund {
    /// The part of the form that is on the fund.
    package var section: Section {
        switch self {
        case .generalPublicBudget: .generalPublicBudget
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        }
    }
}

extension Section {
    /// The fund whose lines the part lists.
    package var fund: Fund { TopicResolver.sections[self]?.fund ?? .generalPublicBudget }
}
