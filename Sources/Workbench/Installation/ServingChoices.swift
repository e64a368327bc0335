import Interchange
import Platform

/// What one place says about serving: the command line, the environment or a file of settings. What it does not say is `nil`.
package struct ServingChoices: Hashable, Sendable {
    /// What can be said, by the words of the file; the environment has them in capitals behind ``variableMark``.
    package enum Key: String, CaseIterable, Sendable {
        case ledger
        case members
        case host
        case port
        case origin
        case certificate
        case privateKey = "private_key"
        case plainHTTP = "plain_http"
        case language
        case log

        /// The variable of the environment that says it.
        package var variable: String { ServingChoices.variableMark + rawValue.uppercased() }
    }

    /// What the variables of the environment begin with.
    package static let variableMark = "JUESUAN_SERVE_"

    package var ledger: String?
    package var members: String?
    package var host: String?
    package var port: Int?
    package var origin: String?
    package var certificate: String?
    package var privateKey: String?
    package var plainHTTP: Bool?
    package var language: Language?
    package var log: ServingSettings.LogLevel?

    package init() {}

    /// Takes what is said of a key.
    ///
    /// - Parameter folder: where paths that do not begin at the root begin; `nil` for where the process was started.
    /// - Returns: what was expected instead; `nil` where all is well.
    package mutating func take(_ key: Key, _ text: String, in folder: String? = nil) -> Bilingual? {
        func path(_ text: String) -> String {
            text.hasPrefix("/") || folder == nil || folder == "." ? text : (folder ?? "") + "/" + text
        }
        if text.isEmpty { return Bilingual("值", "a value") }
        switch key {
        case .ledger: ledger = path(text)
        case .members: members = path(text)
        case .host: host = text
        case .certificate: certificate = path(text)
        case .privateKey: privateKey = path(text)
        case .port:
            guard let number = Int(text), (0...65535).contains(number) else {
                return Bilingual("0 至 65535", "0 to 65535")
            }
            port = number
        case .origin:
            guard Self.isOrigin(text) else { return Self.originForm }
            origin = text
        case .plainHTTP:
            guard let isAllowed = ["true": true, "false": false][text] else {
                return Bilingual("true 或 false", "true or false")
            }
            plainHTTP = isAllowed
        case .language:
            guard let known = Language(rawValue: text) else { return Self.words(Language.allCases.map(\.rawValue)) }
            language = known
        case .log:
            guard let known = ServingSettings.LogLevel(rawValue: text) else {
                return Self.words(ServingSettings.LogLevel.allCases.map(\.rawValue))
            }
            log = known
        }
        return nil
    }

    private static func words(_ words: [String]) -> Bilingual {
        let known = words.listed()
        return Bilingual("以下之一：\(known.zhHans)", "one of \(known.en)")
    }

    private static let originForm = Bilingual(
        "以 https:// 开头的网址，如 https://accounts.example.cn",
        "an address that begins with https://, such as https://accounts.example.cn")

    /// Whether a text is an address with a certificate, and nothing behind its name and port.
    private static func isOrigin(_ text: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let parts = text.dropFirst("https://".count).split(separator: ":", omittingEmptySubsequences: false)
        let isPort = parts.count == 1 || parts.count == 2 && UInt16(parts[1]) != nil
        guard let name = parts.first, !name.isEmpty, isPort else { return false }
        return name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x2E
        }
    }

    /// These choices, and those of another place for what these do not say.
    package func filled(from other: ServingChoices) -> ServingChoices {
        var all = self
        all.ledger = ledger ?? other.ledger
        all.members = members ?? other.members
        all.host = host ?? other.host
        all.port = port ?? other.port
        all.origin = origin ?? other.origin
        all.certificate = certificate ?? other.certificate
        all.privateKey = privateKey ?? other.privateKey
        all.plainHTTP = plainHTTP ?? other.plainHTTP
        all.language = language ?? other.language
        all.log = log ?? other.log
        return all
    }

    /// What is served, with the usual answers to what no place says.
    ///
    /// - Parameter language: the language where none is chosen.
    package func settings(speaking language: Language) -> ServingSettings {
        var settings = ServingSettings(
            ledger: ledger ?? "juesuan.sqlite", host: host ?? "127.0.0.1", port: port ?? 8686,
            language: self.language ?? language)
        if let members { settings.accessFile = members }
        (settings.origin, settings.allowsPlainRemote) = (origin, plainHTTP ?? false)
        (settings.certificateFile, settings.privateKeyFile) = (certificate, privateKey)
        if let log { settings.logLevel = log }
        return settings
    }
}

extension ServingChoices {
    /// What the environment says.
    ///
    /// - Throws: ``WorkbenchError`` that names the variable whose value is none.
    package init(environment: [String: String]) throws(WorkbenchError) {
        self.init()
        for key in Key.allCases {
            guard let text = environment[key.variable], !text.isEmpty else { continue }
            if let expected = take(key, text) {
                throw WorkbenchError(
                    .usage, Bilingual("环境变量 \(key.variable) 为“\(text)”", "the variable \(key.variable) is '\(text)'"),
                    advice: Bilingual("应为\(expected.zhHans)", "it takes \(expected.en)"))
            }
        }
    }

    /// What a file of settings says; its paths begin where it stands.
    ///
    /// - Throws: ``ReadError`` with the line of what is wrong.
    package init(file path: String) throws(ReadError) {
        self.init()
        let file = SettingsFile(name: path)
        for entry in try file.entries(of: try SourceFile.settings(path)) {
            guard let key = Key(rawValue: entry.key) else {
                let known = Key.allCases.map(\.rawValue).listed()
                throw entry.failure(
                    Bilingual("没有设置“\(entry.key)”", "there is no setting '\(entry.key)'"),
                    Bilingual("可用的设置为 \(known.zhHans)", "the settings are \(known.en)"))
            }
            guard let text = entry.text else {
                throw entry.failure(
                    Bilingual("\(entry.key) 应为单个值", "\(entry.key) takes a single value"), SettingsFile.form)
            }
            if let expected = take(key, text, in: FileEntry.folder(of: path)) {
                throw entry.failure(
                    Bilingual("\(entry.key) 为\(entry.shown.zhHans)", "\(entry.key) is \(entry.shown.en)"),
                    Bilingual("应为\(expected.zhHans)", "it takes \(expected.en)"))
            }
        }
    }
}
