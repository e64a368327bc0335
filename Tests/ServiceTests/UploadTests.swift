import Access
import Foundation
import Testing

@testable import Service

@Suite("Sending documents")
struct UploadTests {
    private static let lines = """
        unit,fiscal_year,subject_code,subject_name,initial_budget,actual
        \(ServedSample.otherBody),2024,2010301,一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行,330,335.5
        \(ServedSample.otherBody),2024,2080505,社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出,42,42.2

        """

    private func headers(_ token: String) -> HeaderFields { HeaderFields(["authorization": "Bearer " + token]) }

    private func send(_ sample: ServedSample, _ text: String, named name: String, by token: String) async throws
        -> String
    {
        let answer = await sample.ask(
            .post, "/api/v1/uploads?name=" + ServedSample.encoded(name), headers(token), json: text)
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(try answer.object["upload"] as? String)
    }

    @Test("A file that cannot be kept is refused as such, and is no fault of the program")
    func noRoom() throws {
        // /dev/null is no folder.
        let store = UploadStore(ledger: "/dev/null/a")
        let problem = #expect(throws: Problem.self) { try store.keep(Array("a".utf8), named: "a.csv", of: 1) }
        #expect(problem?.code == .unavailable)
        // The disk is blamed for what it did alone.
        #expect(problem?.problem.en.contains("something else lies") == true, "\(String(describing: problem))")
        let full = UploadStore.problem(NSError(domain: NSPOSIXErrorDomain, code: Int(ENOSPC)))
        let closed = UploadStore.problem(CocoaError(.fileWriteNoPermission))
        #expect(full.problem.en.contains("no room") && closed.problem.en.contains("may not write"))
    }

    @Test("A document counts for nothing until somebody says so, with the unit they correct")
    func previewAndImport() async throws {
        let sample = try await ServedSample()
        let before = await sample.get("/api/v1/lines?format=csv").text
        let id = try await send(sample, Self.lines, named: "2024.csv", by: sample.administrator)
        let preview = try await sample.get("/api/v1/uploads/" + id).object
        let years = try #require(preview["years"] as? [[String: Any]])
        #expect(
            years.count == 1 && years[0]["actual"] as? String == "377.7" && years[0]["fiscal_year"] as? String == "2024"
        )
        let corrected = try await sample.get("/api/v1/uploads/\(id)?amount_unit=wan").object
        #expect((corrected["years"] as? [[String: Any]])?[0]["actual"] as? String == "3777000")
        #expect(await sample.get("/api/v1/lines?format=csv").text == before)
        let done = await sample.ask(
            .post, "/api/v1/uploads/\(id)/import", headers(sample.administrator),
            json: #"{"amount_unit":"wan","why":"published"}"#)
        #expect(done.status == 200 && done.text.contains("imported"), "\(done.text)")
        // People know it by the name they sent it by, not by where it lay here.
        #expect(done.text.contains("\"file\": \"2024.csv\"") && !done.text.contains(".uploads"), "\(done.text)")
        #expect(await sample.get("/api/v1/lines?format=csv").text.contains("3355000"))
        #expect(await sample.get("/api/v1/uploads/" + id).status == 404)
        #expect(await sample.get("/api/v1/history?format=csv").text.contains("published"))
        #expect(await sample.get("/api/v1/audit?format=csv").text.contains("document.import"))
    }

    @Test("What contradicts the ledger is refused with both figures until somebody decides")
    func contradiction() async throws {
        let sample = try await ServedSample()
        let other = Self.lines.replacing("2024", with: "2023")
        let id = try await send(sample, other, named: "again.csv", by: sample.administrator)
        let target = "/api/v1/uploads/\(id)/import"
        let refused = await sample.ask(.post, target, headers(sample.administrator), json: #"{"amount_unit":"wan"}"#)
        #expect(refused.status == 409, "\(refused.text)")
        let kept = await sample.ask(
            .post, target, headers(sample.administrator),
            json: #"{"amount_unit":"wan","decision":"edition","why":"corrected"}"#)
        #expect(kept.status == 200 && kept.text.contains("replaced"), "\(kept.text)")
    }

    @Test("Nobody sees or imports what others sent, nor what is of bodies that are not theirs")
    func ownership() async throws {
        let sample = try await ServedSample()
        let editor = try ServedSample.token(of: "editor", .editor, .bodies([ServedSample.body]), in: sample.store)
        let id = try await send(sample, Self.lines, named: "2024.csv", by: sample.administrator)
        #expect(await sample.ask(.get, "/api/v1/uploads/" + id, headers(editor)).status == 404)
        let own = try await send(sample, Self.lines, named: "2024.csv", by: editor)
        #expect(own == id)
        #expect(await sample.ask(.get, "/api/v1/uploads/" + own, headers(editor)).status == 403)
        #expect(await sample.ask(.post, "/api/v1/uploads/\(own)/import", headers(editor), json: "{}").status == 403)
        #expect(await sample.get("/api/v1/uploads/" + id).status == 200)
    }

    @Test(
        "No name of a file or an upload leads out of the folder",
        arguments: ["../../a.sqlite", "/etc/passwd", ".hidden", "a\u{0}b.csv", String(repeating: "长", count: 300)])
    func names(name: String) async throws {
        let sample = try await ServedSample()
        if !name.contains("\u{0}") { _ = try await send(sample, Self.lines, named: name, by: sample.administrator) }
        let files =
            FileManager.default.enumerator(atPath: sample.folder.path)?.allObjects.compactMap { $0 as? String } ?? []
        #expect(files.allSatisfy { !$0.contains("hidden") || $0.hasSuffix("/hidden") })
        #expect(await sample.get("/api/v1/uploads/..%2f..%2fa.sqlite").status == 404)
        #expect(await sample.get("/api/v1/lines?limit=1").status == 200)
        #expect(UploadStore.safe(name).utf8.count <= 180 && !UploadStore.safe(name).contains("/"))
    }

    @Test("A form of a browser is taken apart; a broken one is told")
    func forms() throws {
        let text =
            "--xyz\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.csv\"\r\nContent-Type: text/csv\r\n\r\nx,y\r\n1,2\r\n--xyz--\r\n"
        let form = try MultipartForm(Array(text.utf8), type: "multipart/form-data; boundary=xyz")
        #expect(form.fields.first?.value == "abc" && form.file?.name == "a\"b.csv")
        #expect(form.file?.bytes == Array("x,y\r\n1,2".utf8))
        for broken in [
            String(text.dropLast(20)), "", "--xyz", "--xyz\r\n\r\n--xyz--",
            String(repeating: "--xyz\r\na\r\n\r\n\r\n", count: 100),
        ] {
            #expect(throws: Problem.self) {
                try MultipartForm(Array(broken.utf8), type: "multipart/form-data; boundary=xyz")
            }
        }
        #expect(throws: Problem.self) { try MultipartForm(Array(text.utf8), type: "multipart/form-data") }
    }
}
