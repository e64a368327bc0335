import Access
import Foundation
import Testing

@testable import Service

@Suite("Findings of documents")
struct FindingTests {
    private static let unit = "白石市文化和旅游局"
    private static let body = ServedSample.encoded(unit)
    private static let document = """
        \(unit)2023年度部门决算
        第二部分 2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        2023年度收、支总计均为1000.00万元。
        二、支出决算情况说明
        本年支出合计1000.00万元，其中：基本支出600.00万元，占60.00%；项目支出400.00万元，占30.00%。
        三、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为500.00万元，支出决算为600.00万元，完成年初预算的110.00%，决算数大于年初预算数的主要原因是：人员增加。
        """

    private func headers(_ token: String) -> HeaderFields { HeaderFields(["authorization": "Bearer " + token]) }

    /// Sends a document and imports it.
    private func send(_ sample: ServedSample, _ bytes: [UInt8], named name: String) async throws {
        var fields = headers(sample.administrator)
        fields.set("content-type", "application/octet-stream")
        let sent = await sample.service.answer(
            ServiceRequest(
                .post, "/api/v1/uploads?name=" + ServedSample.encoded(name), authority: "127.0.0.1:8686",
                headers: fields, body: bytes, id: "test")
        ).response
        let id = try #require(try sent.object["upload"] as? String)
        let done = await sample.ask(
            .post, "/api/v1/uploads/\(id)/import", headers(sample.administrator), json: #"{"confirm":true}"#)
        #expect(done.status == 200, "\(done.text)")
    }

    private func findings(_ sample: ServedSample, _ query: String = "") async throws -> [[String: Any]] {
        try await sample.get("/api/v1/findings?body=" + Self.body + query).object["findings"] as? [[String: Any]] ?? []
    }

    @Test(
        "A document that is imported is checked as the command checks it; what is found is accepted and opened again with who and why"
    )
    func accept() async throws {
        let sample = try await ServedSample()
        try await send(sample, Array(Self.document.utf8), named: "2023决算.txt")
        let all = try await findings(sample)
        let share = try #require(all.first { ($0["quote"] as? String)?.contains("30.00%") == true }, "\(all)")
        #expect(share["severity"] as? String == "error" && share["state"] as? String == "open")
        #expect(share["stated"] as? String == "30.00%" || share["stated"] as? String == "30.00", "\(share)")
        let id = try #require(share["finding"] as? String)
        let editor = try ServedSample.token(of: "李", .editor, .bodies([Self.unit]), in: sample.store)
        let other = try ServedSample.token(of: "外", .editor, .bodies([ServedSample.body]), in: sample.store)
        let place = "/api/v1/findings/\(id)/"
        #expect(await sample.ask(.post, place + "acceptance", headers(other), json: #"{"why":"x"}"#).status == 404)
        #expect(await sample.ask(.post, place + "acceptance", headers(editor), json: "{}").status == 400)
        let accepted = await sample.ask(.post, place + "acceptance", headers(editor), json: #"{"why":"主管部门已核实"}"#)
        #expect(accepted.status == 200 && accepted.text.contains("主管部门已核实"), "\(accepted.text)")
        #expect(await sample.ask(.post, place + "acceptance", headers(editor), json: #"{"why":"x"}"#).status == 409)
        #expect(try await findings(sample, "&state=accepted").map { $0["finding"] as? String } == [id])
        #expect(try await findings(sample, "&state=open").count == all.count - 1)
        // A check that is made again finds the same, settled.
        let number = try #require(share["document"] as? Int ?? (share["document"] as? String).flatMap { Int($0) })
        #expect(await sample.ask(.post, "/api/v1/documents/\(number)/check", headers(editor)).status == 200)
        #expect(try await findings(sample, "&state=accepted").count == 1)
        #expect(
            await sample.ask(.post, place + "reopening", headers(editor), json: #"{"why":"doch nicht"}"#).status == 200)
        #expect(try await findings(sample, "&state=accepted").isEmpty)
        let english =
            try await sample.get("/api/v1/findings?body=\(Self.body)&language=en").object["findings"]
            as? [[String: Any]]
        #expect(english?.count == all.count)
        #expect(english?.compactMap { $0["finding"] as? String } == all.compactMap { $0["finding"] as? String })
        #expect(await sample.get("/api/v1/audit?format=csv").text.contains("finding.accept"))
    }

    @Test("The page of findings is filtered, settles them by a form, and leads to the words in the document")
    func page() async throws {
        let sample = try await ServedSample()
        try await send(sample, Array(Self.document.utf8), named: "2023决算.txt")
        let page = "/bodies/\(Self.body)/findings"
        let text = await sample.get(page + "?severity=error").text
        let link = try #require(text.firstMatch(of: /href="(\/documents\/\d+\?finding=[^"]+)"/)?.1)
        let document = await sample.get(String(link))
        #expect(document.status == 200 && document.text.contains("<mark>"), "\(document.text)")
        let id = try #require(text.firstMatch(of: /name="finding" value="([^"]+)"/)?.1)
        let form = "finding=\(id)&action=accept&why=fine"
        let settled = await sample.ask(.post, page, headers(sample.administrator), form: form)
        #expect(settled.status == 303 && settled.headers["location"]?.hasSuffix("#\(id)") == true, "\(settled.text)")
        #expect(await sample.get(page + "?state=accepted").text.contains("fine"))
        #expect(await sample.get(page + "?state=open").text.contains(id) == false)
    }

    @Test("An original that was changed since it was kept is not shown, and what was found before stands")
    func changedOriginal() async throws {
        let sample = try await ServedSample()
        try await send(sample, Array(Self.document.utf8), named: "2023决算.txt")
        let folder = sample.folder.appending(path: "a.sqlite.documents")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
        let all = try await findings(sample)
        try Data("other".utf8).write(to: folder.appending(path: name))
        let number = "\(all.first?["document"] ?? "")"
        #expect(await sample.get("/documents/\(number)").text.contains("原件已被改动"))
        let again = await sample.ask(
            .post, "/api/v1/documents/\(number)/check", headers(sample.administrator))
        #expect(again.status == 422, "\(again.text)")
        #expect(try await findings(sample).count == all.count && !all.isEmpty)
    }

    @Test("Of a document that was not sent to the service the original is not there, and that is said")
    func notKept() async throws {
        let sample = try await ServedSample()
        #expect(await sample.get("/api/v1/documents/1/pages/1").status == 404)
        let page = await sample.get("/documents/1")
        #expect(page.status == 200 && page.text.contains("没有保存此文件的原件"))
        #expect(await sample.get("/bodies/\(ServedSample.encoded(ServedSample.body))/findings").text.contains("未检查"))
        #expect(await sample.ask(.post, "/api/v1/documents/1/check", headers(sample.administrator)).status == 404)
    }

    @Test("The page of a PDF is drawn with the words of a finding marked; nobody sees that of another body")
    func picture() async throws {
        let sample = try await ServedSample()
        let file = ServedSample.package.appending(path: "Data/baishi")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: file.path).filter { $0.hasSuffix(".pdf") }.sorted().last
        )
        let bytes = try #require(FileManager.default.contents(atPath: file.appending(path: name).path))
        try await send(sample, [UInt8](bytes), named: name)
        let all = try await sample.get("/api/v1/findings").object["findings"] as? [[String: Any]] ?? []
        let found = try #require(all.first { $0["page"] is Int || $0["page"] is String }, "nothing found in \(name)")
        let (id, number) = (try #require(found["finding"] as? String), "\(found["document"] ?? "")")
        let page = await sample.get("/documents/\(number)?finding=\(id)")
        #expect(page.status == 200 && page.text.contains("<image href=\"/api/v1/documents/\(number)/pages/"))
        #expect(page.text.contains("class=\"mark\""), "\(found)")
        let picture = await sample.get("/api/v1/documents/\(number)/pages/\(found["page"] ?? "")")
        #expect(picture.status == 200 && picture.headers["content-type"] == "image/png")
        #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(await sample.get("/api/v1/documents/\(number)/pages/9999").status == 404)
        let other = try ServedSample.token(of: "外", .viewer, .bodies([ServedSample.body]), in: sample.store)
        #expect(await sample.ask(.get, "/api/v1/documents/\(number)/pages/1", headers(other)).status == 404)
        #expect(await sample.ask(.get, "/documents/\(number)", headers(other)).status == 404)
    }
}
