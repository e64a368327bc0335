import Foundation
import Platform

/// Tells people and programs of a batch's end.
struct BatchNotifier {
    /// A program that does not end by itself is ended after so many seconds.
    private static let longest: Double = 60
    private let summary: BatchSummary

    init(summary: BatchSummary) {
        self.summary = summary
    }

    /// Tells everybody for whom this end is an occasion. What goes wrong is reported and changes nothing else.
    func tell(_ notifications: [BatchNotification], observe: (BatchEvent) -> Void) {
        for notification in notifications where notification.occasion.includes(exitCode: summary.exitCode) {
            switch notification.channel {
            case .command(let words):
                observe(.notified(words.first ?? "", failure: run(words, input: summary.json.text() + "\n")))
            case .webhook(let address):
                observe(.notified(Self.shown(address), failure: post(to: address)))
            }
        }
    }

    /// Sends the summary with curl. The address may hold a secret, and goes over standard input with the rest so that no list of processes
    /// shows it.
    private func post(to address: String) -> String? {
        let settings: [(String, String)] = [
            ("url", address), ("request", "POST"), ("header", "Content-Type: application/json"),
            ("data", summary.json.text()), ("max-time", "30"), ("proto", "=http,https"), ("output", "/dev/null"),
        ]
        let lines = settings.map { name, value in "\(name) = \"\(Self.quoted(value))\"\n" }
        return run(
            ["curl", "--config", "-", "--silent", "--show-error", "--fail"], input: lines.joined())
    }

    /// An address for logs: path and query may hold a secret.
    private static func shown(_ address: String) -> String {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme, let host = parts.host else {
            return "webhook"
        }
        return scheme + "://" + host + (parts.port.map { ":\($0)" } ?? "")
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Runs a program with a text on standard input and waits for its end.
    ///
    /// - Returns: what went wrong; `nil` when it ended with 0.
    private func run(_ words: [String], input: String) -> String? {
        do throws(OutputError) {
            let folder = try TemporaryFolder()
            return run(words, inputFile: try folder.write(Array(input.utf8), as: "input"))
        } catch {
            return "cannot be run: \(error)"
        }
    }

    private func run(_ words: [String], inputFile: String) -> String? {
        let process = ChildProcess(
            program: words.first ?? "", arguments: Array(words.dropFirst()), seconds: Self.longest, memory: 0,
            outputLimit: nil,
            environment: ["JUESUAN_BATCH_JOB": summary.job, "JUESUAN_BATCH_EXIT": String(summary.exitCode)],
            inheritsEnvironment: true, input: inputFile)
        switch process.run()?.ending {
        case .exited(0): return nil
        case .exited(let code): return "ended with exit code \(code)"
        case .notFound: return "ended with exit code 127"
        case .killed(let signal): return "was ended by signal \(signal)"
        case .timedOut: return "took longer than \(Int(Self.longest)) seconds and was ended"
        case .printedTooMuch, .stopped, nil: return "cannot be run: the system could not start it"
        }
    }
}
