import FinalAccounts

/// When a departure is worth a person's time.
///
/// Two things have to be true of every flag: the money is material (``materiality(ofTotal:)``), and the departure
/// passes the flag's own threshold. Rates and shares are fractions: 0.2 is 20%.
///
/// ```swift
/// var thresholds = AnomalyThresholds.audit
/// thresholds.overrunRate = 0.05
/// ```
package struct AnomalyThresholds: Hashable, Sendable, Codable {
    /// The profile the values started from.
    package var profile: AnomalyProfile
    /// Departures below this are trivial whatever their share (materiality by amount).
    package var trivialAmount: Amount
    /// Departures below this part of the unit's total are immaterial (materiality by share), unless they reach
    /// ``materialAmount``.
    package var materialShare: Double
    /// Departures from here on are material whatever their share; `nil` for no such amount.
    package var materialAmount: Amount?
    /// An overrun is flagged when the actual exceeds the budget by at least this part of the budget.
    package var overrunRate: Double
    /// Unspent money is flagged when at least this part of the budget was not spent.
    package var unspentRate: Double
    /// A rise or fall is flagged from this part of last year's actual on.
    package var yearOverYearRate: Double
    /// A shift in the subject's share of the unit's total is flagged from this many percentage points on.
    package var sharePoints: Double
    /// The least relative variation that is ordinary for a subject; no scale is taken to be smaller, however
    /// smooth the figures happen to be.
    package var ordinaryVariation: Double
    /// A departure this side of ordinary is not flagged, in standard deviations of a normal distribution; unbudgeted
    /// spending is flagged in any case.
    package var surprise: Double
    /// Flags that rest on a test are raised down to this share of false ones among them (Benjamini and Hochberg 1995).
    package var falseDiscoveryRate: Double
    /// Of a parent's departure, the part that flagged children must account for to keep the parent off the list.
    package var explainedShare: Double

    /// The strict profile (审计).
    package static let audit = AnomalyThresholds(
        profile: .audit, trivialAmount: Amount(minorUnits: 1_000_000), materialShare: 0.0005, materialAmount: nil,
        overrunRate: 0.1, unspentRate: 0.1, yearOverYearRate: 0.2, sharePoints: 1, ordinaryVariation: 0.05,
        surprise: 0, falseDiscoveryRate: 0.2, explainedShare: 0.5)

    /// The profile for drafting a budget (预算编制), and the default.
    package static let draft = AnomalyThresholds(
        profile: .draft, trivialAmount: Amount(minorUnits: 5_000_000), materialShare: 0.002, materialAmount: nil,
        overrunRate: 0.2, unspentRate: 0.2, yearOverYearRate: 0.3, sharePoints: 2, ordinaryVariation: 0.1,
        surprise: 1, falseDiscoveryRate: 0.1, explainedShare: 0.5)

    /// The values a profile stands for.
    package static func standard(_ profile: AnomalyProfile) -> AnomalyThresholds {
        switch profile {
        case .audit: audit
        case .draft: draft
        }
    }

    /// The smallest departure that matters in a unit that spends `total`, in yuan.
    ///
    /// `max(trivialAmount, materialShare · |total|)`, and never more than ``materialAmount``.
    package func materiality(ofTotal total: Double) -> Double {
        let byShare = max(trivialAmount.doubleValue, materialShare * abs(total))
        guard let materialAmount else { return byShare }
        return min(materialAmount.doubleValue, byShare)
    }

    /// The same for plain numbers, which are stored in a grain of their own: amounts mean so many units.
    ///
    /// - Throws: `AmountError.overflow`.
    package func scaled(to unit: AmountUnit) throws(AmountError) -> AnomalyThresholds {
        guard unit.isPlain else { return self }
        let factor = unit.minorUnits / AmountUnit.none.minorUnits
        var copy = self
        copy.trivialAmount = try trivialAmount.multiplied(by: factor)
        copy.materialAmount = try materialAmount?.multiplied(by: factor)
        return copy
    }
}
