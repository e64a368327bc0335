import FinalAccounts
import Forecasting
import Platform
import Variance

/// The explanation of one subject as tables: its sentence and number, its years, what the number is made of, the regressions
/// of its years with their errors, and the influence of each year.
///
/// Programs get numbers in the unit of the series with all their digits; people get money in the display unit.
package struct ExplanationTables {
    private let explanation: SubjectExplanation
    private let language: Language
    private let amounts: AmountStyle
    private let foldsParts: Bool

    /// How many parts are shown at most where the rest is one line, and from which share of the largest.
    private static let shownParts = 6
    private static let shownShare = 0.005

    /// - Parameter foldsParts: whether the parts that add least are told in one line together.
    package init(
        _ explanation: SubjectExplanation, language: Language, amounts: AmountStyle, foldsParts: Bool = false
    ) {
        self.explanation = explanation
        self.language = language
        self.amounts = amounts
        self.foldsParts = foldsParts
    }

    /// The tables, in order of reading.
    package var tables: [ReportTable] {
        [summary, data, parts] + (explanation.regressions.isEmpty ? [] : [fits, coefficients, influence])
    }

    private func words(_ zhHans: String, _ en: String) -> String { language.words(zhHans, en) }

    private var forecast: Forecast { explanation.forecast }

    private var label: PartLabel { PartLabel(language: language, money: amounts.text) }

    /// Money in the unit of the series as people see it.
    private func shown(_ value: Double) -> ReportCell {
        (try? Amount(rounding: value)).map { .amount($0) } ?? .empty
    }

    /// A number for programs and the money for people.
    private func money(_ value: Double?) -> [ReportCell] {
        guard let value else { return [.empty, .empty] }
        return [.number(value, decimals: 2), shown(value)]
    }

    private func money(_ key: String, _ title: String) -> [ReportColumn] {
        [
            ReportColumn(key, title: title, kind: .number, audience: .programs),
            ReportColumn(key, title: title, kind: .amount, audience: .people),
        ]
    }

    // MARK: Number and sentence

    private var summary: ReportTable {
        let subject = SubjectLabel(language: language).name(of: forecast.subject)
        let interval = forecast.intervals.last
        return ReportTable(
            name: "summary",
            title: words(
                "\(forecast.unit.name) \(subject)：\(forecast.targetYear)年预测的由来",
                "\(forecast.unit.name), \(subject): what the forecast of \(forecast.targetYear) rests on"),
            columns: [
                ReportColumn("unit", title: words("单位", "Unit"), audience: .programs),
                ReportColumn("subject_code", title: words("科目编码", "Code"), kind: .label, audience: .programs),
                ReportColumn("subject_name", title: words("科目", "Subject"), audience: .programs),
                ReportColumn("target_year", title: words("预测年度", "Year"), kind: .number, audience: .programs),
                ReportColumn("sentence", title: words("一句话", "In a sentence")),
            ] + money("forecast", words("预测", "Forecast")) + money("lower", words("下限", "Low"))
                + money("upper", words("上限", "High")) + [
                    ReportColumn("probability", title: words("概率", "Probability"), kind: .number),
                    ReportColumn("model", title: words("模型", "Model"), kind: .label),
                    ReportColumn("note", title: words("说明", "Note")),
                ],
            rows: [
                [
                    .text(forecast.unit.name), .text(ifStated: forecast.subject.code), .text(subject),
                    .integer(forecast.targetYear.number), .text(ifStated: sentence),
                ] + money(forecast.value) + money(interval?.lower) + money(interval?.upper) + [
                    interval.map { .number($0.level, decimals: 2) } ?? .empty,
                    .term(code: forecast.model.rawValue, label: ModelLabel(language: language).text(forecast.model)),
                    .text(ForecastNoteText(language: language, amounts: amounts).text(forecast.notes)),
                ]
            ], notes: [label.sentence(forecast)])
    }

    private var sentence: String? {
        explanation.story.map { [amounts] story in
            LineStoryText(language: language) { amounts.text($0) }.sentence(story)
        }
    }

    // MARK: Years

    private var data: ReportTable {
        let years = explanation.series.observations.filter { $0.year <= forecast.targetYear }
        return ReportTable(
            name: "data", title: words("所用数据", "Data"),
            columns: [
                ReportColumn("year", title: words("年度", "Year"), kind: .number),
                ReportColumn("initial_budget", title: words("年初预算", "Initial budget"), kind: .amount),
                ReportColumn("adjusted_budget", title: words("调整预算", "Adjusted budget"), kind: .amount),
                ReportColumn("actual", title: words("支出决算", "Actual"), kind: .amount),
                ReportColumn("execution_rate", title: words("完成年初预算", "Execution rate"), kind: .number),
                ReportColumn("used", title: words("是否采用", "Used"), kind: .label),
            ], rows: years.map(cells))
    }

    private func cells(_ year: Observation) -> [ReportCell] {
        [
            .integer(year.year.number), .budget(year.initialBudget, in: language),
            .amount(ifStated: year.adjustedBudget), .amount(ifStated: year.actual),
            .percentage(ifStated: year.executionRate), use(of: year),
        ]
    }

    private func use(of year: Observation) -> ReportCell {
        let number = year.year.number
        let isOneOff = forecast.notes.contains { note in
            if case .oneOff(number, _, _) = note { true } else { false }
        }
        if isOneOff {
            return .term(code: "one-off", label: words("一次性，未计入", "left out as a one-off"), tone: .warning)
        }
        let isUsed = year.actual != nil && forecast.years.contains(number) && year.year < forecast.targetYear
        return isUsed
            ? .term(code: "used", label: words("采用", "used")) : .term(code: "known", label: words("未采用", "known"))
    }

    // MARK: Parts

    private var parts: ReportTable {
        let (shown, rest) = foldsParts ? folded : (forecast.parts, [])
        var rows = shown.map { part -> [ReportCell] in
            [
                .term(code: part.kind.rawValue, label: label.name(of: part.kind)),
                .term(code: part.name, label: ForecastPartTitle.title(of: part.name).text(in: language)),
            ]
                + money(part.amount)
        }
        if !rest.isEmpty {
            rows.append(
                [
                    .term(code: "rest", label: words("其余\(rest.count)项", "\(rest.count) others")), .empty,
                ] + money(rest.reduce(0) { $0 + $1.amount }))
        }
        let sum: [ReportCell] = [
            .term(code: "forecast", label: words("预测", "forecast")),
            .term(code: forecast.model.rawValue, label: ModelLabel(language: language).text(forecast.model)),
        ]
        return ReportTable(
            name: "parts", title: words("预测的构成", "What the forecast is made of"),
            columns: [
                ReportColumn("kind", title: words("类别", "Kind"), kind: .label),
                ReportColumn("name", title: words("特征", "Feature"), kind: .label),
            ] + money("amount", words("金额", "Amount")), rows: rows + [sum + money(forecast.value)])
    }

    /// The parts that matter by money, in their order, and the rest; one part by itself is no rest.
    private var folded: (shown: [ForecastPart], rest: [ForecastPart]) {
        let parts = forecast.parts
        let largest = parts.map { abs($0.amount) }.max() ?? 0
        let order = parts.indices.sorted { (abs(parts[$1].amount), $0) < (abs(parts[$0].amount), $1) }
        let kept = Set(order.prefix(Self.shownParts).filter { abs(parts[$0].amount) >= Self.shownShare * largest })
        guard parts.count - kept.count > 1 else { return (parts, []) }
        return (
            parts.indices.filter(kept.contains).map { parts[$0] },
            parts.indices.filter { !kept.contains($0) }.map { parts[$0] }
        )
    }

    // MARK: Regressions

    /// What the actuals are explained by, in words.
    private func name(_ regressor: FittedRegression.Regressor) -> ReportCell {
        let label =
            switch regressor {
            case .year: words("决算对年份", "actual on year")
            case .budget: words("决算对年初预算", "actual on budget")
            }
        return .term(code: regressor.rawValue, label: label)
    }

    private var regressorColumn: ReportColumn {
        ReportColumn("regressor", title: words("回归", "Regression"), kind: .label)
    }

    private var fits: ReportTable {
        ReportTable(
            name: "fits", title: words("最小二乘回归", "Least-squares regressions"),
            columns: [
                regressorColumn,
                ReportColumn("years", title: words("年数", "Years"), kind: .number),
                ReportColumn("degrees_of_freedom", title: words("自由度", "Degrees of freedom"), kind: .number),
                ReportColumn("r_squared", title: "R²", kind: .number),
            ] + money("residual_deviation", words("残差标准差", "Residual deviation"))
                + money("prediction", words("预测", "Prediction"))
                + money("prediction_low", words("95% 下限", "95% low"))
                + money("prediction_high", words("95% 上限", "95% high")),
            rows: explanation.regressions.map { fit in
                [
                    name(fit.regressor), .integer(fit.points.count), .number(fit.degreesOfFreedom, decimals: 0),
                    fit.rSquared.map { .number($0, decimals: 4) } ?? .empty,
                ] + money(fit.residualDeviation) + money(fit.prediction?.mean)
                    + money(fit.prediction?.prediction.lowerBound) + money(fit.prediction?.prediction.upperBound)
            })
    }

    private var coefficients: ReportTable {
        func number(_ key: String, _ title: String) -> ReportColumn { ReportColumn(key, title: title, kind: .number) }
        return ReportTable(
            // Coefficients are not rounded to the unit that amounts are shown in: a slope may be a few yuan.
            name: "coefficients",
            title: amounts.unitName(in: language).isEmpty
                ? words("系数", "Coefficients") : words("系数（按元计）", "Coefficients (in yuan)"),
            columns: [
                regressorColumn, ReportColumn("term", title: words("项", "Term"), kind: .label),
                number("estimate", words("系数", "Estimate")), number("standard_error", words("标准误", "Std. error")),
                number("hc3_error", words("HC3 标准误", "HC3 error")), number("t", "t"), number("p", "p"),
                number("low95", words("95% 下限", "95% low")), number("high95", words("95% 上限", "95% high")),
                number("hc3_t", "HC3 t"), number("hc3_p", "HC3 p"),
            ], rows: explanation.regressions.flatMap(rows))
    }

    private func rows(_ fit: FittedRegression) -> [[ReportCell]] {
        zip(fit.classic, fit.robust).enumerated().map { place, estimates in
            let (classic, robust) = estimates
            let numbers = [
                classic.estimate, classic.standardError, robust.standardError, classic.t, classic.pValue,
                classic.interval.lowerBound, classic.interval.upperBound, robust.t, robust.pValue,
            ]
            let term =
                place == 0
                ? ReportCell.term(code: "intercept", label: words("截距", "intercept"))
                : .term(code: fit.regressor.rawValue, label: slope(of: fit.regressor))
            return [name(fit.regressor), term]
                + numbers.map { .number($0, decimals: 4) }
        }
    }

    private func slope(of regressor: FittedRegression.Regressor) -> String {
        switch regressor {
        case .year: words("年份", "year")
        case .budget: words("年初预算", "budget")
        }
    }

    private var influence: ReportTable {
        ReportTable(
            name: "influence", title: words("各年的影响", "Influence of each year"),
            columns: [
                regressorColumn, ReportColumn("year", title: words("年度", "Year"), kind: .number),
            ] + money("actual", words("支出决算", "Actual")) + money("fitted", words("拟合值", "Fitted")) + [
                ReportColumn("leverage", title: words("杠杆值", "Leverage"), kind: .number),
                ReportColumn("cooks_distance", title: words("Cook 距离", "Cook's distance"), kind: .number),
            ],
            rows: explanation.regressions.flatMap { fit in
                fit.points.map { point in
                    [name(fit.regressor), .integer(point.year)] + money(point.actual) + money(point.fitted) + [
                        .number(point.leverage, decimals: 4),
                        point.cooksDistance.map { .number($0, decimals: 4) } ?? .empty,
                    ]
                }
            })
    }
}
