import Foundation
import Platform
import Testing
import Workbench

@Suite("What is served, as several places say it")
struct ServingChoicesTests {
    private static func file(_ text: String) throws -> String {
        let path = NSTemporaryDirectory() + "serve-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("The nearest place that says something counts, and the default where none does")
    func precedence() throws {
        let path = try Self.file("port: 1000\nhost: 127.0.0.2\nledger: a.sqlite\nlog: warning\n")
        defer { FileEntry.remove(path) }
        var line = ServingChoices()
        line.port = 3000
        let environment = try ServingChoices(environment: [
            "JUESUAN_SERVE_PORT": "2000", "JUESUAN_SERVE_HOST": "127.0.0.3", "JUESUAN_SERVE_ORIGIN": "",
        ])
        let settings = try line.filled(from: environment).filled(from: ServingChoices(file: path)).settings(
            speaking: .en)
        #expect(settings.port == 3000 && settings.host == "127.0.0.3" && settings.logLevel == .warning)
        #expect(settings.ledger == FileEntry.folder(of: path) + "/a.sqlite" && settings.origin == nil)
        #expect(settings.accessFile == settings.ledger + ".access" && settings.language == .en)
        let plain = ServingChoices().settings(speaking: .zhHans)
        #expect(plain.host == "127.0.0.1" && plain.port == 8686 && plain.ledger == "juesuan.sqlite")
    }

    @Test("Every key of a file can be said by the environment too, with the same meaning")
    func everyKey() throws {
        let values: [ServingChoices.Key: String] = [
            .ledger: "/a", .members: "/b", .host: "::1", .port: "1", .origin: "https://a.example:8443",
            .certificate: "/c", .privateKey: "/d", .plainHTTP: "true", .language: "en", .log: "debug",
        ]
        #expect(Set(values.keys) == Set(ServingChoices.Key.allCases))
        let path = try Self.file(values.map { "\($0.key.rawValue): \"\($0.value)\"" }.joined(separator: "\n"))
        defer { FileEntry.remove(path) }
        let variables = Dictionary(uniqueKeysWithValues: values.map { ($0.key.variable, $0.value) })
        let choices = try ServingChoices(file: path)
        #expect(try choices == ServingChoices(environment: variables))
        let settings = choices.settings(speaking: .zhHans)
        #expect(settings.accessFile == "/b" && settings.isEncrypted && settings.allowsPlainRemote)
    }

    @Test(
        "What cannot be is told with its line",
        arguments: [
            ("port: 1\nprot: 2", ":2"), ("port: 70000", ":1"), ("ledger: a\nhost: [a, b]", ":2"), ("log: loud", ":1"),
            ("origin: http://a.example", ":1"), ("origin: https://a.example/x", ":1"), ("plain_http: maybe", ":1"),
        ])
    func faults(text: String, place: String) throws {
        let path = try Self.file(text)
        defer { FileEntry.remove(path) }
        let error = try #require(throws: ReadError.self) { try ServingChoices(file: path) }
        #expect(error.sentence.en.contains(path + place))
    }

    @Test("A variable whose value is none is named")
    func variables() throws {
        let error = try #require(throws: WorkbenchError.self) {
            try ServingChoices(environment: ["JUESUAN_SERVE_PORT": "eighty"])
        }
        #expect(error.kind == .usage && error.sentence.en.contains("JUESUAN_SERVE_PORT"))
    }

    @Test("An address that others reach takes a certificate with its key, or that nothing encrypts has to be said")
    func refusals() {
        func settings(_ change: (inout ServingChoices) -> Void) -> ServingSettings {
            var choices = ServingChoices()
            choices.host = "0.0.0.0"
            change(&choices)
            return choices.settings(speaking: .en)
        }
        #expect(settings { _ in }.refusal != nil)
        #expect(settings { $0.certificate = "/a" }.refusal != nil)
        #expect(settings { ($0.host, $0.privateKey) = ("127.0.0.1", "/a") }.refusal != nil)
        #expect(settings { ($0.certificate, $0.privateKey) = ("/a", "/b") }.refusal == nil)
        #expect(settings { $0.plainHTTP = true }.refusal == nil)
    }
}
