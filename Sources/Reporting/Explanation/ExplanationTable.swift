import FinalAccounts
import Forecasting
import Platform
import Variance

/// Many subjects' explanations, one a row: the sentence, and what the forecast is made of by kind.
package struct ExplanationTable {
    private let explanations: [SubjectExplanation]
    private let scheme: SubjectScheme
    private let language: Language
    private let amounts: AmountStyle

    package init(
        _ explanations: [SubjectExplanation], scheme: SubjectScheme, language: Language, amounts: AmountStyle
    ) {
        self.explanations = explanations
        self.scheme = scheme
        self.language = language
        self.amounts = amounts
    }

    /// The table.
    package var table: ReportTable {
        let kinds = ForecastPart.Kind.allCases.filter { kind in
            explanations.contains { $0.forecast.parts.contains { $0.kind == kind } }
        }
        let label = PartLabel(language: language, money: amounts.text)
        let units = Set(explanations.map(\.forecast.unit)).count
        return ReportTable(
            name: "explanations", title: language.words("各科目预测的由来", "What each forecast rests on"),
            columns: [
                ReportColumn(
                    "unit", title: language.words("单位", "Unit"), audience: units > 1 ? .everyone : .programs),
                ReportColumn("subject_code", title: language.words("科目编码", "Code"), kind: .label),
                ReportColumn("subject_name", title: language.words("科目", "Subject")),
                ReportColumn("level", title: language.words("级次", "Level"), kind: .label, audience: .programs),
                ReportColumn(
                    "target_year", title: language.words("预测年度", "Year"), kind: .number, audience: .programs),
                ReportColumn("sentence", title: language.words("一句话", "In a sentence")),
            ]
                + kinds.map { kind in
                    ReportColumn(
                        kind.rawValue.replacing("-", with: "_"), title: label.name(of: kind), kind: .amount,
                        dispensability: kind == .lastValue ? 0 : 3)
                } + [
                    ReportColumn("forecast", title: language.words("预测", "Forecast"), kind: .amount),
                    ReportColumn("model", title: language.words("模型", "Model"), kind: .label, dispensability: 1),
                ], rows: explanations.map { row($0, kinds) })
    }

    private func row(_ explanation: SubjectExplanation, _ kinds: [ForecastPart.Kind]) -> [ReportCell] {
        let forecast = explanation.forecast
        let parts = Dictionary(uniqueKeysWithValues: ForecastPart.byKind(forecast.parts).map { ($0.kind, $0.amount) })
        func money(_ value: Double?) -> ReportCell { .amount(ifStated: value.flatMap { try? Amount(rounding: $0) }) }
        let sentence = explanation.story.map { [amounts] story in
            LineStoryText(language: language) { amounts.text($0) }.sentence(story)
        }
        return [
            .text(forecast.unit.name), .text(ifStated: forecast.subject.code),
            .text(SubjectLabel(language: language).name(of: forecast.subject)),
            LevelLabel(scheme: scheme, language: language).cell(forecast.subject.level),
            .integer(forecast.targetYear.number),
            .text(ifStated: sentence),
        ] + kinds.map { money(parts[$0]) } + [
            money(forecast.value),
            .term(code: forecast.model.rawValue, label: ModelLabel(language: language).text(forecast.model)),
        ]
    }
}
