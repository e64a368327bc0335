import Foundation
import Testing

@Suite("juesuan serve, settings and certificates")
struct ServeSettingsTests {
    private static func binary() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let file = BuiltBinary.package.appending(path: "Data/qingling/2022-synthetic.csv").path
        let result = try binary.run("import", "--ledger", "a.sqlite", "--amount-unit", "wan", file)
        #expect(result.status == 0, "\(result.errors)")
        return binary
    }

    /// Makes a certificate of localhost that nobody trusts but who is given its file.
    private static func certificate(_ name: String, in binary: BuiltBinary) throws {
        let made = try binary.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "\(name).key",
                "-out",
                "\(name).pem",
            ], executable: URL(filePath: "/usr/bin/openssl"))
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test("A file of settings is heeded, and the command line goes before it")
    func settingsFile() throws {
        let binary = try Self.binary()
        try binary.write("ledger: a.sqlite\nport: 1\nlog: debug\n", to: "serve.yaml")
        let service = try RunningService(binary, "--settings", "serve.yaml")
        #expect(!service.address.hasSuffix(":1"))
        _ = try service.curl("/healthz")
        #expect(try service.log.contains("\"route\":\"/healthz\""))
        #expect(service.stop() == 0)
        try binary.write("ledger: a.sqlite\nprot: 1\n", to: "serve.yaml")
        let refused = try binary.run("serve", "--settings", "serve.yaml", "--language", "en")
        #expect(refused.status == 65 && refused.errors.contains("serve.yaml:2") && refused.errors.contains("prot"))
    }

    @Test("With a certificate it encrypts, on an address that others reach as well, and tells browsers to keep to it")
    func ownCertificate() throws {
        let binary = try Self.binary()
        try Self.certificate("one", in: binary)
        let service = try RunningService(
            binary, "--ledger", "a.sqlite", "--host", "0.0.0.0", "--certificate", "one.pem", "--private-key", "one.key")
        #expect(service.address.hasPrefix("https://"))
        let pem = binary.folder.appending(path: "one.pem").path
        let address = "https://localhost:" + (service.address.split(separator: ":").last ?? "")
        func curl(_ options: String..., to address: String) throws -> String {
            try binary.run(
                ["--silent", "--max-time", "20", "--include"] + options + [address + "/healthz"],
                executable: URL(filePath: "/usr/bin/curl")
            ).output
        }
        let answer = try curl("--cacert", pem, to: address)
        #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("strict-transport-security: max-age="))
        #expect(try curl(to: address).isEmpty, "a certificate that nobody trusts was taken")
        #expect(try curl("--cacert", pem, "--tls-max", "1.1", to: address).isEmpty, "TLS 1.1 was spoken")
        #expect(!(try curl(to: address.replacing("https", with: "http"))).contains("200 OK"))
        #expect(service.stop() == 0)
    }

    @Test("A certificate that is none, or whose key is another's, ends the start")
    func faultyCertificates() throws {
        let binary = try Self.binary()
        for name in ["one", "two"] { try Self.certificate(name, in: binary) }
        try binary.write("no certificate", to: "none.pem")
        func serve(_ certificate: String, _ key: String) throws -> (status: Int32, errors: String) {
            let result = try binary.run(
                "serve", "--ledger", "a.sqlite", "--port", "0", "--language", "en", "--certificate", certificate,
                "--private-key", key)
            return (result.status, result.errors)
        }
        let foreign = try serve("one.pem", "two.key")
        #expect(foreign.status == 65 && foreign.errors.contains("two.key"), "\(foreign)")
        let none = try serve("none.pem", "one.key")
        #expect(none.status == 65 && none.errors.contains("none.pem"), "\(none)")
        #expect(try serve("absent.pem", "one.key").status == 66)
        let half = try binary.run("serve", "--ledger", "a.sqlite", "--certificate", "one.pem", "--language", "en")
        #expect(half.status == 64 && half.errors.contains("--private-key"), "\(half.errors)")
    }

    @Test(
        "Behind a proxy the address it names is who asks, but for a made-up one before it; without one the line counts for nothing"
    )
    func namedClients() throws {
        let binary = try Self.binary()
        for options in [["--origin", "https://accounts.example.cn"], []] {
            let service = try RunningService(binary, arguments: ["--ledger", "a.sqlite"] + options)
            let bearer = "Authorization: Bearer " + (try service.token())
            _ = try service.curl(
                "/login", "--header", "X-Forwarded-For: 203.0.113.1, 198.51.100.7", "--data-urlencode", "name=nobody",
                "--data-urlencode", "password=wrong password")
            let audit = try service.curl("/api/v1/audit?format=csv", "--header", bearer)
            let failed = try #require(audit.split(separator: "\n").first { $0.contains("login.failed") })
            #expect(failed.contains(options.isEmpty ? "127.0.0.1" : "198.51.100.7") && !failed.contains("203.0.113.1"))
            #expect(service.stop() == 0)
            for name in ["a.sqlite.access", "a.sqlite.access-wal", "a.sqlite.access-shm"] {
                try? FileManager.default.removeItem(at: binary.folder.appending(path: name))
            }
        }
    }
}
