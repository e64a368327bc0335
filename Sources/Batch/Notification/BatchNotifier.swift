import Foundation

/// Tells people and programs of a batch's end.
struct BatchNotifier {
    /// A program that does not end by itself is ended after this.
    private static let longest: Duration = .seconds(60)
    private let summary: BatchSummary

    init(summary: BatchSummary) {
        self.summary = summary
    }

    /// Tells everybody for whom this end is an occasion. What goes wrong is reported and changes nothing else.
    func tell(_ notifications: [BatchNotification], observe: (BatchEvent) -> Void) async {
        for notification in notifications where notification.occasion.includes(exitCode: summary.exitCode) {
            switch notification.channel {
            case .command(let words):
                observe(.notified(words.first ?? "", failure: await run(words, input: summary.json.text() + "\n")))
            case .webhook(let address):
                observe(.notified(Self.shown(address), failure: await post(to: address)))
            }
        }
    }

    /// Sends the summary with curl. The address may hold a secret, and goes over standard input with the rest so that no list of processes
    /// shows it.
    private func post(to address: String) async -> String? {
        let settings: [(String, String)] = [
            ("url", address), ("request", "POST"), ("header", "Content-Type: application/json"),
            ("data", summary.json.text()), ("max-time", "30"), ("proto", "=http,https"), ("output", "/dev/null"),
        ]
        let lines = settings.map { name, value in "\(name) = \"\(Self.quoted(value))\"\n" }
        return await run(
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
    private func run(_ words: [String], input: String) async -> String? {
        let file = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            try Data(input.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            return try await run(words, inputFile: file)
        } catch {
            return "cannot be run: \(error.localizedDescription)"
        }
    }

    private func run(_ words: [String], inputFile: URL) async throws -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging([
            "JUESUAN_BATCH_JOB": summary.job, "JUESUAN_BATCH_EXIT": String(summary.exitCode),
        ]) { _, own in own }
        try process.run()
        let clock = ContinuousClock()
        let end = clock.now + Self.longest
        while process.isRunning {
            if clock.now >= end {
                process.terminate()
                return "took longer than \(Self.longest.components.seconds) seconds and was ended"
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        return process.terminationStatus == 0 ? nil : "ended with exit code \(process.terminationStatus)"
    }
}
