import Ledger

/// What both halves of a batch share.
struct BatchContext<Work: BatchWork>: Sendable {
    let job: BatchJob
    let work: Work
    let ledger: Ledger
    let journal: BatchJournal
    let run: BatchRun
    let output: OutputFolder
}
