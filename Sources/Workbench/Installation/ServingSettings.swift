import Platform

/// What the process that serves is told by the command that starts it.
package struct ServingSettings: Codable, Hashable, Sendable {
    /// How much the log says: each level what is at it or worse.
    package enum LogLevel: String, Codable, CaseIterable, Hashable, Sendable {
        /// Every answer.
        case debug
        /// Beginning and end, and what went wrong.
        case info
        case warning
        case error
    }

    /// The ledger that is served.
    package var ledger: String
    /// The file of who may come in.
    package var accessFile: String
    /// The address it listens on; its port, of which 0 leaves the choice to the system.
    package var host: String
    package var port: Int
    /// The address that people see, of a proxy or of its own certificate: `https://accounts.example.cn`.
    package var origin: String?
    /// The files of the certificate, with those it rests on behind it, and of its key (PEM); `nil` where a proxy has them.
    package var certificateFile: String?
    package var privateKeyFile: String?
    /// Whether addresses other machines reach were asked for although nothing encrypts what goes to them.
    package var allowsPlainRemote = false
    /// How much the log says.
    package var logLevel = LogLevel.info
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

    /// Whether it encrypts by a certificate of its own.
    package var isEncrypted: Bool { certificateFile != nil && privateKeyFile != nil }

    /// Why these settings cannot be, or would put figures and passwords on a network unencrypted; `nil` where all is well.
    package var refusal: WorkbenchError? {
        if (certificateFile == nil) != (privateKeyFile == nil) {
            return WorkbenchError(
                .usage,
                Bilingual("证书与私钥只给出了其一", "a certificate and its key go together, and one of them is missing"),
                advice: Bilingual("请同时给出 --certificate 和 --private-key", "give both --certificate and --private-key"))
        }
        guard !Self.isLoopback(host), !isEncrypted, !allowsPlainRemote else { return nil }
        return WorkbenchError(
            .usage,
            Bilingual(
                "\(host) 可从其他机器访问，而连接未加密",
                "\(host) can be reached by other machines, and nothing encrypts what they send"),
            advice: Bilingual(
                "请用 --certificate 和 --private-key 给出证书，或监听 127.0.0.1，由带证书的代理转发并用 --origin 给出其地址；确需明文的，请加 --plain-http",
                "give a certificate with --certificate and --private-key, or listen on 127.0.0.1 behind a proxy with one and name it with --origin, or, if that is what you want, add --plain-http"
            ))
    }
}
