/// What is ordinary among departures of one class, learnt from the ledger itself: turns departures into surprises.
///
/// Two things are estimated from all subjects of the ledger that have such a departure: the scale of departures and how
/// much it differs between subjects (``VariancePrior``), and by how much the tails are heavier, or lighter, than they
/// would be under normal errors (``SurpriseColumn/stretch(_:)``).
struct Calibration {
    /// Departures that are alike enough to learn from each other.
    struct Class: Hashable {
        /// Whether the departure is from nothing or to nothing.
        let fromNothing: Bool
        /// Whether the subject has no part below it; sums are smoother than items.
        let isItem: Bool

        init(_ departure: Departure, isItem: Bool) {
            fromNothing = departure.fromNothing
            self.isItem = isItem
        }
    }

    /// The surprise of each subject, in the order they were given.
    let surprises: [Double]

    /// Learns from departures and measures them.
    ///
    /// - Parameters:
    ///   - departures: of all subjects.
    ///   - subjects: the places of those that belong to the class; all of them have a departure.
    ///   - floor: the least scale that is believed.
    init(_ departures: [Departure?], of subjects: [Int], floor: Double) {
        let own = subjects.compactMap { departures[$0] }
        let prior = VariancePrior(
            own.lazy.map(\.earlier), floor: floor, spread: RobustScale(own.map(\.position)).spread)
        let raw = own.map { departure in
            guard departure.position != 0 else { return 0.0 }
            let (scale, degrees) = prior.moderated(departure.earlier)
            return Surprise.normalEquivalent(ofT: abs(departure.position) / scale, degreesOfFreedom: degrees)
        }
        let stretch = SurpriseColumn.stretch(raw)
        surprises = raw.map { $0 / stretch }
    }
}
