import FinalAccounts

/// One thing that does not fit about one subject in one year, with the figures it rests on.
///
/// A flag holds no prose; ``FlagText`` renders it.
package struct AnomalyFlag: Hashable, Sendable {
    /// What does not fit.
    package let kind: FlagKind
    /// The figures.
    package let evidence: FlagEvidence
    /// How unlikely a departure of this size is among ordinary ones, in standard deviations of a normal
    /// distribution; 0 when the departure is as good as ordinary for this subject.
    package let surprise: Double
    /// The money that the ordinary does not account for, in yuan.
    package let unexplained: Double
    /// The part of the severity that is this flag's, see ``Severity``.
    package let severity: Double

    /// How the flag fared among all subjects put to the same test; `nil` for flags that rest on a plain threshold.
    package let significance: Significance?

    /// Puts a flag together.
    package init(
        kind: FlagKind, evidence: FlagEvidence, surprise: Double, unexplained: Double, severity: Double,
        significance: Significance? = nil
    ) {
        self.kind = kind
        self.evidence = evidence
        self.surprise = surprise
        self.unexplained = unexplained
        self.severity = severity
        self.significance = significance
    }

    /// What the figure is held against; flags of one family tell of the same departure.
    package var family: FlagFamily { evidence.family }

    /// The amount the figure is held against: the budget, last year's actual, the trend, the forecast, the figure that a
    /// slip hides.
    package var expected: Amount? {
        switch evidence {
        case .againstBudget(let budget, _): budget
        case .againstAdjusted(let budget, _): budget
        case .againstPrevious(let previous, _): previous
        case .levelShift(_, let before, _): before
        case .trend(let expected, _, _, _, _): expected
        case .forecast(let value, _, _, _, _, _): value
        case .slip(_, _, let expected, _): expected
        case .share, .comparison: nil
        }
    }

    /// The amount that does not fit.
    package var observed: Amount? {
        switch evidence {
        case .againstBudget(_, let actual), .againstAdjusted(_, let actual): actual
        case .againstPrevious(_, let current): current
        case .levelShift(_, _, let after): after
        case .trend(_, let actual, _, _, _): actual
        case .forecast(_, _, _, _, let actual, _): actual
        case .slip(_, let stated, _, _): stated
        case .share, .comparison: nil
        }
    }

    /// ``observed`` less ``expected``; what was spent without a budget counts in full. `nil` where there is no amount to
    /// hold against.
    package var difference: Amount? {
        guard let observed else { return nil }
        guard let expected else { return kind == .unbudgeted ? observed : nil }
        return try? observed.subtracting(expected)
    }

    /// ``observed`` in percent of ``expected``; `nil` without a base.
    package var rate: StatedPercentage? {
        guard let observed, let expected else { return nil }
        return StatedPercentage(of: observed, in: expected)
    }
}
