import Foundation
import Interchange
import Logging
import Platform

/// Writes the log as lines of JSON on standard error: `time`, `level`, `message` and what belongs to it.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [String: JSONValue] = [:]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            members[key] = .string(value.description)
        }
        members["time"] = .string(Date().ISO8601Format())
        members["level"] = .string(event.level.rawValue)
        members["message"] = .string(event.message.description)
        // A log that cannot be written has nowhere to say so.
        do throws(OutputError) { try StandardStream.error.write(JSONValue.object(members).text() + "\n") } catch {}
    }
}
