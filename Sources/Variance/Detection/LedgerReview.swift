import FinalAccounts
import Forecasting
import Regression

/// All units of a ledger measured for one year: common movements first, then departures, then what is ordinary.
///
/// Subjects are numbered through the units, in the order of each unit's tree.
struct LedgerReview: Sendable {
    let units: [UnitFigures]
    /// The number of each unit's first subject.
    let offsets: [Int]
    /// Every subject's departures.
    let departures: [SubjectDepartures]
    let common: CommonMovement
    let trend: TrendTest
    private(set) var forecasts: [Forecast] = []
    /// For each subject the place of its forecast, -1 where there is none.
    private var forecastPlaces: [Int] = []
    private var columns: [Statistic: SurpriseColumn]

    init(
        _ units: [UnitFigures], year: FiscalYear, thresholds: AnomalyThresholds
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
        let rate = thresholds.falseDiscoveryRate
        var columns = Self.calibrated(units, departures, thresholds)
        columns[.trend] = SurpriseColumn(
            stretching: Self.trendSurprises(subjects, trend), falseDiscoveryRate: rate)
        for statistic in [Statistic.executionInUnit, .changeInUnit, .executionAmongPeers, .changeAmongPeers] {
            columns[statistic] = Self.comparison(statistic, units, common, thresholds)
        }
        self.columns = columns
    }

    /// The review with the year held against forecasts too.
    func held(against forecasts: [Forecast], year: FiscalYear, thresholds: AnomalyThresholds) -> LedgerReview {
        var held = self
        held.forecasts = forecasts
        held.forecastPlaces = places(forecasts, year: year)
        held.columns[.forecast] = SurpriseColumn(
            stretching: held.forecastSurprises(), falseDiscoveryRate: thresholds.falseDiscoveryRate)
        return held
    }

    /// What was forecast for a subject; `nil` where nothing was.
    func forecast(of subject: Int) -> Forecast? {
        guard !forecastPlaces.isEmpty, forecastPlaces[subject] >= 0 else { return nil }
        return forecasts[forecastPlaces[subject]]
    }

    /// The answers of all subjects to one question.
    func column(_ statistic: Statistic) -> SurpriseColumn? { columns[statistic] }

    private static func departures(_ units: [UnitFigures], _ common: CommonMovement) -> [SubjectDepartures] {
        var result: [SubjectDepartures] = []
        for (unit, movement) in zip(units, common.units) {
            for index in unit.subjects.indices {
                let peers = common.subjects[unit.tree.series[index].subject.key]
                result.append(SubjectDepartures(unit.subjects[index], [movement, peers], scale: unit.scale))
            }
        }
        return result
    }

    /// Surprises of departures, against what is ordinary among departures of the same class.
    private static func calibrated(
        _ units: [UnitFigures], _ departures: [SubjectDepartures], _ thresholds: AnomalyThresholds
    ) -> [Statistic: SurpriseColumn] {
        let isItem = units.flatMap { unit in unit.subjects.indices.map { unit.isItem($0) } }
        var columns: [Statistic: SurpriseColumn] = [:]
        for statistic in [Statistic.execution, .change, .level] {
            var classes: [Calibration.Class: [Int]] = [:]
            let answers = departures.map { $0[statistic] }
            for (subject, departure) in answers.enumerated() {
                guard let departure else { continue }
                classes[Calibration.Class(departure, isItem: isItem[subject]), default: []].append(subject)
            }
            var surprises = [Double](repeating: .nan, count: departures.count)
            for (kind, subjects) in classes {
                let calibration = Calibration(
                    answers, of: subjects, floor: thresholds.leastScale(statistic, fromNothing: kind.fromNothing))
                for (subject, surprise) in zip(subjects, calibration.surprises) { surprises[subject] = surprise }
            }
            columns[statistic] = SurpriseColumn(surprises, falseDiscoveryRate: thresholds.falseDiscoveryRate)
        }
        return columns
    }

    private static func trendSurprises(_ subjects: [SubjectFigures], _ trend: TrendTest) -> [Double] {
        subjects.indices.map { subject in
            guard subjects[subject].slip == nil, let result = trend[subject] else { return .nan }
            return Surprise.normalEquivalent(ofT: result.residual, degreesOfFreedom: Double(result.degreesOfFreedom))
        }
    }
}

extension AnomalyThresholds {
    /// The least scale of departures that is believed. Amounts with no base differ by a factor of e before they differ
    /// at all; a year differs from the last by more than from its own plan.
    fileprivate func leastScale(_ statistic: Statistic, fromNothing: Bool) -> Double {
        if fromNothing { return 1 }
        return statistic == .execution ? ordinaryVariation : 2 * ordinaryVariation
    }
}
