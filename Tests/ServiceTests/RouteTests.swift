import Foundation
import Testing

@testable import Service

@Suite("What can be asked for")
struct RouteTests {
    private static let body = "body=" + ServedSample.encoded(ServedSample.body)

    /// What is said behind the address of each route for an answer; a route without an entry fails.
    private static let samples: [String: String] = [
        "/api/v1/bodies": "", "/api/v1/bodies/{body}": "", "/api/v1/lines": body, "/api/v1/documents": "",
        "/api/v1/editions": body, "/api/v1/documents/{document}/lines": "",
        "/api/v1/documents/{document}/figures": "", "/api/v1/documents/{document}/diagnostics": "",
        "/api/v1/history": "year=2023", "/api/v1/history/changes": body, "/api/v1/runs": "last=3",
        "/api/v1/years": body + "&from=2019&to=2023&level=category",
        "/api/v1/compare": body + "&year=2023&with=2022&order=change", "/api/v1/totals": "",
        "/api/v1/anomalies": body + "&profile=audit&list=overruns&top=5&forecast=false",
        "/api/v1/forecasts": body + "&for=2024&horizon=2", "/api/v1/explain": body + "&subject=2010301",
        "/api/v1/drafts": body + "&year=2024", "/api/v1/drafts/changes": "", "/api/v1/bodies/{body}/drafts": "",
        "/api/v1/findings": "", "/api/v1/search": "q=2010301", "/api/v1/events": "",
        "/api/v1/documents/{document}/pages/{page}": "",
        "/api/v1/drafts/lines": body + "&year=2024", "/api/v1/drafts/rules": body + "&year=2024&version=0",
        "/api/v1/drafts/scenarios": "", "/api/v1/drafts/comments": body + "&year=2024",
        "/api/v1/drafts/events": body + "&year=2024", "/api/v1/drafts/workbook": body + "&year=2024",
        "/api/v1/openapi.json": "",
        "/healthz": "", "/readyz": "", "/metrics": "", "/api/v1/me": "", "/api/v1/uploads/{upload}": "",
        "/api/v1/members": "", "/api/v1/tokens": "",
        "/api/v1/audit": "last=5",
    ]
    /// Routes that have nothing to answer of the sample: it states no totals, has no drafts, and nothing was sent.
    private static let absent: [String: String] = [
        "/api/v1/uploads/{upload}": "", "/api/v1/drafts/scenarios": body + "&year=2024",
        "/api/v1/documents/{document}/pages/{page}": "",
        "/api/v1/totals": body + "&basis=restated", "/api/v1/drafts/changes": body + "&year=2024&before=1&after=2",
    ]

    @Test("Every route answers what it is there for, in each of its forms")
    func everyRouteAnswers() async throws {
        let sample = try await ServedSample()
        for route in sample.service.table.routes where route.method == .get && route.isOfInterface {
            let target = route.template.replacing("{body}", with: ServedSample.encoded(ServedSample.body))
                .replacing("{document}", with: "1").replacing("{page}", with: "1")
            let query = try #require(Self.samples[route.template], "no sample of \(route.template)")
            if let query = Self.absent[route.template] {
                let answer = await sample.get(target + "?" + query)
                #expect(answer.status == 404, "\(target): \(answer.text)")
                continue
            }
            let whole = await sample.get(target + "?" + query)
            #expect(whole.status == 200, "\(target): \(whole.text)")
            guard case .tables(let names) = route.kind else { continue }
            let members = try whole.object
            #expect(members[names[0]] is [Any] && members["notes"] is [Any], "\(target): \(members.keys)")
            let csv = await sample.get(target + "?" + query, ["accept": "text/csv"])
            #expect(csv.status == 200 && csv.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(!csv.text.hasPrefix("{") && csv.text.contains(","))
        }
    }

    @Test("The description has every route with every parameter, and none that is not there")
    func descriptionIsOfTheRoutes() async throws {
        let sample = try await ServedSample()
        let document = try await sample.get("/api/v1/openapi.json").object
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        var described: Set<String> = []
        for (path, operations) in paths {
            for (method, operation) in operations {
                let parameters =
                    (operation["parameters"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
                    + Self.members(of: operation["requestBody"])
                described.insert("\(method.uppercased()) \(path) \(parameters.sorted())")
                let named = path.matches(of: /\{(\w+)\}/).map { String($0.1) }
                #expect(named.allSatisfy(parameters.contains), "\(path) has names that are not described")
            }
        }
        let there = sample.service.table.routes.filter(\.isOfInterface).map {
            "\($0.method.rawValue) \($0.template) \($0.parameters.map(\.name).sorted())"
        }
        #expect(described == Set(there) && described.count == there.count)
        let operations = sample.service.table.routes.map(\.operation)
        #expect(Set(operations).count == operations.count)
    }

    private static func members(of body: Any?) -> [String] {
        let content = (body as? [String: Any])?["content"] as? [String: [String: [String: Any]]]
        let properties = content?["application/json"]?["schema"]?["properties"] as? [String: Any]
        return (properties ?? [:]).keys.sorted()
    }

    @Test("Pieces of a list, one behind the other, are the list; a cursor ends with the state it is of")
    func pieces() async throws {
        let sample = try await ServedSample()
        let whole = await sample.get("/api/v1/lines?" + Self.body + "&format=csv").text
        var joined = ""
        var next: String? = "/api/v1/lines?" + Self.body + "&format=csv&limit=7"
        var count = 0
        var last = ""
        while let target = next {
            let piece = await sample.get(target)
            #expect(piece.status == 200)
            let rows = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
            joined += count == 0 ? piece.text : rows.dropFirst().joined(separator: "\n")
            count += 1
            last = target
            next = piece.headers["link"]?.split(separator: ">").first.map { String($0.dropFirst()) }
        }
        #expect(joined == whole && count > 3)
        try Data(
            "unit,fiscal_year,subject_code,subject_name,actual\n山前街道办事处,2023,2010301,甲/乙/丙,3\n".utf8
        ).write(to: sample.folder.appending(path: "new.csv"))
        try await ServedSample.load(
            [sample.folder.appending(path: "new.csv").path], into: sample.folder.appending(path: "a.sqlite").path)
        #expect(await sample.get(last).status == 409)
        #expect(await sample.get("/api/v1/lines?cursor=12-3&limit=2").status == 409)
        #expect(await sample.get("/api/v1/lines?cursor=ab").status == 400)
    }

    @Test(
        "What says that a page is as it was has the lines of that page at its head, which a browser takes for the page's"
    )
    func unchangedPage() async throws {
        let sample = try await ServedSample()
        for target in ["/", "/bodies/" + ServedSample.encoded(ServedSample.body), "/api/v1/compare?" + Self.body] {
            let first = await sample.get(target)
            let tag = try #require(first.headers["etag"])
            let again = await sample.get(target, ["if-none-match": tag])
            #expect(again.status == 304)
            let kept = [
                "content-security-policy", "content-language", "referrer-policy", "cache-control", "vary", "etag",
            ]
            for name in kept where name != "content-language" || !target.hasPrefix("/api") {
                #expect(again.headers[name] == first.headers[name], "\(target): \(name)")
            }
        }
    }

    @Test("An answer that is known already is not sent again until the ledger changes")
    func conditionalRequests() async throws {
        let sample = try await ServedSample()
        let target = "/api/v1/compare?" + Self.body + "&year=2023"
        let first = await sample.get(target)
        let tag = try #require(first.headers["etag"])
        for known in [tag, "\"other\", W/" + tag, "*"] {
            let again = await sample.get(target, ["if-none-match": known])
            #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
        }
        #expect(await sample.get(target + "&format=csv").headers["etag"] != tag)
        #expect(await sample.get(target, ["accept-language": "en"]).headers["etag"] != tag)
        try Data(
            "unit,fiscal_year,subject_code,subject_name,actual\n\(ServedSample.body),2018,2010301,甲/乙/丙,3\n".utf8
        ).write(to: sample.folder.appending(path: "new.csv"))
        try await ServedSample.load(
            [sample.folder.appending(path: "new.csv").path], into: sample.folder.appending(path: "a.sqlite").path)
        let changed = await sample.get(target, ["if-none-match": tag])
        #expect(changed.status == 200 && changed.headers["etag"] != tag)
    }

    @Test("What HEAD says is what GET would, without the body; OPTIONS names what can be done")
    func headAndOptions() async throws {
        let sample = try await ServedSample()
        let whole = await sample.get("/api/v1/bodies")
        let head = await sample.get("/api/v1/bodies", method: .head)
        #expect(head.status == 200 && head.body.isEmpty && head.headers["etag"] == whole.headers["etag"])
        #expect(head.headers["content-length"] == String(whole.body.count))
        let options = await sample.get("/api/v1/bodies", method: .options)
        #expect(options.status == 204 && options.headers["allow"] == "GET, HEAD, OPTIONS")
        let unknown = await sample.service.answer(
            ServiceRequest(.get, "/api/v1/bodies", headers: HeaderFields(["accept-language": "en"])), unknown: "TRACE"
        ).response
        #expect(unknown.status == 405 && unknown.headers["allow"] == "GET, HEAD, OPTIONS")
        #expect(unknown.text.contains("TRACE is not done at this address"), "\(unknown.text)")
    }

    @Test("A ledger that is gone makes the service unready, and one in its place is seen at once")
    func readiness() async throws {
        let sample = try await ServedSample()
        let path = sample.folder.appending(path: "a.sqlite").path
        #expect(await sample.get("/readyz").status == 200)
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        let answer = await sample.get("/readyz")
        #expect(answer.status == 503 && !answer.text.contains(sample.folder.path), "\(answer.text)")
        #expect(await sample.get("/healthz").status == 200)
        try FileManager.default.copyItem(atPath: path + ".away", toPath: path)
        #expect(await sample.get("/readyz").status == 200)
    }
}
