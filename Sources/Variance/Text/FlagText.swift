import FinalAccounts
import Forecasting
import Platform

/// Renders flags as short sentences without a subject, for tables, summaries and reports.
///
/// ```swift
/// FlagText(language: .en, unit: .wan).sentence(for: flag)
/// // "initial budget 5.47 CNY 10k, actual 80.93 CNY 10k, 75.46 CNY 10k above, 1479.52% of it"
/// ```
package struct FlagText: Sendable {
    /// The language written.
    package let language: Language
    /// The unit amounts are written in.
    package let unit: AmountUnit
    /// Digits behind the point of an amount.
    package let decimals: Int

    package init(language: Language, unit: AmountUnit, decimals: Int = 2) {
        self.language = language
        self.unit = unit
        self.decimals = decimals
    }

    /// One sentence for each flag, the gravest first.
    package func sentences(for anomaly: Anomaly) -> [String] {
        anomaly.flags.map { sentence(for: $0) }
    }

    /// One flag as a sentence.
    package func sentence(for flag: AnomalyFlag) -> String {
        switch flag.evidence {
        case .againstBudget(let budget?, let actual):
            againstBudget(flag, budget, actual, Bilingual("年初预算", "initial budget"))
        case .againstAdjusted(let budget, let actual):
            againstBudget(flag, budget, actual, Bilingual("调整预算", "adjusted budget"))
        case .againstBudget(nil, let actual):
            language.words("未安排年初预算，支出\(text(actual))", "\(text(actual)) spent without an initial budget")
        case .againstPrevious(let previous, let current): againstPrevious(flag, previous, current)
        case .share(let previous, let current):
            language.words(
                "占总支出的比重由\(previous.text)变为\(current.text)",
                "share of the total moved from \(previous.text) to \(current.text)")
        case .levelShift(let since, let before, let after):
            language.words(
                "自\(since)年起由\(text(before))左右变为\(text(after))左右",
                "has stood at about \(text(after)) since \(since), before at about \(text(before))")
        case .trend(let expected, let actual, let years, let residual, _):
            language.words(
                "偏离前\(years)年回归线：预期\(text(expected))，实际\(text(actual))，学生化删除残差\(decimal(residual))",
                "off the regression on \(years) earlier years: \(text(actual)) where \(text(expected)) was to be "
                    + "expected, studentized deleted residual \(decimal(residual))")
        case .forecast(let value, let lower, let upper, let level, let actual, let model):
            forecast(value, lower...upper, level, actual, model)
        case .comparison(let measure, let value, let typical, let members):
            comparison(flag.kind, measure, value, typical, members)
        case .slip(let figure, let stated, let expected, let power):
            slip(figure, stated, expected, power)
        }
    }

    /// A flag's name, as a heading or a label: 超预算, "over budget".
    package func name(of kind: FlagKind) -> String {
        switch kind {
        case .overrun: language.words("超预算", "over budget")
        case .unbudgeted: language.words("无预算支出", "unbudgeted")
        case .unspent: language.words("预算未执行", "unspent")
        case .rose: language.words("同比增加", "rose")
        case .fell: language.words("同比减少", "fell")
        case .appeared: language.words("新增科目", "appeared")
        case .ended: language.words("停止支出", "ended")
        case .shareShift: language.words("比重变动", "share shifted")
        case .levelShift: language.words("水平变动", "level shifted")
        case .offTrend: language.words("偏离趋势", "off trend")
        case .outsideForecast: language.words("超出预测区间", "outside forecast")
        case .unlikeUnit: language.words("异于本单位其他科目", "unlike the unit")
        case .unlikePeers: language.words("异于其他单位同科目", "unlike peers")
        case .unitSlip: language.words("疑似单位或小数点错误", "unit or decimal slip")
        }
    }

    /// Plan, outcome and their difference, each under its own name, so that none is taken for another.
    private func againstBudget(_ flag: AnomalyFlag, _ budget: Amount, _ actual: Amount, _ base: Bilingual) -> String {
        let name = base.text(in: language)
        let gap = text((flag.difference ?? .zero).magnitude)
        let rate = flag.rate?.text ?? "–"
        let isUnspent = flag.kind == .unspent
        return language.words(
            "\(name)\(text(budget))，决算\(text(actual))，\(isUnspent ? "未支出" : "超出")\(gap)，完成\(name)的\(rate)",
            "\(name) \(text(budget)), actual \(text(actual)), \(gap) \(isUnspent ? "unspent" : "above"), \(rate) of it")
    }

    private func againstPrevious(_ flag: AnomalyFlag, _ previous: Amount, _ current: Amount) -> String {
        let gap = (flag.difference ?? .zero)
        let change = StatedPercentage(of: gap, in: previous.magnitude)?.text ?? "–"
        switch flag.kind {
        case .appeared:
            return language.words("上年无支出，本年支出\(text(current))", "\(text(current)) after nothing the year before")
        case .ended:
            return language.words("上年支出\(text(previous))，本年无支出", "nothing after \(text(previous)) the year before")
        default:
            let isLess = flag.kind == .fell
            return language.words(
                "上年\(text(previous))，本年\(text(current))，\(isLess ? "减少" : "增加")\(text(gap.magnitude))（\(isLess ? "" : "+")\(change)）",
                "\(text(previous)) the year before, now \(text(current)), \(text(gap.magnitude)) \(isLess ? "less" : "more") "
                    + "(\(isLess ? "" : "+")\(change))")
        }
    }

    private func forecast(
        _ value: Amount, _ interval: ClosedRange<Amount>, _ level: Double, _ actual: Amount, _ model: String
    ) -> String {
        let percent = "\(Int((level * 100).rounded()))%"
        let range = "\(text(interval.lowerBound))–\(text(interval.upperBound))"
        let model = ModelName(rawValue: model)?.title.text(in: language) ?? model
        return language.words(
            "超出事前预测：预测\(text(value))，\(percent)区间\(range)，实际\(text(actual))（\(model)）",
            "outside the forecast of \(text(value)), \(percent) interval \(range): \(text(actual)) (\(model))")
    }

    private func comparison(
        _ kind: FlagKind, _ measure: FlagMeasure, _ value: StatedPercentage, _ typical: StatedPercentage, _ members: Int
    ) -> String {
        // What is usual is worked out on the scale of sizes and carried over to the subject, so that it is no median of rates.
        let group =
            kind == .unlikePeers
            ? language.words("\(members)个单位的同科目", "\(members) units with this subject")
            : language.words("本单位\(members)个科目", "\(members) subjects of the unit")
        switch measure {
        case .execution:
            return language.words(
                "预算完成率\(value.text)，按\(group)的通常情形应为\(typical.text)",
                "\(value.text) of the budget executed, where \(typical.text) is usual by \(group)")
        case .change:
            return language.words(
                "同比\(signed(value))，按\(group)的通常情形应为\(signed(typical))",
                "\(signed(value)) over the year before, where \(signed(typical)) is usual by \(group)")
        }
    }

    private func signed(_ percentage: StatedPercentage) -> String { amounts.signed(percentage) }

    /// A statistic with two digits behind the point.
    private func decimal(_ value: Double) -> String {
        let digits = Int64((min(max(value, -1e6), 1e6) * 100).rounded())
        return String(StatedPercentage(digits: digits, decimals: 2).text.dropLast())
    }

    private func slip(_ figure: SlippedFigure, _ stated: Amount, _ expected: Amount, _ power: Int) -> String {
        language.words(
            "\(name(of: figure))\(text(stated))约为应有数\(text(expected))的10^\(power)倍，疑似单位或小数点错误",
            "\(name(of: figure)) of \(text(stated)) is about 10^\(power) times the \(text(expected)) "
                + "that the other figures lead to expect: a unit or decimal point may have slipped")
    }

    private func name(of figure: SlippedFigure) -> String {
        switch figure {
        case .actual: language.words("支出决算", "the actual")
        case .initialBudget: language.words("年初预算", "the initial budget")
        case .previousActual: language.words("上年支出决算", "last year's actual")
        case .actualOrBudget: language.words("支出决算（或年初预算）", "the actual (or the initial budget)")
        case .actualOrPrevious: language.words("支出决算（或上年决算）", "the actual (or last year's)")
        }
    }

    private var amounts: AmountText { AmountText(language: language, unit: unit, decimals: decimals) }

    private func text(_ amount: Amount) -> String { amounts.text(amount) }
}
