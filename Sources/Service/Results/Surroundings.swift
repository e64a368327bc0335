import Platform

/// What every answer may need: the ledger, the state it is in, what was worked out and what was counted.
struct Surroundings: Sendable {
    let ledger: ServedLedger
    let watch: LedgerWatch
    let cache: ResultCache
    let gate: Gate
    let uploads: UploadStore
    let overview = KeptOverview()
    let metrics = ServiceMetrics()
    let repeats = RepeatedWrites()
    let streams = EventStreams()

    /// What was counted, as text.
    var metricsText: String { metrics.text(cache: cache.counts) }
}
