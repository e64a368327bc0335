import Interchange
import Platform

extension BatchEvent {
    /// The event as a log keeps it, with the member `event`; `nil` for a document or unit that was skipped.
    package func json(in language: Language) -> [String: JSONValue]? {
        switch self {
        case .started(let run, let documents):
            return [
                "event": .string("started"), "job": .string(run.job), "run": .integer(Int(run.id)),
                "resumed": .integer(run.resumed), "documents": .integer(documents),
            ]
        case .warning(let text):
            return ["event": .string("warning"), "message": .string(text.text(in: language))]
        case .document(let report):
            guard report.status != .skipped else { return nil }
            return with(
                [
                    "event": .string("document"), "name": .string(report.name),
                    "status": .string(report.status.rawValue), "lines": .integer(report.contents.lines),
                    "diagnostics": .integer(report.contents.diagnostics),
                ], message: report.message)
        case .unitsFound(let count): return ["event": .string("units"), "count": .integer(count)]
        case .unit(let report):
            guard report.status != .skipped else { return nil }
            return with(
                [
                    "event": .string("unit"), "name": .string(report.name), "status": .string(report.status.rawValue),
                    "aboveThreshold": .integer(report.contents.aboveThreshold),
                ], message: report.message)
        case .notified(let whom, let failure):
            return with(["event": .string("notified"), "whom": .string(whom)], message: failure?.text(in: language))
        }
    }

    private func with(_ members: [String: JSONValue], message: String?) -> [String: JSONValue] {
        message.map { members.merging(["message": .string($0)]) { _, new in new } } ?? members
    }
}
