import Access
import FinalAccounts
import Foundation
import Reporting
import Testing
import Workbench

@testable import Service

@Suite("Working on drafts")
struct DraftTests: DraftTrials {
    private static let rules = """
        ceilings:
          - {name: 控制数, total: 7500}
          - {name: 社会保障, lines: [208], total: 100}
        scenarios:
          - {name: 从紧, ceilings: [{name: 总额, total: 5000}]}
        """

    @Test("What is suggested, and the workbook of a version, are those of the command")
    func figuresAreTheCommands() async throws {
        let sample = try await begun()
        let unit = BudgetUnit(ServedSample.body)
        let ledger = sample.service.surroundings.ledger
        let drafting = Drafting(try ledger.forecast(in: .zhHans, target: FiscalYear(2024)))
        let source = ledger.source(of: unit.name)
        let basis = try drafting.basis(in: source.read())
        let workbook = try drafting.workbook(from: basis, stated: drafting.stated(for: basis, in: source)).workbook
        let drafts = try DraftKeeping(ledger: ledger.path, program: "test").drafts(of: unit, for: FiscalYear(2024))
        let applied = try drafting.applying(1, of: drafts, to: workbook).workbook
        let file = sample.folder.appending(path: "command.xlsx").path
        try applied.write(to: file)
        let sent = await sample.get("/api/v1/drafts/workbook?" + Self.place + "&version=1")
        #expect(sent.status == 200 && sent.headers["content-disposition"]?.contains("draft-2024-v1.xlsx") == true)
        #expect(Data(sent.body) == FileManager.default.contents(atPath: file))
        let json = await sample.get("/api/v1/drafts/lines?" + Self.place + "&version=0").text
        let table = try DraftTable(workbook.draft, language: .zhHans).table()
        #expect(json == TableRenderer(language: .zhHans, amounts: workbook.draft.amounts).render([table], as: .json))
    }

    @Test("An edit is a new version with who made it and why; cells that are as they were are no edit")
    func edits() async throws {
        let sample = try await begun()
        let editor = try ServedSample.token(of: "王芳", .editor, .bodies([ServedSample.body]), in: sample.store)
        let before = try #require(try await lines(sample)["2010301"]?["final"] as? String)
        let same = await post(
            sample, "/edits", #"{"version":1,"reason":"none","final":{"2010301":"\#(before)"}}"#, by: editor)
        #expect(same.status == 201 && same.text.contains("\"is_new\": false"), "\(same.text)")
        let edited = await post(
            sample, "/edits",
            #"{"version":1,"reason":"压减会议费","final":{"2010301":"1234567.89"},"note":{"2010301":"按编制数"}}"#, by: editor)
        #expect(edited.status == 201 && edited.text.contains("\"version\": 2"), "\(edited.text)")
        let row = try #require(try await lines(sample)["2010301"])
        #expect(row["final"] as? String == "1234567.89" && row["note"] as? String == "按编制数")
        let versions = await sample.get("/api/v1/drafts?" + Self.place + "&format=csv").text
        #expect(versions.contains("王芳,压减会议费"))
        let changes = try await sample.get("/api/v1/drafts/changes?" + Self.place + "&before=1&after=2").object
        #expect((changes["draft_changes"] as? [[String: Any]])?.first?["after"] as? String == "1234567.89")
        let back = await post(sample, "/edits", #"{"version":2,"reason":"undo","final":{"2010301":""}}"#, by: editor)
        #expect(back.status == 201)
        #expect(try await lines(sample)["2010301"]?["final"] as? String == before)
        for bad in [
            #"{"version":2,"reason":"x","final":{"2010301":"viel"}}"#,
            #"{"version":2,"reason":"x","final":{"999":"1"}}"#,
            #"{"version":2,"reason":"x","final":{"2010301":"-1"}}"#,
        ] { #expect(await post(sample, "/edits", bad, by: editor).status == 422, "\(bad)") }
        #expect(await sample.get("/api/v1/audit?format=csv").text.contains("draft.edit"))
    }

    @Test(
        "Two people's edits of different cells are both kept; of one cell they are shown with mine, theirs and what it was"
    )
    func conflicts() async throws {
        let sample = try await begun()
        let a = try ServedSample.token(of: "甲", .editor, .all, in: sample.store)
        let b = try ServedSample.token(of: "乙", .editor, .all, in: sample.store)
        let base = try #require(try await lines(sample)["2010301"]?["final"] as? String)
        let first = #"{"version":1,"reason":"first","final":{"2010301":"100"},"note":{"2010301":"甲的说明"}}"#
        #expect(await post(sample, "/edits", first, by: a).status == 201)
        let merged = await post(
            sample, "/edits", #"{"version":1,"reason":"other","note":{"2080505":"乙的说明"}}"#, by: b)
        #expect(merged.text.contains("\"is_merged\": true") && merged.text.contains("\"version\": 3"), "\(merged.text)")
        let refused = await post(
            sample, "/edits",
            #"{"version":1,"reason":"late","final":{"2010301":"200"},"note":{"2080505":"乙的说明","2010399":"另"}}"#, by: b)
        #expect(refused.status == 409 && refused.headers["content-type"]?.contains("problem+json") == true)
        let problem = try refused.object
        #expect(problem["version"] as? Int == 3)
        let cells = try #require(problem["conflicts"] as? [[String: String]])
        #expect(
            cells == [
                [
                    "subject_code": "2010301", "subject_name": "行政运行", "field": "final", "base": base, "mine": "200",
                    "theirs": "100",
                ]
            ])
        let now = try await lines(sample)
        #expect(now["2010301"]?["final"] as? String == "100" && now["2080505"]?["note"] as? String == "乙的说明")
        // The form shows the same, keeps what was written besides, and stores what is decided.
        let form =
            "version=1&reason=late&final:2010301=0.02&note:2080505=" + ServedSample.encoded("乙的说明")
            + "&note:2010399=" + ServedSample.encoded("另")
        let page = await sample.ask(.post, Self.page + "/edits", headers(b), form: form)
        #expect(page.status == 409 && page.text.contains("name=\"note:2010399\" value=\"另\""), "\(page.text)")
        #expect(
            page.text.contains("name=\"final:2010301\" value=\"0.02\"")
                && page.text.contains("serious\" data-label=\"对方改为\">0.01</td>"))
        #expect(page.text.contains("name=\"version\" value=\"3\""))
        let decided = await sample.ask(
            .post, Self.page + "/edits", headers(b),
            form: "version=3&reason=late&final:2010301=0.02&note:2010399=" + ServedSample.encoded("另"))
        #expect(decided.status == 303)
        let end = try await lines(sample)
        #expect(end["2010301"]?["final"] as? String == "200" && end["2010301"]?["note"] as? String == "甲的说明")
        #expect(end["2080505"]?["note"] as? String == "乙的说明" && end["2010399"]?["note"] as? String == "另")
    }

    @Test("Rules are held against what people ask for; rules that cannot be kept are refused with their names")
    func rules() async throws {
        let sample = try await begun(Self.rules)
        func kept() async throws -> [String] {
            let rows = try await sample.get("/api/v1/drafts/rules?" + Self.place).object["rules"] as? [[String: Any]]
            return (rows ?? []).map { "\($0["rule"] ?? "") \($0["kept"] ?? "")" }
        }
        #expect(try await kept() == ["控制数 true", "社会保障 true"])
        let more = #"{"version":1,"reason":"more","final":{"2080505":"1500000"}}"#
        #expect(await post(sample, "/edits", more).status == 201)
        #expect(try await kept() == ["控制数 true", "社会保障 false"])
        let page = await sample.get(Self.page)
        #expect(page.status == 200 && page.text.contains("未满足") && page.text.contains("方案比较"))
        let scenarios =
            try await sample.get("/api/v1/drafts/scenarios?" + Self.place).object["scenarios"] as? [[String: Any]]
        #expect(scenarios?.first?["scenario_从紧"] as? String == "50000000")
        let conflict =
            #"{"rules":"ceilings:\n  - {name: 甲, total: 10, at: exactly}\n  - {name: 乙, total: 20, at: exactly}\n"}"#
        let refused = await post(sample, "/rules", conflict)
        #expect(refused.status == 422 && refused.text.contains("甲") && refused.text.contains("乙"), "\(refused.text)")
        let unread = await post(sample, "/rules", #"{"rules":"ceilngs: []\n"}"#)
        #expect(unread.status == 422 && unread.text.contains("ceilngs"), "\(unread.text)")
        #expect(await post(sample, "/rules", #"{"rules":"ceilings:\n  - {name: 新, total: 9000}\n"}"#).status == 200)
        #expect(try await kept() == ["新 true"])
    }

    @Test("A draft is handed in, returned, approved and locked by who may; it is edited only while it is open")
    func states() async throws {
        let sample = try await begun()
        let own = Scope.bodies([ServedSample.body])
        let editor = try ServedSample.token(of: "e", .editor, own, in: sample.store)
        let approver = try ServedSample.token(of: "a", .approver, own, in: sample.store)
        let edit = #"{"version":1,"reason":"x","final":{"2010301":"5"}}"#
        func step(_ address: String, _ action: String, by token: String, version: Int = 1) async -> Int {
            await post(sample, address, #"{"action":"\#(action)","version":\#(version),"why":"so"}"#, by: token).status
        }
        #expect(await step("/decision", "approve", by: approver) == 409)
        #expect(await step("/submission", "submit", by: editor, version: 7) == 409)
        #expect(await step("/submission", "submit", by: editor) == 200)
        #expect(await post(sample, "/edits", edit, by: editor).status == 409)
        #expect(await step("/decision", "approve", by: editor) == 403)
        #expect(await step("/decision", "return", by: approver) == 200)
        #expect(await post(sample, "/edits", edit, by: editor).status == 201)
        #expect(await step("/submission", "submit", by: editor, version: 2) == 200)
        #expect(await step("/decision", "approve", by: approver, version: 2) == 200)
        #expect(await step("/decision", "lock", by: approver, version: 2) == 200)
        #expect(await post(sample, "/rules", #"{"rules":""}"#, by: editor).status == 409)
        let list = try await sample.get("/api/v1/bodies/\(ServedSample.encoded(ServedSample.body))/drafts").object
        #expect((list["drafts"] as? [[String: Any]])?.first?["state"] as? String == "locked")
        #expect(await step("/decision", "reopen", by: approver, version: 2) == 200)
        let events = await sample.get("/api/v1/drafts/events?" + Self.place + "&format=csv").text
        #expect(events.split(separator: "\n").count == 7 && events.contains("lock,2,a"))
        // What approvers say of a line is theirs alone.
        let say = #"{"version":2,"reason":"x","approval":{"2010301":"agreed"}}"#
        #expect(await post(sample, "/edits", say, by: editor).status == 403)
        #expect(await post(sample, "/edits", say, by: approver).status == 201)
    }

    @Test("The workbook of the command is refused for a draft that is handed in")
    func lockedForTheCommand() async throws {
        let sample = try await begun()
        let sent = await sample.get("/api/v1/drafts/workbook?" + Self.place)
        let file = sample.folder.appending(path: "draft.xlsx")
        try Data(sent.body).write(to: file)
        #expect(await post(sample, "/submission", #"{"action":"submit","version":1}"#).status == 200)
        let keeping = DraftKeeping(ledger: sample.service.surroundings.ledger.path, program: "test")
        #expect(throws: (any Error).self) { try keeping.store(file.path, author: "x", reason: "y", at: Date()) }
    }

    @Test("A write that is sent again under its key is done once; the key is of its sender and its request")
    func idempotency() async throws {
        let sample = try await begun()
        let words = #"{"words":"请核对\n人数","subject":"2010301"}"#
        let first = await post(sample, "/comments", words, key: "k1")
        let again = await post(sample, "/comments", words, key: "k1")
        #expect(first.status == 200 && again.body == first.body && again.headers["idempotent-replayed"] == "true")
        #expect(await post(sample, "/comments", #"{"words":"other"}"#, key: "k1").status == 422)
        #expect(await post(sample, "/comments", words, key: "with blank").status == 400)
        let other = try ServedSample.token(of: "o", .editor, .all, in: sample.store)
        #expect(await post(sample, "/comments", #"{"words":"other"}"#, by: other, key: "k1").status == 200)
        let rows = try await sample.get("/api/v1/drafts/comments?" + Self.place).object["comments"] as? [[String: Any]]
        #expect(rows?.count == 2 && rows?.first?["words"] as? String == "请核对\n人数")
        // What failed is tried again.
        let bad = #"{"action":"approve","version":1}"#
        #expect(await post(sample, "/decision", bad, key: "k2").status == 409)
        #expect(await post(sample, "/submission", #"{"action":"submit","version":1}"#, by: other).status == 200)
        #expect(await post(sample, "/decision", bad, key: "k2").status == 200)
        #expect(await post(sample, "/decision", bad, key: "k2").status == 200)
        #expect(await post(sample, "/comments", #"{"words":"x","subject":"nothing"}"#).status == 422)
    }

    @Test("The desk is written into and handed in without any script, in both languages")
    func desk() async throws {
        let sample = try await ServedSample()
        let list = "/bodies/\(ServedSample.encoded(ServedSample.body))/drafts"
        let admin = headers(sample.administrator)
        #expect(await sample.get(list).text.contains("/drafts/2024"))
        #expect(await sample.get(Self.page).text.contains("开始编制"))
        let begin = await sample.ask(.post, list, admin, form: "year=2024&rules=" + ServedSample.encoded(Self.rules))
        #expect(begin.status == 303 && begin.headers["location"]?.hasSuffix("/drafts/2024") == true, "\(begin.text)")
        let page = await sample.get(Self.page + "?language=en")
        #expect(page.text.contains("name=\"final:2010301\"") && page.text.contains("Rules and ceilings"))
        let edit = await sample.ask(
            .post, Self.page + "/edits", admin, form: "version=1&reason=less&final:2010301=1%2C234.5&note:2010301=")
        #expect(edit.status == 303, "\(edit.text)")
        #expect(try await lines(sample)["2010301"]?["final"] as? String == "12345000")
        #expect(
            await sample.ask(.post, Self.page + "/comments", admin, form: "words=why%3F&subject=2010301").status == 303)
        let submit = await sample.ask(.post, Self.page + "/submission", admin, form: "action=submit&version=2&why=")
        #expect(submit.status == 303)
        let submitted = await sample.get(Self.page).text
        #expect(!submitted.contains("name=\"final:2010301\"") && submitted.contains("已提交"))
        #expect(submitted.contains("须由另一位审批人批准") && !submitted.contains("value=\"approve\""))
        let approver = headers(try ServedSample.token(of: "a", .approver, .all, in: sample.store))
        #expect(await sample.ask(.get, Self.page, approver).text.contains("value=\"approve\""))
        #expect(
            await sample.ask(.post, Self.page + "/decision", approver, form: "action=approve&version=2").status == 303)
        let changes = await sample.get(Self.page + "/changes?before=1&after=2")
        #expect(changes.status == 200 && changes.text.contains("1,234.50"))
        #expect(await sample.get(list).text.contains("已批准"))
        #expect(await sample.get(Self.page + "?version=1").text.contains("这是第 1 版"))
    }
}
