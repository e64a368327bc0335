import FinalAccounts
import Platform

/// Why nothing can be forecast, with what to do about it.
public enum ForecastError: ExplainedError, Hashable {
    /// There is no series, or none has an actual in the years that a forecast may start from.
    case nothingToForecast(target: FiscalYear, maximumGap: Int)
    /// A history holds no finite value.
    case emptyHistory
    /// The number of years ahead is less than one or more than fifty.
    case invalidHorizon(Int)
    /// An interval level is not strictly between 0 and 1.
    case invalidLevel(Double)
    /// A configuration value lies outside its domain.
    case invalidConfiguration(name: Bilingual, value: Bilingual, expected: Bilingual)
    /// The outlook was asked for, but no series states an initial budget of the target year.
    case noBudget(target: FiscalYear)
    /// A subject of one unit is given by two series.
    case duplicateSeries(unit: String, subject: String)
    /// A fitted model cannot be read.
    case unreadableModel(Bilingual)
    /// There are too few years for a backtest.
    case tooFewYears(have: Int, need: Int)
    /// A regression failed.
    case regression(Bilingual)
}

extension ForecastError {
    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// A matrix, a model or a history does not know what it is made of; whoever asked for it adds that.
    public var location: Bilingual? { nil }

    /// What is wrong.
    public var problem: Bilingual { explanation.problem }
    /// What to do.
    public var remedy: Bilingual { explanation.remedy }

    private var explanation: (problem: Bilingual, remedy: Bilingual) {
        switch self {
        case .nothingToForecast(let target, let gap):
            (
                Bilingual(
                    "\(target) 年度之前 \(gap) 年内没有科目有决算数", "no subject has an actual in the \(gap) years before \(target)"),
                Bilingual(
                    "请导入这些年度，或另选预测年度，或放宽允许的间隔", "import those years, or choose another target year or a wider gap")
            )
        case .emptyHistory:
            (
                Bilingual("历年数据中没有有效数值", "the history holds no finite value"),
                Bilingual("请去掉该科目或补充决算数", "leave the series out or supply an actual")
            )
        case .invalidHorizon(let horizon):
            (
                Bilingual("不能预测 \(horizon) 年", "a horizon of \(horizon) years is not possible"),
                Bilingual("请在 1 至 50 之间选择", "choose 1 to 50")
            )
        case .invalidLevel(let level):
            (
                Bilingual("\(level) 不是区间的概率", "\(level) is not an interval level"),
                Bilingual("请填写 0 与 1 之间的数，如 0.8", "choose a number between 0 and 1, for example 0.8")
            )
        case .invalidConfiguration(let name, let value, let expected):
            (
                Bilingual(
                    "\(name.zhHans)为\(value.zhHans)，应为\(expected.zhHans)",
                    "\(name.en) is \(value.en), expected \(expected.en)"), Bilingual("请改用符合要求的值", "choose such a value")
            )
        case .noBudget(let target):
            (
                Bilingual("没有科目有 \(target) 年初预算", "no subject states an initial budget for \(target)"),
                Bilingual("请导入预算，或不依预算预测", "import the budget, or forecast without it")
            )
        case .duplicateSeries(let unit, let subject):
            (
                Bilingual("单位“\(unit)”的科目“\(subject)”重复", "subject \(subject) of unit \(unit) is given twice"),
                Bilingual("请先汇总该科目各行再预测", "add its lines up before forecasting")
            )
        case .unreadableModel(let reason):
            (
                reason.at(Bilingual("无法读取已拟合的模型", "the fitted model cannot be read")),
                Bilingual("请给出用 --save-model 写出的模型文件", "name one written with --save-model")
            )
        case .tooFewYears(let have, let need):
            (
                Bilingual(
                    "回测需要 \(need) 年决算数，现有 \(have) 年", "a backtest needs \(need) years of actuals, there are \(have)"),
                Bilingual("请导入更多年度", "import more years")
            )
        case .regression(let reason):
            (reason.at(Bilingual("回归失败", "the regression failed")), Bilingual("请检查历年数据", "check the histories"))
        }
    }
}
