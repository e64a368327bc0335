/// Something a reader of a forecast has to know about how it came to be; amounts in the unit of the series.
public enum ForecastNote: Hashable, Sendable, Codable {
    /// The history has only this many years without a break, so a simpler model answered.
    case shortHistory(years: Int)
    /// The year before the target has no actual; the forecast starts from an earlier year.
    case noActualLastYear(lastYear: Int)
    /// The unit reported the year before the target without this subject: taken to have ended. If it goes on, the value.
    case ended(lastYear: Int, ifContinued: Double)
    /// The subject appears for the first time in the last year.
    case newSubject(year: Int)
    /// A year stands far outside the others and is left out; the forecast with it would have been the value.
    case oneOff(year: Int, value: Double, forecastWithIt: Double)
    /// Missing years inside the history; only the years after the last of them are used.
    case brokenHistory(missingYears: Int)
    /// Missing years inside the history were filled in along a straight line.
    case bridgedGap(missingYears: Int)
    /// Values that are no numbers were left out.
    case invalidValues(count: Int)
    /// The budget is stated against the sign of the history and was read with the history's sign.
    case budgetSignTurned
    /// The approved budget of the target year is not stated; last year's pattern was used alone.
    case noBudgetStated
    /// The budget is known and no past at all: what is usually spent of such budgets.
    case budgetWithoutPast
    /// The budget is known but last year's actual is not.
    case budgetOnly
    /// The forecast was moved so that it adds up with the levels above and below; it had been the value.
    case reconciled(from: Double)
    /// The level below does not add up to this subject: the value is what it has beyond, carried on from the last year.
    case remainder(Double)
    /// A negative value was raised to zero because the history has none below.
    case raisedToZero
    /// The panel of subjects has too few past changes to be fitted; single-series rules answered.
    case smallPanel(rows: Int)
    /// The panel of subjects has too few past changes to be fitted; the stored model of this name answered.
    case storedModel(name: String, rows: Int)
    /// At the body's past origins the last value or the budget did better: the shares that each counts.
    case chosenByPastErrors(model: Double, last: Double, budget: Double)
    /// The widest range spans this many times the value: the number is a guess, and its range of little use, for a reason.
    case wideRange(times: Double, because: WideRangeReason)
    /// A stated growth assumption was applied; the model's own forecast is the value.
    case growthAssumption(rate: Double, modelForecast: Double)
    /// Past years were brought to the prices of the last year.
    case inflationAdjusted
    /// The user's number stands in place of the model's, which is the value.
    case overridden(modelForecast: Double)
    /// Years under another code were joined to this subject.
    case joined(from: String)
    /// Some of the years used are synthetic.
    case syntheticFigures

    /// Why a range is too wide to be of use.
    public enum WideRangeReason: Hashable, Sendable, Codable {
        /// Only so many years are known without a break.
        case shortHistory(years: Int)
        /// So many years ahead.
        case farAhead(years: Int)
        /// The years used lie between these amounts.
        case roughHistory(least: Double, most: Double)
        /// Subjects like it were forecast that far off before.
        case pastErrors
    }

    /// The note with the model's final number, where it names one: levels are made to add up after notes are taken.
    func naming(modelForecast: Double) -> ForecastNote {
        switch self {
        case .overridden: .overridden(modelForecast: modelForecast)
        case .growthAssumption(let rate, _): .growthAssumption(rate: rate, modelForecast: modelForecast)
        default: self
        }
    }
}
