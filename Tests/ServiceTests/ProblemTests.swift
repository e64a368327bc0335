import Foundation
import Platform
import Testing

@testable import Service

@Suite("Requests that are not answered as they wish")
struct ProblemTests {
    @Test(
        "Each has the status that is its own, what is wrong and what to do",
        arguments: [
            ("/nowhere", "GET", 404), ("/api/v1/bodies/%zz", "GET", 400), ("/api/v1/bodies/%ff", "GET", 400),
            ("/api/v1/bodies/a%00b", "GET", 400), ("/api/v1/bodies/nobody", "GET", 404),
            ("/api/v1/bodies", "DELETE", 405), ("/api/v1/lines?body=nobody", "GET", 404),
            ("/api/v1/compare?year=12", "GET", 400), ("/api/v1/compare?level=street", "GET", 400),
            ("/api/v1/compare?size=12", "GET", 400), ("/api/v1/compare?year=2023&year=2022", "GET", 400),
            ("/api/v1/compare?year=2022&with=2023", "GET", 400), ("/api/v1/compare?year=2150", "GET", 404),
            ("/api/v1/years?from=2023", "GET", 400), ("/api/v1/years?from=2023&to=2020", "GET", 400),
            ("/api/v1/lines?limit=0", "GET", 400), ("/api/v1/lines?body=%0a", "GET", 400),
            ("/api/v1/lines?as_of=yesterday", "GET", 400), ("/api/v1/documents/0/lines", "GET", 400),
            ("/api/v1/documents/77/lines", "GET", 404), ("/api/v1/explain?subject=2010301", "GET", 400),
            ("/api/v1/explain", "GET", 400), ("/api/v1/../../etc/passwd", "GET", 404),
            ("/api/v1/bodies/..%2f..%2fetc%2fpasswd", "GET", 404),
        ])
    func problems(target: String, method: String, status: Int) async throws {
        let sample = try await ServedSample()
        let answer = await sample.get(target, method: try #require(ServiceRequest.Method(rawValue: method)))
        #expect(answer.status == status, "\(target): \(answer.text)")
        #expect(answer.headers["content-type"] == "application/problem+json; charset=utf-8")
        let members = try answer.object
        #expect(members["status"] as? Int == status && members["instance"] as? String == "urn:juesuan:request:test")
        for name in ["type", "title", "detail", "remedy"] {
            #expect((members[name] as? String)?.isEmpty == false, "\(target): \(name)")
        }
        #expect(!answer.text.contains(sample.folder.path), "the place of the ledger is told: \(answer.text)")
    }

    @Test("A reader is told in the language asked for, else in that of the service")
    func languages() async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/nowhere").text.contains("没有找到"))
        #expect(
            await sample.get("/nowhere", ["accept-language": "fr, en-GB;q=0.8, zh;q=0.5"]).text.contains("not found"))
        #expect(await sample.get("/nowhere?language=zh-Hans", ["accept-language": "en"]).text.contains("没有找到"))
    }

    @Test("No form but those there are is answered")
    func forms() async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/api/v1/bodies", ["accept": "application/pdf"]).status == 406)
        #expect(await sample.get("/api/v1/bodies", ["accept": "application/json;q=0"]).status == 406)
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        #expect(
            await sample.get("/api/v1/bodies", ["accept": browser]).headers["content-type"]?.hasPrefix(
                "application/json") == true)
        let weighed = "application/json;q=0.5, text/csv"
        #expect(
            await sample.get("/api/v1/bodies", ["accept": weighed]).headers["content-type"]?.hasPrefix("text/csv")
                == true)
    }

    @Test(
        "A name that leads here from elsewhere is not answered",
        arguments: ["evil.example", "evil.example:8686", "", "127.0.0.1.evil.example"])
    func foreignNames(name: String) async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/api/v1/bodies", authority: name).status == 421)
        #expect(await sample.get("/api/v1/bodies", authority: "localhost:1").status == 200)
        #expect(await sample.get("/api/v1/bodies", authority: "[::1]:8686").status == 200)
    }

    @Test("A request with a second Host is not answered, whichever name comes first")
    func twoNames() async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/healthz", ["host": "evil.example"]).status == 400)
        #expect(await sample.get("/healthz").status == 200)
    }

    @Test("No value adds a line to the head of an answer")
    func headLines() {
        var fields = HeaderFields()
        fields.add("X-Name", "a\r\nset-cookie: b\u{0}c")
        #expect(fields["x-name"] == "a  set-cookie: b c" && fields.all.count == 1)
    }

    @Test("Every answer tells a browser to take it for what it is")
    func protections() async throws {
        let sample = try await ServedSample()
        for target in ["/api/v1/bodies", "/nowhere", "/healthz"] {
            let answer = await sample.get(target)
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(answer.headers["x-request-id"] == "test")
        }
    }
}
