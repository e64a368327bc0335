import Regression

/// A figure against the range that would be no surprise.
struct Departure {
    /// How far outside the range, on the amount scale; 0 inside.
    let position: Double
    /// The same in yuan.
    let yuan: Double
    /// The departures of earlier years, on the amount scale.
    let earlier: [Double]
    /// Whether one of the two figures is nothing at all: unbudgeted, new, or ended.
    let fromNothing: Bool
}

/// A subject's departures of one year; `nil` where there is nothing to hold the figure against.
struct SubjectDepartures {
    /// The actual against the initial budget.
    private(set) var execution: Departure?
    /// The actual against the years before.
    private(set) var change: Departure?
    /// The last years together against the years before them, and the year the new level began.
    private(set) var level: Departure?
    /// The year a new level began.
    private(set) var levelSince = 0

    /// The departure that answers a question; `nil` for questions that are answered otherwise.
    subscript(statistic: Statistic) -> Departure? {
        switch statistic {
        case .execution: execution
        case .change: change
        case .level: level
        default: nil
        }
    }
}

extension SubjectDepartures {
    /// Measures a subject against its budget and its past, allowing for what its unit and its kind did in common.
    init(_ figures: SubjectFigures, _ common: [CommonMovement.Movement?], scale: AmountScale) {
        guard figures.slip == nil else { return }
        execution = figures.execution(common, scale: scale)
        change = figures.change(common, scale: scale)
        if let shift = figures.levelShift(scale: scale) { (level, levelSince) = shift }
    }
}

extension SubjectFigures {
    /// Spending against the initial budget; `nil` where there is none to speak of.
    ///
    /// A subject that overruns every year by as much is no news this year, nor is one that fares like the unit's
    /// other subjects or like the same subject elsewhere.
    fileprivate func execution(_ common: [CommonMovement.Movement?], scale: AmountScale) -> Departure? {
        guard let actual, let budget else { return nil }
        var expectation = Expectation(budget)
        var scratch = earlierExecution
        let usual = Median.moving(&scratch)
        expectation.include(budget + usual)
        for movement in common {
            if let execution = movement?.execution, execution.count >= CommonMovement.enough {
                expectation.include(budget + execution.centre)
            }
        }
        return departure(
            of: actual, from: expectation, scale: scale, earlier: earlierExecution.map { $0 - usual },
            fromNothing: budget == 0 || actual == 0)
    }

    /// Spending against earlier years; `nil` without a figure for the year before.
    fileprivate func change(_ common: [CommonMovement.Movement?], scale: AmountScale) -> Departure? {
        guard let actual, let previous else { return nil }
        var expectation = Expectation(previous)
        let steps = Self.steps(earlier)
        if !steps.isEmpty {
            expectation.include(previous + Self.dampedStep(steps))
            var scratch = Array(earlier)
            expectation.include(Median.moving(&scratch))
        }
        for movement in common {
            if let change = movement?.change, change.count >= CommonMovement.enough {
                expectation.include(previous + change.centre)
            }
        }
        return departure(
            of: actual, from: expectation, scale: scale, earlier: steps, fromNothing: previous == 0 || actual == 0)
    }

    /// How many years back a level may have shifted to be worth mentioning, and how many years tell what it was.
    private static let yearsSince = 2
    private static let yearsOfLevel = 2

    /// The departure of the last two or three years together from those before, whichever is the clearer, and the year
    /// the new level began; `nil` with too few years.
    ///
    /// The departure is that of the year nearest to the old level: one year that came back is no new level.
    fileprivate func levelShift(scale: AmountScale) -> (departure: Departure, since: Int)? {
        // The level of a sum is that of its parts, which may also have begun or ended.
        guard facts.isGiven, let actual, actual != 0 else { return nil }
        var found: (departure: Departure, since: Int)?
        for years in 1...Self.yearsSince where past.count >= years + Self.yearsOfLevel {
            let since = past.count - years
            guard pastYears[since] == facts.previousYear + 1 - years, !past[since...].contains(0) else { break }
            let departure = departure(ofLast: past[since...] + [actual], from: past[..<since], scale: scale)
            if let clearer = found, abs(clearer.departure.position) >= abs(departure.position) { continue }
            found = (departure, pastYears[since])
        }
        return found
    }

    private func departure(
        ofLast recent: ArraySlice<Double>, from before: ArraySlice<Double>, scale: AmountScale
    ) -> Departure {
        let steps = Self.steps(before)
        let last = before[before.endIndex - 1]
        var expectation = Expectation(last)
        expectation.include(last + Double(recent.count) * Self.dampedStep(steps))
        for position in before.suffix(3) { expectation.include(position) }
        let outside = recent.map { (position: $0, departure: expectation.departure(of: $0)) }
        let agree = outside.allSatisfy { $0.departure > 0 } || outside.allSatisfy { $0.departure < 0 }
        let nearest = outside.min { abs($0.departure) < abs($1.departure) }
        return departure(
            of: agree ? nearest?.position ?? last : last, from: expectation, scale: scale, earlier: steps,
            fromNothing: expectation.low == 0 || expectation.high == 0)
    }

    private static func steps(_ positions: ArraySlice<Double>) -> [Double] {
        zip(positions.dropFirst(), positions).map { $0 - $1 }
    }

    /// Half the mean step: trends of a few years continue about half as often as they turn.
    private static func dampedStep(_ steps: [Double]) -> Double {
        steps.isEmpty ? 0 : steps.reduce(0, +) / Double(steps.count) / 2
    }

    private func departure(
        of position: Double, from expectation: Expectation, scale: AmountScale, earlier: [Double], fromNothing: Bool
    ) -> Departure {
        let outside = expectation.departure(of: position)
        let edge = expectation.nearest(to: position)
        return Departure(
            position: outside, yuan: outside == 0 ? 0 : scale.yuan(at: position) - scale.yuan(at: edge),
            earlier: earlier, fromNothing: fromNothing)
    }
}
