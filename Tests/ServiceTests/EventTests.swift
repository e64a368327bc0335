import Access
import Foundation
import Testing

@testable import Service

@Suite("Changes of others")
struct EventTests {
    private static let place = "body=" + ServedSample.encoded(ServedSample.body) + "&year=2024"

    @Test("Who listens to a draft is told of a new version and of whose it is", .timeLimit(.minutes(5)))
    func draft() async throws {
        let sample = try await ServedSample()
        let headers = HeaderFields(["authorization": "Bearer " + sample.administrator])
        #expect(await sample.ask(.post, "/api/v1/drafts?" + Self.place, headers, json: "{}").status == 201)
        let answer = await sample.get("/api/v1/events?" + Self.place)
        #expect(answer.headers["content-type"]?.hasPrefix("text/event-stream") == true)
        var stream = try #require(answer.events).makeAsyncIterator()
        let first = try #require(await stream.next())
        #expect(first.contains("event: now") && first.contains("\"version\":1"), "\(first)")
        let editor = try ServedSample.token(of: "王芳", .editor, .all, in: sample.store)
        let edit = #"{"version":1,"reason":"x","final":{"2010301":"5"}}"#
        let by = HeaderFields(["authorization": "Bearer " + editor])
        #expect(await sample.ask(.post, "/api/v1/drafts/edits?" + Self.place, by, json: edit).status == 201)
        let next = try #require(await stream.next())
        #expect(next.hasPrefix("event: draft\n") && next.contains("\"version\":2") && next.contains("王芳"), "\(next)")
    }

    @Test("Streams end when the service stops, and those of other bodies are refused", .timeLimit(.minutes(5)))
    func ends() async throws {
        let sample = try await ServedSample()
        let answer = await sample.get("/api/v1/events")
        let stream = try #require(answer.events)
        sample.service.surroundings.streams.end()
        var texts: [String] = []
        for await text in stream { texts.append(text) }
        #expect(texts.count == 1 && !texts[0].contains(ServedSample.body))
        #expect(await sample.get("/api/v1/events").status == 503)
        let token = try ServedSample.token(of: "外", .viewer, .bodies([ServedSample.otherBody]), in: sample.store)
        let headers = HeaderFields(["authorization": "Bearer " + token])
        #expect(await sample.ask(.get, "/api/v1/events?" + Self.place, headers).status == 403)
    }

    @Test("The one script is ours, is served under its digest, and nothing else may run")
    func script() async throws {
        let sample = try await ServedSample()
        let page = await sample.get("/")
        let sources = page.text.matches(of: /<script([^>]*)>/).map { String($0.1) }
        #expect(sources == [" src=\"\(PageScript.address)\" defer"])
        let policy = try #require(page.headers["content-security-policy"])
        #expect(
            policy.contains("default-src 'none'") && policy.contains("script-src 'self'") && !policy.contains("unsafe"))
        let script = await sample.ask(.get, PageScript.address)
        #expect(script.status == 200 && script.headers["content-type"] == "text/javascript; charset=utf-8")
        #expect(script.headers["cache-control"]?.contains("immutable") == true)
        #expect(!script.text.contains("innerHTML") && !script.text.contains("eval"))
        let login = await sample.ask(.get, "/login")
        #expect(
            !login.text.contains("<script") && login.headers["content-security-policy"]?.contains("script") == false)
    }
}
