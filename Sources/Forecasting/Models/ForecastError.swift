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
    case invalidConfiguration(name: String, value: String, expected: String)
    /// The outlook was asked for, but no series states an initial budget of the target year.
    case noBudget(target: FiscalYear)
    /// A subject of one unit is given by two series.
    case duplicateSeries(unit: String, subject: String)
    /// A fitted model cannot be read.
    case unreadableModel(String)
    /// There are too few years for a backtest.
    case tooFewYears(have: Int, need: Int)
    /// A regression failed.
    case regression(String)
}

extension ForecastError {
    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// A matrix, a model or a history does not know what it is made of; whoever asked for it adds that.
    public var location: String? { nil }

    /// What is wrong.
    public var problem: String { explanation.problem }
    /// What to do.
    public var remedy: String { explanation.remedy }

    private var explanation: (problem: String, remedy: String) {
        switch self {
        case .nothingToForecast(let target, let gap):
            (
                "no subject has an actual in the \(gap) years before \(target)",
                "import those years, or choose another target year or a wider gap"
            )
        case .emptyHistory:
            ("the history holds no finite value", "leave the series out or supply an actual")
        case .invalidHorizon(let horizon):
            ("a horizon of \(horizon) years is not possible", "choose 1 to 50")
        case .invalidLevel(let level):
            ("\(level) is not an interval level", "choose a number between 0 and 1, for example 0.8")
        case .invalidConfiguration(let name, let value, let expected):
            ("\(name) is \(value), expected \(expected)", "choose such a value")
        case .noBudget(let target):
            ("no subject states an initial budget for \(target)", "import the budget, or forecast without it")
        case .duplicateSeries(let unit, let subject):
            ("subject \(subject) of unit \(unit) is given twice", "add its lines up before forecasting")
        case .unreadableModel(let reason):
            ("the fitted model cannot be read: \(reason)", "name one written with --save-model")
        case .tooFewYears(let have, let need):
            ("a backtest needs \(need) years of actuals, there are \(have)", "import more years")
        case .regression(let reason):
            ("the regression failed: \(reason)", "check the histories")
        }
    }
}
