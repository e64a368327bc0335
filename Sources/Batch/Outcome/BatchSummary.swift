import Interchange
import Reporting

/// What a batch reports at its end.
package struct BatchSummary: Hashable, Sendable {
    /// The job's name.
    package let job: String
    /// The run's number in the ledger.
    package let run: Int64
    /// The documents, in order of name.
    package let documents: [BatchDocumentReport]
    /// The units, in order of name.
    package let units: [BatchUnitReport]
    /// Documents of earlier runs that are no longer there; what was read from them still counts.
    package let gone: [String]
    /// How many documents have more unplaced figures than the job allows.
    package let unplacedAboveThreshold: Int
    /// When the run first began, ISO 8601 in UTC.
    package let startedAt: String
    /// When it ended.
    package let finishedAt: String

    /// 0 all well, 1 findings above a threshold, 2 some documents or units failed.
    package var exitCode: Int32 {
        if documents.contains(where: { $0.status == .failed }) || units.contains(where: { $0.status == .failed }) {
            return 2
        }
        return findingsAboveThreshold > 0 ? 1 : 0
    }

    /// How many findings lie above the job's thresholds.
    package var findingsAboveThreshold: Int {
        units.reduce(unplacedAboveThreshold) { $0 + $1.contents.aboveThreshold }
    }

    /// How many documents ended in a way.
    package func count(_ status: BatchDocumentReport.Status) -> Int { documents.count { $0.status == status } }

    /// How many units ended in a way.
    package func count(_ status: BatchUnitReport.Status) -> Int { units.count { $0.status == status } }

    /// The summary as JSON. The member `time` is the only one that differs between two runs over the same input.
    package var json: JSONValue {
        .object([
            "job": .string(job), "run": .integer(Int(run)), "exitCode": .integer(Int(exitCode)),
            "findingsAboveThreshold": .integer(findingsAboveThreshold), "gone": .array(gone.map(JSONValue.string)),
            "time": .object(["start": .string(startedAt), "end": .string(finishedAt)]), "counts": counts,
            "documents": .array(documents.map(\.json)), "units": .array(units.map(\.json)),
        ])
    }

    /// The numbers alone, for the journal.
    package var counts: JSONValue {
        let documentCounts = Dictionary(grouping: documents, by: \.status.rawValue).mapValues {
            JSONValue.integer($0.count)
        }
        let unitCounts = Dictionary(grouping: units, by: \.status.rawValue).mapValues { JSONValue.integer($0.count) }
        return .object(["documents": .object(documentCounts), "units": .object(unitCounts)])
    }
}

extension BatchDocumentReport {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name), "status": .string(status.rawValue), "lines": .integer(contents.lines),
            "figures": .integer(contents.figures), "diagnostics": .integer(contents.diagnostics),
        ]
        if !contents.units.isEmpty { members["units"] = .array(contents.units.map(JSONValue.string)) }
        if !contents.warnings.isEmpty { members["warnings"] = .array(contents.warnings.map(JSONValue.string)) }
        if let message { members["message"] = .string(message) }
        return .object(members)
    }
}

extension BatchUnitReport {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name), "status": .string(status.rawValue),
            "findings": .object(contents.findings.mapValues(JSONValue.integer)),
            "aboveThreshold": .integer(contents.aboveThreshold), "files": .array(files.map(JSONValue.string)),
        ]
        if !contents.warnings.isEmpty { members["warnings"] = .array(contents.warnings.map(JSONValue.string)) }
        if let message { members["message"] = .string(message) }
        return .object(members)
    }
}
