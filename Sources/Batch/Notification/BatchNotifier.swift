import Foundation
import Platform

/// Tells people and programs of a batch's end.
struct BatchNotifier {
    /// A program that does not end by itself is ended after so many seconds.
    private static let longest: Double = 60
    private let end: BatchEnd

    init(end: BatchEnd) {
        self.end = end
    }

    /// Tells everybody; what goes wrong is reported.
    ///
    /// - Returns: what could not be told.
    func tell(_ channels: [BatchNotification.Channel], observe: (BatchEvent) -> Void) -> [PendingNotices.Notice] {
        channels.compactMap { channel in
            let (name, failure) =
                switch channel {
                case .command(let words): (words.first ?? "", run(words, input: end.text + "\n"))
                case .webhook(let address): (Self.shown(address), post(to: address))
                }
            observe(.notified(name, failure: failure))
            guard failure != nil else { return nil }
            return PendingNotices.Notice(channel: channel.digest, job: end.job, exitCode: end.exitCode, text: end.text)
        }
    }

    /// Sends the end with curl, which tries again after one, two and four seconds. The address may hold a secret, and goes over standard
    /// input with the rest so that no list of processes shows it. Only an answer of 200 to 299 is a delivery: a redirect sends it nowhere.
    ///
    /// - Returns: what went wrong.
    private func post(to address: String) -> Bilingual? {
        let settings: [(String, String)] = [
            ("url", address), ("request", "POST"), ("header", "Content-Type: application/json"),
            ("data", end.text), ("max-time", "20"), ("retry", "3"), ("retry-max-time", "50"),
            ("proto", "=http,https"), ("output", "/dev/null"), ("write-out", "%{http_code}"),
        ]
        let lines = settings.map { name, value in "\(name) = \"\(Self.quoted(value))\"\n" }
        let words = ["curl", "--config", "-", "--silent", "--show-error", "--globoff", "--retry-connrefused"]
        let outcome: ChildProcess.Outcome?
        do throws(OutputError) {
            outcome = try run(words, input: lines.joined(), outputLimit: 1 << 16)
        } catch {
            return error.sentence.at(Bilingual("无法运行", "cannot be run"))
        }
        if let failure = Self.failure(outcome) {
            // curl names the host and the reason, and never the path.
            let said = outcome?.errors.split(separator: "\n").last
            return said.map { failure + Bilingual("（“\($0)”）", ": \($0)") } ?? failure
        }
        let code = String(decoding: outcome?.output.suffix(3) ?? [], as: UTF8.self)
        return code.first == "2" ? nil : Bilingual("返回状态 \(code)", "was answered with status \(code)")
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

    /// Runs a command and waits for its end.
    ///
    /// - Returns: what went wrong; `nil` when it ended with 0.
    private func run(_ words: [String], input: String) -> Bilingual? {
        do throws(OutputError) {
            return Self.failure(try run(words, input: input, outputLimit: nil))
        } catch {
            return error.sentence.at(Bilingual("无法运行", "cannot be run"))
        }
    }

    private func run(
        _ words: [String], input: String, outputLimit: Int?
    ) throws(OutputError) -> ChildProcess.Outcome? {
        let folder = try TemporaryFolder()
        return ChildProcess(
            program: words.first ?? "", arguments: Array(words.dropFirst()), seconds: Self.longest, memory: 0,
            outputLimit: outputLimit,
            environment: ["JUESUAN_BATCH_JOB": end.job, "JUESUAN_BATCH_EXIT": String(end.exitCode)],
            inheritsEnvironment: true, input: try folder.write(Array(input.utf8), as: "input")
        ).run()
    }

    private static func failure(_ outcome: ChildProcess.Outcome?) -> Bilingual? {
        switch outcome?.ending {
        case .exited(0): nil
        case .exited(let code): Bilingual("以退出码 \(code) 结束", "ended with exit code \(code)")
        case .notFound: Bilingual("以退出码 127 结束", "ended with exit code 127")
        case .killed(let signal): Bilingual("被信号 \(signal) 终止", "was ended by signal \(signal)")
        case .timedOut:
            Bilingual("超过 \(Int(Self.longest)) 秒，已终止", "took longer than \(Int(Self.longest)) seconds and was ended")
        case .printedTooMuch, .stopped, .notCutOff, nil:
            Bilingual("无法运行：系统不能启动该程序", "cannot be run: the system could not start it")
        }
    }
}
