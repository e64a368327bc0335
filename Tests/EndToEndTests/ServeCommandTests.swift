import Foundation
import Testing

@Suite("juesuan serve")
struct ServeCommandTests {
    private static func binary() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let data = BuiltBinary.package.appending(path: "Data/qingling").path
        let files = (2019...2022).map { "\(data)/\($0)-synthetic.csv" } + ["\(data)/2023-disclosure.txt"]
        let result = try binary.run(["import", "--ledger", "a.sqlite", "--amount-unit", "wan"] + files)
        #expect(result.status == 0, "\(result.errors)")
        return binary
    }

    private static let body =
        "body=%E6%AD%A6%E6%B1%89%E5%B8%82%E6%B4%AA%E5%B1%B1%E5%8C%BA%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C%E9%9D%92%E8%8F%B1%E8%A1%97%E9%81%93%E5%8A%9E%E4%BA%8B%E5%A4%84"

    @Test("Every answer has the bytes of the command it stands for")
    func figuresAreTheCommands() throws {
        let binary = try Self.binary()
        let service = try RunningService(binary, "--ledger", "a.sqlite")
        let bearer = "Authorization: Bearer " + (try service.token())
        let unit = ["--unit", "武汉市洪山区人民政府青菱街道办事处"]
        let pairs: [(String, [String])] = [
            (
                "compare?\(Self.body)&year=2023&with=2021&level=category",
                ["compare", "--year", "2023", "--with", "2021", "--level", "category"] + unit
            ),
            ("compare?order=change", ["compare", "--order", "change"]),
            ("years?from=2019&to=2023&\(Self.body)", ["compare", "--years", "2019-2023"] + unit),
            ("totals?\(Self.body)&basis=restated", ["compare", "--basis", "restated"] + unit),
            ("anomalies?year=2023", ["anomalies", "--year", "2023"]),
            (
                "anomalies?profile=audit&list=unbudgeted&top=3&forecast=false",
                ["anomalies", "--profile", "audit", "--list", "unbudgeted", "--top", "3", "--no-forecast"]
            ),
            ("forecasts?for=2024&horizon=2", ["forecast", "--for", "2024", "--horizon", "2"]),
            ("forecasts?\(Self.body)&level=section", ["forecast", "--level", "section"] + unit),
            ("explain?for=2024&subject=2100410", ["explain", "--for", "2024", "--subject", "2100410"]),
            ("documents?\(Self.body)", ["ledger", "list"] + unit), ("editions", ["ledger", "list", "--all"]),
            ("history", ["ledger", "history"]),
            ("history/changes?year=2023", ["ledger", "history", "--changes", "--year", "2023"]),
            ("runs", ["batch", "status"]),
        ]
        for (target, arguments) in pairs {
            for (format, language) in [("json", "en"), ("csv", "zh-Hans")] {
                let mark = target.contains("?") ? "&" : "?"
                let answer = try service.curl(
                    "/api/v1/\(target)\(mark)format=\(format)&language=\(language)", "--header", bearer)
                let printed = try binary.run(
                    arguments + ["--ledger", "a.sqlite", "--format", format, "--language", language])
                #expect(answer == printed.output && !answer.isEmpty, "\(target) as \(format): \(printed.errors)")
            }
        }
        let lines = try service.curl("/api/v1/lines?\(Self.body)&from=2022&format=csv", "--header", bearer)
        let exported = try binary.run(["ledger", "export", "--ledger", "a.sqlite", "--from", "2022"] + unit)
        #expect(lines == exported.output && lines.count > 1000)
        #expect(service.stop() == 0)
    }

    @Test("It answers over HTTP as it says, counts and logs what it does, and stops when it is told to")
    func servesOverHTTP() throws {
        let binary = try Self.binary()
        let service = try RunningService(binary, "--ledger", "a.sqlite")
        let bearer = "Authorization: Bearer " + (try service.token())
        let health = try service.curl("/healthz", "--include", "--header", "X-Request-Id: abc-1")
        #expect(health.hasPrefix("HTTP/1.1 200") && health.lowercased().contains("x-request-id: abc-1\r\n"))
        let forged = try service.curl("/healthz", "--include", "--header", "X-Request-Id: a b\"c")
        #expect(!forged.contains("a b"))
        let compressed = try service.curl("/api/v1/bodies", "--include", "--head", "--header", bearer)
        #expect(compressed.hasPrefix("HTTP/1.1 200") && compressed.lowercased().contains("etag: \""))
        #expect(
            try service.curl("/api/v1/bodies", "--header", "Host: evil.example").contains("421"))
        let traced = try service.curl("/api/v1/bodies", "--include", "--request", "TRACE")
        #expect(traced.contains("405") && traced.lowercased().contains("allow: get, head, options"), "\(traced)")
        let long = try service.curl("/" + String(repeating: "a", count: 70_000), "--include")
        #expect(
            long.hasPrefix("HTTP/1.1 431") && long.contains("urn:juesuan:problem:request-head-too-large"), "\(long)")
        let large = try service.curl(
            "/api/v1/bodies", "--request", "POST", "--data-binary",
            "@" + BuiltBinary.executable.path,
            "--write-out", "%{http_code}")
        #expect(large.contains("413"))
        #expect(
            try service.curl("/metrics", "--header", bearer).contains(
                "juesuan_requests_total{route=\"/healthz\",status=\"200\"} 2"))
        let log = try service.log
        #expect(log.contains("\"message\":\"listening\"") && !log.contains("invitations") && !log.contains("juesuan_"))
        #expect(service.stop(by: SIGINT) == 0)
    }

    @Test("A disclosure that is sent is read in a process of its own, shown, and imported as the command would")
    func uploads() throws {
        let binary = try Self.binary()
        let service = try RunningService(binary, "--ledger", "a.sqlite")
        let bearer = "Authorization: Bearer " + (try service.token())
        let file = BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt").path
        let sent = try service.curl(
            "/api/v1/uploads?name=2023.txt", "--header", bearer, "--header", "Content-Type: application/octet-stream",
            "--data-binary", "@" + file)
        let id = try #require(sent.firstMatch(of: /"upload": "([0-9a-f]{32})"/)?.1)
        let preview = try service.curl("/api/v1/uploads/\(id)", "--header", bearer)
        #expect(preview.contains("\"fiscal_year\": 2023") && preview.contains("\"lines\": 47"), "\(preview)")
        let done = try service.curl(
            "/api/v1/uploads/\(id)/import", "--header", bearer, "--json", "{}")
        #expect(done.contains("\"status\": \"unchanged\""), "\(done)")
        #expect(try service.curl("/api/v1/uploads/\(id)", "--header", bearer).contains("404"))
        #expect(service.stop() == 0)
    }

    @Test("An address that others reach is refused unless it is asked for twice")
    func refusesOpenAddresses() throws {
        let binary = try Self.binary()
        for host in ["0.0.0.0", "::", "192.0.2.1"] {
            let result = try binary.run("serve", "--ledger", "a.sqlite", "--host", host, "--language", "en")
            #expect(result.status == 64 && result.errors.contains("--plain-http"), "\(host): \(result.errors)")
        }
        _ = try RunningService(binary, "--ledger", "a.sqlite", "--host", "0.0.0.0", "--plain-http")
    }

    @Test("Without a ledger, or with something else in its place, it says so and does not start")
    func needsALedger() throws {
        let binary = try BuiltBinary()
        try binary.write("not a ledger", to: "b.sqlite")
        #expect(try binary.run("serve", "--ledger", "absent.sqlite", "--port", "0").status == 66)
        let made = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
        #expect(!made.contains { $0.hasPrefix("absent") }, "\(made)")
        #expect(try binary.run("serve", "--ledger", "b.sqlite", "--port", "0").status == 65)
        #expect(try binary.run("serve", "--port", "70000").status == 64)
        #expect(try binary.run("serve", "--origin", "ftp://x").status == 64)
    }
}
