/// What is ordinary in a ledger, learnt from the ledger itself: turns departures into surprises.
///
/// For each class of departure (see ``Class``) two things are estimated from all subjects of the ledger: the scale of
/// departures and how much it differs between subjects (``VariancePrior``), and by how much the tails are heavier than
/// they would be under normal errors.
struct Calibration {
    /// Departures that are alike enough to learn from each other.
    struct Class: Hashable {
        let statistic: Statistic
        /// Whether the departure is from nothing or to nothing.
        let fromNothing: Bool
        /// Whether the subject has no part below it; sums are smoother than items.
        let isItem: Bool

        init(_ statistic: Statistic, _ departure: Departure, isItem: Bool) {
            self.statistic = statistic
            fromNothing = departure.fromNothing
            self.isItem = isItem
        }
    }

    private struct Estimate {
        let prior: VariancePrior
        let stretch: Double
    }

    private var estimates: [Class: Estimate] = [:]
    private let fallback: AnomalyThresholds

    /// Learns from every departure of a ledger.
    init(_ departures: [Class: [Departure]], thresholds: AnomalyThresholds) {
        fallback = thresholds
        for (kind, own) in departures {
            let prior = VariancePrior(
                own.map(\.earlier), floor: Self.floor(kind, thresholds),
                spread: RobustScale(own.map(\.position)).spread)
            let surprises = own.map { abs(Self.raw($0, prior)) }
            estimates[kind] = Estimate(prior: prior, stretch: SurpriseColumn.stretch(surprises))
        }
    }

    /// How surprising a departure is, in standard deviations of a normal distribution.
    func surprise(of departure: Departure, _ kind: Class) -> Double {
        guard departure.position != 0 else { return 0 }
        guard let estimate = estimates[kind] else {
            return abs(Self.raw(departure, VariancePrior(scale: Self.floor(kind, fallback))))
        }
        return abs(Self.raw(departure, estimate.prior)) / estimate.stretch
    }

    private static func raw(_ departure: Departure, _ prior: VariancePrior) -> Double {
        let (scale, degrees) = prior.moderated(departure.earlier)
        return Surprise.normalEquivalent(ofT: departure.position / scale, degreesOfFreedom: degrees)
    }

    /// The least scale that is believed. Amounts with no base differ by a factor of e before they differ at all.
    private static func floor(_ kind: Class, _ thresholds: AnomalyThresholds) -> Double {
        if kind.fromNothing { return 1 }
        return kind.statistic == .execution ? thresholds.ordinaryVariation : 2 * thresholds.ordinaryVariation
    }
}
