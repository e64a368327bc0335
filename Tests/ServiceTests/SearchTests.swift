import Access
import Foundation
import Testing

@testable import Service

@Suite("Looking for words")
struct SearchTests {
    private func kinds(_ sample: ServedSample, _ words: String, _ headers: HeaderFields? = nil) async throws -> [String:
        Int]
    {
        let target = "/api/v1/search?q=" + ServedSample.encoded(words)
        let answer =
            headers == nil ? await sample.get(target) : await sample.ask(.get, target, headers ?? HeaderFields())
        let rows = try answer.object["results"] as? [[String: Any]] ?? []
        return Dictionary(rows.map { ($0["kind"] as? String ?? "", 1) }, uniquingKeysWith: +)
    }

    @Test("Bodies are found by their names, subjects by names and codes, lines by words of their reasons")
    func finds() async throws {
        let sample = try await ServedSample()
        #expect(try await kinds(sample, "河畔") == ["body": 1])
        #expect(try await kinds(sample, "2080505") == ["subject": 2])
        #expect(try await kinds(sample, "基本养老保险")["subject"] ?? 0 >= 2)
        #expect(try await kinds(sample, "疫情")["reason"] ?? 0 >= 1)
        #expect(try await kinds(sample, "没有这样的词").isEmpty)
        // What stands for anything elsewhere stands for itself.
        #expect(try await kinds(sample, "%").keys.contains("body") == false)
        let page = await sample.get("/search?q=" + ServedSample.encoded("疫情"))
        #expect(page.status == 200 && page.text.contains("/subjects/"), "\(page.text)")
        #expect(await sample.get("/search").status == 200)
    }

    @Test("What is of bodies that are not the caller's is not found")
    func scope() async throws {
        let sample = try await ServedSample()
        let token = try ServedSample.token(of: "外", .viewer, .bodies([ServedSample.otherBody]), in: sample.store)
        let headers = HeaderFields(["authorization": "Bearer " + token])
        #expect(try await kinds(sample, "2080505", headers) == ["subject": 1])
        #expect(try await kinds(sample, "疫情", headers).isEmpty)
        #expect(try await kinds(sample, "青菱", headers).isEmpty)
    }

    @Test("Every page of who is known has the box, with what was typed as text")
    func box() async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/").text.contains("action=\"/search\""))
        #expect(await sample.ask(.get, "/login").text.contains("action=\"/search\"") == false)
        let hurt = await sample.get("/search?q=" + ServedSample.encoded("\"><img src=x>"))
        #expect(hurt.status == 200 && !hurt.text.contains("<img"))
    }
}
