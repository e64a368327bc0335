import Disclosures
import FinalAccounts
import OfficialForm

extension DisclosureFigures {
    /// Takes the totals from what a document states; of several mentions of one measure the first counts.
    public init(_ disclosure: Disclosure, language: Language) {
        self.init(language: language) { measure in
            disclosure.mentions(of: measure).lazy.compactMap(\.value.amount).first
        }
    }

    /// Takes the totals from a source of stated amounts, such as the figures a ledger keeps.
    ///
    /// Last year's total is the stated one, else this year's less the stated change.
    ///
    /// - Parameters:
    ///   - language: the language of labels.
    ///   - amount: the amount stated for a measure; `nil` where the document is silent.
    public init(language: Language, amount: @escaping (Measure) -> Amount?) {
        let source = MeasureSource(language: language, amount: amount)
        let both = source.total(.incomeAndExpenditure, .totalIncome)
        let income = source.total(.incomeTotal, .totalIncome) ?? both
        let expenditure =
            source.total(.expenditureTotal, .totalExpenditureSide)
            ?? source.total(.incomeAndExpenditure, .totalExpenditureSide)
        let appropriation = source.total(.fiscalIncomeAndExpenditure, .fiscalIncome)
        self.init(
            totals: [income, expenditure].compactMap { $0 },
            income: source.parts([
                (.fiscalIncome, .fiscalIncome), (.superiorSubsidyIncome, .superiorSubsidyIncome),
                (.businessIncome, .businessIncome), (.commercialIncome, .commercialIncome),
                (.affiliateIncome, .affiliateIncome), (.otherIncome, .otherIncome),
            ]),
            expenditure: source.parts([
                (.basicExpenditure, .basicExpenditure), (.projectExpenditure, .projectExpenditure),
                (.paymentsToSuperior, .paymentsToSuperior), (.commercialExpenditure, .commercialExpenditure),
                (.affiliateSubsidies, .affiliateSubsidies),
            ]),
            appropriation: [
                appropriation ?? source.total(.fiscalIncome, .fiscalIncome),
                source.total(.fiscalIncomeAndExpenditure, .fiscalExpenditure)
                    ?? source.total(.fiscalExpenditure, .fiscalExpenditure),
            ].compactMap { $0 })
    }
}

/// Looks totals and parts up by measure.
private struct MeasureSource {
    let language: Language
    let amount: (Measure) -> Amount?

    func total(_ topic: Topic, _ label: Phrase) -> DisclosureFigures.Total? {
        guard let current = amount(Measure(topic, .amount)) else { return nil }
        let change = amount(Measure(topic, .change))
        let previous =
            amount(Measure(topic, .previousAmount)) ?? change.flatMap { try? current.subtracting($0) }
        return DisclosureFigures.Total(label: label.text(in: language), previous: previous, current: current)
    }

    func parts(_ topics: [(Topic, Phrase)]) -> [DisclosureFigures.Part] {
        topics.compactMap { topic, label in
            guard let amount = amount(Measure(topic, .amount)), amount != .zero else { return nil }
            return DisclosureFigures.Part(label: label.text(in: language), amount: amount)
        }
    }
}
