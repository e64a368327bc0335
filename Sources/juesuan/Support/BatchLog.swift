import Batch
import FinalAccounts
import Foundation
import Glibc
import Interchange
import Platform
import Reporting

/// Tells what happens in a batch: a progress bar and warnings on a terminal, lines of JSON on stderr elsewhere.
final class BatchLog {
    private let isTerminal = StandardStream.error.isTerminal
    private let language: Language
    private var bar = ProgressBar(total: 0)
    private var done = 0

    init(language: Language) {
        self.language = language
    }

    /// Notes one event.
    func note(_ event: BatchEvent) {
        if isTerminal { show(event) } else { write(event) }
    }

    /// Wipes the bar.
    func finish() {
        bar.finish()
    }

    // MARK: Terminal

    private func show(_ event: BatchEvent) {
        switch event {
        case .started(let run, let documents):
            if run.resumed > 0 {
                StandardStream.remark(Bilingual("继续第\(run.id)次运行", "taking up run \(run.id) where it was"))
            }
            begin(documents)
        case .warning(let text):
            bar.finish()
            StandardStream.remark(text)
        case .document(let report): advance(report.name, failure: report.message)
        case .unitsFound(let count): begin(count)
        case .unit(let report): advance(report.name, failure: report.message.map { "\(report.name): \($0)" })
        case .notified(let whom, let failure?):
            say(failure.at(Bilingual("未能通知 \(whom)", "could not notify \(whom)")))
        case .notified: break
        }
    }

    private func begin(_ total: Int) {
        bar.finish()
        bar = ProgressBar(total: total)
        done = 0
    }

    private func advance(_ name: String, failure: String?) {
        done += 1
        if let failure { say(Bilingual(verbatim: failure)) }
        bar.show(done: done, label: name)
    }

    private func say(_ phrase: Bilingual) {
        bar.finish()
        StandardStream.report(phrase)
    }

    // MARK: JSON

    /// One object a line, with the members `event` and `time`; documents and units that were skipped have no line.
    private func write(_ event: BatchEvent) {
        guard Speech.loudness > .quiet || event.isFailure, var members = event.json(in: language) else { return }
        members["time"] = .string(Date().ISO8601Format())
        try? StandardStream.error.write(JSONValue.object(members).text() + "\n")
    }
}
