import FinalAccounts
import Forecasting
import Regression

/// All units of a ledger measured for one year: common movements first, then departures, then what is ordinary.
///
/// Subjects are numbered through the units, in the order of each unit's tree.
struct LedgerReview {
    let units: [UnitFigures]
    /// The number of each unit's first subject.
    let offsets: [Int]
    /// Every subject's departures.
    let departures: [SubjectDepartures]
    let common: CommonMovement
    let trend: TrendTest
    /// The forecast of each subject that has one.
    let forecasts: [Int: Forecast]
    private let columns: [Statistic: SurpriseColumn]

    init(
        _ units: [UnitFigures], year: FiscalYear, forecasts: [Forecast], thresholds: AnomalyThresholds
    ) throws(RegressionError) {
        self.units = units
        var offsets: [Int] = []
        var subjects: [SubjectFigures] = []
        for unit in units {
            offsets.append(subjects.count)
            subjects += unit.subjects
        }
        self.offsets = offsets
        common = CommonMovement(units)
        departures = Self.departures(units, common)
        // Half of the smallest variation that is ordinary is still more than the rounding of budgets.
        trend = try TrendTest(subjects, year: year, leastError: thresholds.ordinaryVariation / 4)
        self.forecasts = Self.placed(forecasts, units, offsets, year: year)
        var columns = Self.calibrated(units, departures, thresholds)
        columns[.trend] = Self.trendColumn(subjects, trend)
        columns[.forecast] = Self.forecastColumn(subjects, self.forecasts)
        for statistic in [Statistic.executionInUnit, .changeInUnit, .executionAmongPeers, .changeAmongPeers] {
            columns[statistic] = Self.comparison(statistic, units, common, thresholds)
        }
        self.columns = columns
    }

    /// The answers of all subjects to one question.
    func column(_ statistic: Statistic) -> SurpriseColumn? { columns[statistic] }

    private static func departures(_ units: [UnitFigures], _ common: CommonMovement) -> [SubjectDepartures] {
        var result: [SubjectDepartures] = []
        for (unit, movement) in zip(units, common.units) {
            for (series, figures) in zip(unit.tree.series, unit.subjects) {
                result.append(
                    SubjectDepartures(
                        figures, [movement, common.subjects[series.subject.key]], scale: unit.scale))
            }
        }
        return result
    }

    /// Surprises of departures, against what is ordinary among departures of the same class.
    private static func calibrated(
        _ units: [UnitFigures], _ departures: [SubjectDepartures], _ thresholds: AnomalyThresholds
    ) -> [Statistic: SurpriseColumn] {
        var samples: [Calibration.Class: [Departure]] = [:]
        let statistics: [Statistic] = [.execution, .change, .level]
        let isItem = units.flatMap { unit in unit.subjects.indices.map { unit.isItem($0) } }
        for (subject, departure) in departures.enumerated() {
            for statistic in statistics {
                guard let one = departure[statistic] else { continue }
                samples[Calibration.Class(statistic, one, isItem: isItem[subject]), default: []].append(one)
            }
        }
        let calibration = Calibration(samples, thresholds: thresholds)
        return Dictionary(
            uniqueKeysWithValues: statistics.map { statistic in
                let surprises = departures.enumerated().map { subject, departure in
                    departure[statistic].map {
                        calibration.surprise(of: $0, Calibration.Class(statistic, $0, isItem: isItem[subject]))
                    } ?? .nan
                }
                return (statistic, SurpriseColumn(surprises))
            })
    }

    private static func trendColumn(_ subjects: [SubjectFigures], _ trend: TrendTest) -> SurpriseColumn {
        SurpriseColumn(
            stretching: subjects.indices.map { subject in
                guard subjects[subject].slip == nil, let result = trend[subject] else { return .nan }
                return Surprise.normalEquivalent(
                    ofT: result.residual, degreesOfFreedom: Double(result.degreesOfFreedom))
            })
    }
}
