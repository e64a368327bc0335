import Disclosures
import FinalAccounts
import OfficialForm
import Platform

extension DisclosureFigures {
    /// Takes the totals from what a document states; of several mentions of one measure the first counts.
    package init(_ disclosure: Disclosure, language: Language) {
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
    package init(language: Language, amount: @escaping (Measure) -> Amount?) {
        let source = MeasureSource(language: language, amount: amount)
        let both = source.total(.incomeAndExpenditure, as: .incomeTotal)
        let income = source.total(.incomeTotal) ?? both
        let expenditure =
            source.total(.expenditureTotal) ?? source.total(.incomeAndExpenditure, as: .expenditureTotal)
        let appropriation = source.total(.fiscalIncomeAndExpenditure, as: .fiscalIncome)
        self.init(
            totals: [income, expenditure].compactMap { $0 },
            income: source.parts(of: .yearIncome),
            expenditure: source.parts(of: .yearExpenditure),
            appropriation: [
                appropriation ?? source.total(.fiscalIncome),
                source.total(.fiscalIncomeAndExpenditure, as: .fiscalExpenditure)
                    ?? source.total(.fiscalExpenditure),
            ].compactMap { $0 })
    }
}

/// Looks totals and parts up by measure.
private struct MeasureSource {
    let language: Language
    let amount: (Measure) -> Amount?

    /// The total of a measure, under the name of another where that says which side is meant.
    func total(_ topic: Topic, as label: Topic? = nil) -> DisclosureFigures.Total? {
        guard let current = amount(Measure(topic, .amount)) else { return nil }
        let change = amount(Measure(topic, .change))
        let previous =
            amount(Measure(topic, .previousAmount)) ?? change.flatMap { try? current.subtracting($0) }
        return DisclosureFigures.Total(label: name(label ?? topic), previous: previous, current: current)
    }

    func parts(of whole: Topic) -> [DisclosureFigures.Part] {
        whole.parts.compactMap { topic in
            guard let amount = amount(Measure(topic, .amount)), amount != .zero else { return nil }
            return DisclosureFigures.Part(label: name(topic), amount: amount)
        }
    }

    private func name(_ topic: Topic) -> String {
        language.words(topic.form.name, topic.form.heading)
    }
}
