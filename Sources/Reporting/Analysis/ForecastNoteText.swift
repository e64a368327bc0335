import FinalAccounts
import Forecasting
import Platform

/// Renders the notes of a forecast as short sentences.
///
/// ```swift
/// ForecastNoteText(language: .en).text([.shortHistory(years: 2)])   // "only 2 years of history"
/// ```
package struct ForecastNoteText: Sendable {
    /// The language written.
    package let language: Language
    /// How money is printed.
    package let amounts: AmountStyle

    package init(language: Language, amounts: AmountStyle = .chinese) {
        self.language = language
        self.amounts = amounts
    }

    /// All notes in one line; empty for none.
    package func text(_ notes: [ForecastNote]) -> String {
        // What a person decided comes first: a narrow terminal cuts off the end.
        let (own, others) = (notes.filter(\.isOfPerson), notes.filter { !$0.isOfPerson })
        return (own + others).map(sentence).joined(separator: language == .zhHans ? "；" : "; ")
    }

    /// One note.
    package func sentence(_ note: ForecastNote) -> String {
        switch note {
        case .shortHistory, .noActualLastYear, .ended, .newSubject, .oneOff, .brokenHistory, .bridgedGap, .joined,
            .syntheticFigures, .invalidValues:
            history(note)
        default: adjustment(note)
        }
    }

    /// What is peculiar about the past figures.
    private func history(_ note: ForecastNote) -> String {
        switch note {
        case .shortHistory(let years):
            language.words("连续数据仅 \(years) 年", "only \(years) \(years == 1 ? "year" : "years") of unbroken history")
        case .noActualLastYear(let year):
            language.words("上年无决算数，自 \(year) 年起推算", "no actual last year, projected from \(year)")
        case .ended(let year, let value):
            language.words(
                "\(year) 年后已无支出，视为停止；若延续则为\(money(value))",
                "ended after \(year); if it goes on, \(money(value))")
        case .newSubject(let year): language.words("\(year) 年首次出现", "first appears in \(year)")
        case .oneOff(let year, let value, let withIt):
            language.words(
                "\(year) 年\(money(value))为一次性支出，未计入；计入则为\(money(withIt))",
                "\(money(value)) of \(year) left out as a one-off; with it \(money(withIt))")
        case .brokenHistory(let missing):
            language.words("中间缺 \(missing) 年，仅用其后年度", "\(missing) missing years, only the years after them are used")
        case .bridgedGap(let missing):
            language.words("中间缺 \(missing) 年，按直线补齐", "\(missing) missing years filled in along a line")
        case .joined(let from): language.words("并入原科目 \(from) 的数据", "joined with years under \(from)")
        case .syntheticFigures: language.words("使用了合成数据", "rests on synthetic figures")
        case .invalidValues(let count): language.words("剔除 \(count) 个无效数", "\(count) invalid values left out")
        default: ""
        }
    }

    /// What was done to the model's number.
    private func adjustment(_ note: ForecastNote) -> String {
        switch note {
        case .budgetSignTurned: language.words("预算符号与历年相反，已按历年符号处理", "budget read with the sign of the history")
        case .noBudgetStated: language.words("目标年度无年初预算，仅按历年推算", "no budget stated, projected from the past alone")
        case .budgetWithoutPast:
            language.words("无历年决算数，按同类新增预算的通常执行率推算", "no past; judged by what is usually spent of new budgets")
        case .budgetOnly: language.words("上年无决算数，仅按预算推算", "no actual last year, judged by the budget alone")
        case .reconciled(let from):
            language.words("为与上下级合计一致，由\(money(from))调整", "moved from \(money(from)) to add up with other levels")
        case .remainder(let value):
            language.words("较下级合计多\(money(value))，按上年保留", "\(money(value)) beyond the level below, kept from last year")
        case .raisedToZero: language.words("负值调整为零", "raised from a negative value to zero")
        case .smallPanel(let rows):
            language.words(
                "历年变动仅 \(rows) 个，不足以拟合面板，用单序列规则",
                "too few past changes (\(rows)) to fit a panel; single-series rules answered")
        case .storedModel(let name, let rows):
            language.words(
                "历年变动仅 \(rows) 个，不足以拟合面板，用随附的\(PanelText.storedModel(name).zhHans)",
                "too few past changes (\(rows)) to fit a panel; \(PanelText.storedModel(name).en) answered")
        case .chosenByPastErrors(let model, let last, let budget): choice(model: model, last: last, budget: budget)
        case .wideRange(let times, let reason): tooWide(times: Int(times.rounded()), reason)
        case .growthAssumption(let rate, let model):
            language.words(
                "按设定增长率 \(percent(rate))；模型值\(money(model))",
                "assumed growth of \(percent(rate)); the model says \(money(model))")
        case .inflationAdjusted: language.words("已按上年价格调整", "in the prices of the last year")
        case .overridden(let model):
            language.words("人工指定；模型值\(money(model))", "set by hand; the model says \(money(model))")
        default: ""
        }
    }

    /// That a range is of little use, and why.
    private func tooWide(times: Int, _ reason: ForecastNote.WideRangeReason) -> String {
        let why =
            switch reason {
            case .shortHistory(let years):
                language.words("连续数据仅 \(years) 年", "\(years) \(years == 1 ? "year" : "years") known without a break")
            case .farAhead(let years): language.words("预测至 \(years) 年之后", "\(years) years ahead")
            case .roughHistory(let least, let most):
                language.words(
                    "历年在\(money(least))至\(money(most))之间",
                    "the years used lie between \(money(least)) and \(money(most))")
            case .pastErrors: language.words("同类科目以往误差即如此之大", "subjects like it were that far off before")
            }
        return language.words(
            "区间宽达预测值的 \(times) 倍，仅供参考：\(why)",
            "the widest range spans \(times) times the value, little more than a guess: \(why)")
    }

    /// What counts how much.
    private func choice(model: Double, last: Double, budget: Double) -> String {
        let shares = [
            (model, Bilingual("模型", "model")), (last, Bilingual("上年数", "last year")),
            (budget, Bilingual("预算", "budget")),
        ].filter { $0.0 > 0 }.map { "\($0.1.text(in: language)) \(DecimalDigits.fixed(100 * $0.0, decimals: 0))%" }
        return language.words(
            "按本单位历年误差取\(shares.joined(separator: "、"))",
            "weighed by the body's own past errors: " + shares.joined(separator: ", "))
    }

    private func money(_ value: Double) -> String {
        guard let amount = try? Amount(rounding: value) else { return "–" }
        return amounts.textWithUnit(amount, in: language)
    }

    private func percent(_ rate: Double) -> String {
        DecimalDigits.fixed(rate * 100, decimals: 2) + "%"
    }
}

extension ForecastNote {
    /// Whether it tells what a person stated.
    fileprivate var isOfPerson: Bool {
        switch self {
        case .overridden, .growthAssumption: true
        default: false
        }
    }
}
