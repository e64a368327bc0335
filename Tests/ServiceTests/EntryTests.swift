import Access
import Foundation
import Testing

@testable import Service

@Suite("Coming in and going")
struct EntryTests {
    private static let password = "correct horse battery"

    /// Opens a sample where nobody has a password, takes the first link, and logs in.
    private func first(_ sample: ServedSample) async throws -> (cookie: String, csrf: String) {
        let secret = try #require(try sample.service.firstInvitation()).text
        let page = await sample.ask(.get, "/invitations/" + secret, HeaderFields(["accept-language": "en"]))
        #expect(page.status == 200 && page.text.contains("Choose a password"))
        let set = await sample.ask(
            .post, "/invitations/" + secret, form: "password=correct+horse+battery&again=correct+horse+battery")
        #expect(set.status == 303 && set.headers["location"] == "/login")
        #expect(await sample.ask(.get, "/invitations/" + secret).status == 404, "the link holds twice")
        #expect(try sample.service.firstInvitation() == nil)
        return try await logIn(sample, "chief")
    }

    private func logIn(_ sample: ServedSample, _ name: String, cookie: String? = nil) async throws -> (String, String) {
        var headers = HeaderFields()
        if let cookie { headers.add("cookie", cookie) }
        let answer = await sample.ask(
            .post, "/login", headers, form: "name=\(name)&password=correct+horse+battery&next=%2Fapi%2Fv1%2Fbodies")
        #expect(answer.status == 303 && answer.headers["location"] == "/api/v1/bodies")
        let line = try #require(answer.headers["set-cookie"])
        #expect(line.hasPrefix("__Host-juesuan=") && line.hasSuffix("; Path=/; Secure; HttpOnly; SameSite=Lax"))
        let session = String(line.prefix { $0 != ";" })
        let secret = String(session.dropFirst("__Host-juesuan=".count))
        return (session, Secret.derived(from: secret, for: "forms"))
    }

    @Test("The first administrator comes in by a link that holds once, logs in, and logs out")
    func firstLogin() async throws {
        let sample = try await ServedSample()
        let (cookie, csrf) = try await first(sample)
        let headers = HeaderFields(["cookie": cookie])
        #expect(try await sample.ask(.get, "/api/v1/me", headers).object["name"] as? String == "chief")
        #expect(await sample.ask(.post, "/logout", headers, form: "csrf=" + csrf).status == 303)
        #expect(await sample.ask(.get, "/api/v1/me", headers).status == 401)
    }

    @Test("A session that was there before the login is none after it")
    func sessionsAreRotated() async throws {
        let sample = try await ServedSample()
        let (old, _) = try await first(sample)
        let (new, _) = try await logIn(sample, "CHIEF", cookie: old)
        #expect(new != old)
        #expect(await sample.ask(.get, "/api/v1/me", HeaderFields(["cookie": old])).status == 401)
        #expect(await sample.ask(.get, "/api/v1/me", HeaderFields(["cookie": new])).status == 200)
        let (other, _) = try await logIn(sample, "chief", cookie: "__Host-juesuan=chosen-by-somebody")
        #expect(!other.contains("chosen-by-somebody"))
    }

    @Test("What changes something comes from a page of ours: other sites and forms without their secret are refused")
    func formsOfOthers() async throws {
        let sample = try await ServedSample()
        let (cookie, csrf) = try await first(sample)
        let json = #"{"name":"somebody","role":"viewer"}"#
        func add(_ more: KeyValuePairs<String, String>) async -> Int {
            var headers = HeaderFields(more)
            headers.add("cookie", cookie)
            return await sample.ask(.post, "/api/v1/members", headers, json: json).status
        }
        #expect(await add([:]) == 403)
        #expect(await add(["x-csrf-token": String(csrf.reversed())]) == 403)
        #expect(await add(["x-csrf-token": csrf, "origin": "https://evil.example"]) == 403)
        #expect(await add(["x-csrf-token": csrf, "origin": "null"]) == 403)
        #expect(await add(["x-csrf-token": csrf, "sec-fetch-site": "cross-site"]) == 403)
        #expect(
            await add(["x-csrf-token": csrf, "origin": "http://127.0.0.1:8686", "sec-fetch-site": "same-origin"]) == 201
        )
        #expect(
            await sample.ask(.post, "/login", HeaderFields(["sec-fetch-site": "cross-site"]), form: "name=a&password=b")
                .status == 403)
    }

    @Test("Guesses are answered alike and slowed down, for a name and from an address")
    func guesses() async throws {
        let sample = try await ServedSample()
        _ = try await first(sample)
        var statuses: [Int] = []
        // The first wait is of four seconds: on a busy machine a try may come after it.
        while statuses.count < 12, statuses.last != 429 {
            let answer = await sample.ask(.post, "/login", form: "name=chief&password=wrong+password", peer: "10.1.1.1")
            statuses.append(answer.status)
            #expect(answer.text.contains("password") && !answer.text.contains("wrong password"))
        }
        #expect(statuses.count > 5 && statuses.dropLast().allSatisfy { $0 == 401 } && statuses.last == 429)
        // The right password has to wait as well; where the machine is so busy that the wait was over, the name is slowed down again.
        var isSlowed = false
        for _ in 0..<6 where !isSlowed {
            var status = 0
            for _ in 0..<12 where status != 429 {
                status =
                    await sample.ask(.post, "/login", form: "name=chief&password=wrong+password", peer: "10.1.1.1")
                    .status
            }
            isSlowed =
                await sample.ask(.post, "/login", form: "name=chief&password=correct+horse+battery", peer: "10.9.9.9")
                .status == 429
        }
        #expect(isSlowed)
        for number in 0..<20 {
            _ = await sample.ask(.post, "/login", form: "name=n\(number)&password=wrong+password", peer: "10.2.2.2")
        }
        let answer = await sample.ask(.post, "/login", form: "name=other&password=wrong+password", peer: "10.2.2.2")
        #expect(answer.status == 429 && answer.headers["retry-after"] != nil)
    }

    @Test(
        "Nobody is led to another site after the login",
        arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
    func whereItLeads(next: String) async throws {
        let sample = try await ServedSample()
        _ = try await first(sample)
        let form = "name=chief&password=correct+horse+battery&next=" + ServedSample.encoded(next)
        #expect(await sample.ask(.post, "/login", form: form).headers["location"] == "/")
    }

    @Test("A browser without a session is led to the login and back; a program is told")
    func withoutASession() async throws {
        let sample = try await ServedSample()
        let html = HeaderFields(["accept": "text/html,*/*;q=0.8"])
        let page = await sample.ask(.get, "/metrics?x=1", html)
        #expect(page.status == 303 && page.headers["location"] == "/login?next=%2Fmetrics%3Fx%3D1")
        let program = await sample.ask(.get, "/api/v1/bodies")
        #expect(program.status == 401 && program.headers["www-authenticate"] != nil)
        #expect(await sample.ask(.get, "/api/v1/bodies", HeaderFields(["authorization": "Basic abc"])).status == 401)
        #expect(
            await sample.ask(.get, "/api/v1/bodies", HeaderFields(["authorization": "Bearer juesuan_no"])).status == 401
        )
    }

    @Test("A token holds until it is revoked or its owner is kept out, and never does more than its owner may")
    func tokens() async throws {
        let sample = try await ServedSample()
        let (cookie, csrf) = try await first(sample)
        let headers = HeaderFields(["cookie": cookie, "x-csrf-token": csrf])
        let made = try await sample.ask(
            .post, "/api/v1/tokens", headers,
            json: #"{"name":"report","role":"editor","bodies":["\#(ServedSample.body)"]}"#
        ).object
        let secret = try #require(made["secret"] as? String), number = try #require(made["token"] as? Int)
        let shown = HeaderFields(["authorization": "Bearer " + secret])
        let me = try await sample.ask(.get, "/api/v1/me", shown).object
        #expect(me["role"] as? String == "editor" && me["bodies"] as? [String] == [ServedSample.body])
        #expect(await sample.ask(.get, "/api/v1/tokens", headers).text.contains(secret) == false)
        #expect(await sample.ask(.delete, "/api/v1/tokens/\(number)", headers).status == 204)
        #expect(await sample.ask(.get, "/api/v1/me", shown).status == 401)
        let log = await sample.ask(.get, "/api/v1/audit", headers)
        #expect(log.text.contains("token.revoke") && log.text.contains("login") && !log.text.contains(secret))
    }

    @Test("What people are called stands in pages as text")
    func namesAreText() async throws {
        let sample = try await ServedSample()
        let name = "<script>alert(1)</script>"
        let member = try sample.store.add(name, role: .viewer, scope: .all)
        let secret = try sample.store.invite(member.id, at: Gate.now).text
        let page = await sample.ask(.get, "/invitations/" + secret)
        #expect(page.status == 200 && !page.text.contains("<script") && page.text.contains("&lt;script&gt;"))
        let login = await sample.ask(.get, "/login?next=" + ServedSample.encoded("/\"><script>"))
        #expect(!login.text.contains("<script"))
    }
}
