import Foundation

/// `juesuan serve` at work on a ledger, ended with the value.
final class RunningService {
    private let process = Process()
    private let output: URL
    private let errors: URL
    private let binary: BuiltBinary
    /// The address it says it listens on, `http://127.0.0.1:49152`, or of `https`.
    let address: String

    /// Why it does not serve.
    struct NotListening: LocalizedError {
        let errorDescription: String?
    }

    /// Starts it and waits until it listens.
    convenience init(_ binary: BuiltBinary, _ arguments: String...) throws {
        try self.init(binary, arguments: arguments)
    }

    /// Starts it and waits until it listens.
    init(_ binary: BuiltBinary, arguments: [String]) throws {
        self.binary = binary
        process.executableURL = BuiltBinary.executable
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = binary.folder
        process.environment = ["LANG": "en_GB.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
        output = binary.folder.appending(path: ".served-output")
        errors = binary.folder.appending(path: ".served-errors")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 {
            let text = try String(contentsOf: output, encoding: .utf8)
            if let found = text.firstMatch(of: /listening on (https?:\S+)\/\n/) {
                address = String(found.1)
                return
            }
            guard process.isRunning else { break }
            usleep(50_000)
        }
        process.terminate()
        throw NotListening(errorDescription: try String(contentsOf: errors, encoding: .utf8))
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Tells it to stop and waits.
    ///
    /// - Returns: its exit code.
    func stop(by signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Lets the first administrator in by the link that was printed, as a browser would, and makes a token of theirs.
    func token() throws -> String {
        let printed = try String(contentsOf: output, encoding: .utf8)
        guard let link = printed.firstMatch(of: /\/invitations\/\S+/) else {
            throw NotListening(errorDescription: "no link: " + printed)
        }
        let password = "correct horse battery"
        _ = try curl(
            String(link.0), "--data-urlencode", "password=" + password, "--data-urlencode", "again=" + password)
        let entered = try curl(
            "/login", "--include", "--data-urlencode", "name=admin", "--data-urlencode", "password=" + password)
        guard let cookie = entered.firstMatch(of: /(?i)set-cookie: (__Host-juesuan=[^;]+)/) else {
            throw NotListening(errorDescription: "no session: " + entered)
        }
        let page = try curl("/", "--header", "Cookie: " + cookie.1)
        guard let secret = page.firstMatch(of: /name="csrf" value="([^"]+)"/) else {
            throw NotListening(errorDescription: "no form: " + page)
        }
        let made = try curl(
            "/api/v1/tokens", "--header", "Cookie: " + cookie.1, "--header", "X-CSRF-Token: " + secret.1, "--json",
            #"{"name":"test","role":"administrator"}"#)
        guard let token = made.firstMatch(of: /"secret": "([^"]+)"/) else {
            throw NotListening(errorDescription: "no token: " + made)
        }
        return String(token.1)
    }

    /// What a client gets of an address.
    func curl(_ target: String, _ options: String...) throws -> String {
        try binary.run(
            ["--silent", "--show-error", "--max-time", "120"] + options + [address + target],
            executable: URL(filePath: "/usr/bin/curl")
        ).output
    }

    /// What it logged.
    var log: String { get throws { try String(contentsOf: errors, encoding: .utf8) } }
}
