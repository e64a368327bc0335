import Access
import FinalAccounts
import Foundation
import Testing

@testable import Service

@Suite("Pages")
struct PageTests {
    private static let body = "/bodies/" + ServedSample.encoded(ServedSample.body)
    private static let pages = [
        "/", body, body + "/anomalies", body + "/subjects/2010301", "/documents", "/history", "/login",
        body + "/findings", "/documents/1", body + "/drafts", body + "/drafts/2024",
    ]

    @Test("Every page is whole in both languages, has no script in it and leads to its like in the other language")
    func pages() async throws {
        let sample = try await ServedSample()
        for page in Self.pages {
            for (language, word) in [("zh-Hans", "决算"), ("en", "Juesuan")] {
                let answer = await sample.get(page + "?language=" + language)
                #expect(
                    answer.status == 200 && answer.headers["content-type"] == "text/html; charset=utf-8",
                    "\(page): \(answer.text)")
                #expect(
                    answer.headers["content-language"] == language
                        && answer.text.contains("<html lang=\"\(language)\">"))
                #expect(answer.text.contains("· \(word)</title>") && answer.text.hasSuffix("</html>\n"))
                #expect(
                    !answer.text.contains("<script>") && !answer.text.contains(" style=")
                        && !answer.text.contains("javascript:"))
                #expect(answer.headers["content-security-policy"]?.contains("unsafe") == false)
                #expect(answer.headers["set-cookie"]?.contains("language=" + language) == true)
                #expect(answer.text.contains("language=" + (language == "en" ? "zh-Hans" : "en") + "\""))
            }
        }
    }

    @Test("A page's links lead somewhere")
    func links() async throws {
        let sample = try await ServedSample()
        var seen: Set<String> = [], open = ["/"]
        while let target = open.popLast() {
            guard seen.insert(target).inserted else { continue }
            let answer = await sample.get(target.replacing("&amp;", with: "&"), ["accept": "text/html"])
            #expect(answer.status == 200, "\(target): \(answer.status)")
            let links = answer.text.matches(of: /href="(\/[^"#]*)"/).map { String($0.1) }
            // Of many subjects a few are enough.
            open += links.filter { !$0.contains("/subjects/") }
            open += links.filter { $0.contains("/subjects/") }.prefix(3)
            if seen.count > 80 { break }
        }
        #expect(seen.count > 20)
    }

    @Test("The figures of a body's year are those of the interface")
    func figures() async throws {
        let sample = try await ServedSample()
        let page = await sample.get(Self.body + "?year=2023").text
        let row = try #require(
            try
                (await sample.get(
                    "/api/v1/compare?year=2023&level=category&body=" + ServedSample.encoded(ServedSample.body)
                ).object["comparison"]
                as? [[String: Any]])?.first)
        let actual = try #require(row["current"] as? String)
        let shown = try Amount(parsing: actual, unit: .yuan).formatted(unit: .wan, decimals: 2, grouping: true)
        #expect(page.contains(shown), "\(shown) of \(row)")
    }

    @Test("Text of documents stands in pages as text")
    func storedText() async throws {
        let sample = try await ServedSample()
        let file = sample.folder.appending(path: "hurt.csv")
        let name = "<script>alert(1)</script>", reason = "\"><img src=x onerror=alert(1)>"
        try Data(
            "unit,fiscal_year,subject_code,subject_name,initial_budget,actual,reason\n\(name),2022,2010301,甲/乙/<svg onload=alert(1)>,1,1,\n\(name),2023,2010301,甲/乙/<svg onload=alert(1)>,1,9,\"\"\"><img src=x onerror=alert(1)>\"\n"
                .utf8
        ).write(to: file)
        try await ServedSample.load([file.path], into: sample.folder.appending(path: "a.sqlite").path)
        let body = "/bodies/" + ServedSample.encoded(name)
        for page in [
            "/", body, body + "/anomalies", body + "/subjects/2010301", "/documents",
            "/?q=" + ServedSample.encoded(name),
        ] {
            let answer = await sample.get(page)
            #expect(answer.status == 200, "\(page)")
            #expect(
                !answer.text.contains("<script>") && !answer.text.contains("<img")
                    && !answer.text.contains("<svg onload") && !answer.text.contains(reason), "\(page)")
        }
    }

    @Test("An editor takes a document out on a page and puts it back; the ledger and the log have who and why")
    func editions() async throws {
        let sample = try await ServedSample()
        let headers = HeaderFields(["authorization": "Bearer " + sample.administrator])
        let before = await sample.get("/api/v1/lines?format=csv").text
        #expect(await sample.ask(.post, "/documents/1", headers, form: "action=remove&why=").status == 400)
        let gone = await sample.ask(.post, "/documents/1", headers, form: "action=remove&why=wrong+body")
        #expect(gone.status == 303 && gone.headers["location"] == "/documents")
        #expect(await sample.get("/api/v1/lines?format=csv").text != before)
        let back = await sample.ask(
            .post, "/api/v1/documents/1/reinstatement", headers, json: #"{"why":"right after all"}"#)
        #expect(back.status == 200 && back.text.contains("right after all") && back.text.contains("chief"))
        #expect(await sample.get("/api/v1/lines?format=csv").text == before)
        #expect(await sample.get("/api/v1/history?format=csv").text.contains("wrong body"))
        let log = await sample.get("/api/v1/audit?format=csv").text
        #expect(log.contains("document.remove") && log.contains("document.reinstate"))
        #expect(await sample.ask(.post, "/api/v1/documents/99/removal", headers, json: #"{"why":"x"}"#).status == 404)
    }
}
