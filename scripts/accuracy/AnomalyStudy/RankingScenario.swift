import SyntheticAccounts

/// What is planted into the ledgers of one table.
struct RankingScenario {
    /// The heading of the table.
    let title: String
    /// The ledgers.
    let shape: SyntheticLedger.Shape

    /// The tables of the study.
    static let all = [
        RankingScenario(
            "20 overruns, 20 level shifts and 20 slips planted", [.overrun: 20, .levelShift: 20, .slip: 20]),
        RankingScenario("20 overruns and 20 level shifts, no slips", [.overrun: 20, .levelShift: 20]),
        RankingScenario(
            "7 of each planted, hardly more than the list is long", [.overrun: 7, .levelShift: 7, .slip: 7]),
    ]

    private init(_ title: String, _ planted: [PlantedAnomaly.Kind: Int]) {
        self.title = title
        var shape = SyntheticLedger.Shape()
        shape.planted = planted
        self.shape = shape
    }
}
