import Platform

/// What the process that serves is told by the command that starts it.
package struct ServingSettings: Codable, Hashable, Sendable {
    /// The ledger that is served.
    package var ledger: String
    /// The file of who may come in.
    package var accessFile: String
    /// The address it listens on; its port, of which 0 leaves the choice to the system.
    package var host: String
    package var port: Int
    /// The address that people see, where a proxy with a certificate stands before it: `https://accounts.example.cn`.
    package var origin: String?
    /// Whether addresses other machines reach were asked for although nothing encrypts what goes to them.
    package var allowsPlainRemote = false
    /// The language of what it says before anybody asks, and of requests that name none.
    package var language: Language
    /// The files of the classification; empty where it is not installed.
    package var subjectFiles: [String] = []
    /// The file of characters that look alike, and the stored model; `nil` where they are not installed.
    package var charactersFile: String?
    package var modelFile: String?

    package init(ledger: String, host: String, port: Int, language: Language) {
        self.ledger = ledger
        accessFile = ledger + ".access"
        self.host = host
        self.port = port
        self.language = language
    }

    /// Whether an address is one that only this machine reaches.
    package static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        return host == "localhost" || host == "::1" || isFour && parts[0] == "127"
    }

    /// Why these settings would put figures and passwords on a network unencrypted; `nil` where they do not.
    package var refusal: WorkbenchError? {
        guard !Self.isLoopback(host), !allowsPlainRemote else { return nil }
        return WorkbenchError(
            .usage,
            Bilingual(
                "\(host) 可从其他机器访问，而连接未加密",
                "\(host) can be reached by other machines, and nothing encrypts what they send"),
            advice: Bilingual(
                "请监听 127.0.0.1，由带证书的代理转发并用 --origin 给出其地址；确需明文的，请加 --plain-http",
                "listen on 127.0.0.1 behind a proxy with a certificate and name it with --origin, or, if that is what you want, add --plain-http"
            ))
    }
}
