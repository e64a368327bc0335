import Ledger

/// The runs a journal knows of, and what failed in the jobs they are of.
package struct BatchStatus {
    /// One run, with what it has worked on so far.
    package struct Run {
        package let run: BatchRun
        /// `running`, `interrupted`, `finished` or `abandoned`.
        package let state: String
        /// Documents and units that were last done in this run.
        package let documents: Int
        package let units: Int
    }

    /// The runs, the latest first.
    package let runs: [Run]
    /// Tasks that failed when they were last tried.
    package let failures: [(job: String, task: BatchTask)]

    /// Gathers the state of some runs.
    ///
    /// - Parameter isHeld: whether a batch is at work on the ledger.
    package init(runs: [BatchRun], journal: BatchJournal, isHeld: Bool) throws {
        var counts: [Int64: (documents: Int, units: Int)] = [:]
        var failures: [(job: String, task: BatchTask)] = []
        for job in Set(runs.map(\.job)).sorted() {
            for kind in [BatchTask.Kind.document, .unit] {
                let tasks = try journal.tasks(of: job, kind: kind)
                for (_, (task, run)) in tasks.sorted(by: { $0.key < $1.key }) {
                    if kind == .document {
                        counts[run, default: (0, 0)].documents += 1
                    } else {
                        counts[run, default: (0, 0)].units += 1
                    }
                    if task.state == .failed { failures.append((job, task)) }
                }
            }
        }
        self.failures = failures
        self.runs = runs.map { run in
            let count = counts[run.id] ?? (0, 0)
            return Run(
                run: run, state: run.state == .running && !isHeld ? "interrupted" : run.state.rawValue,
                documents: count.documents, units: count.units)
        }
    }
}
