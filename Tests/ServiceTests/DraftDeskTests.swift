import Access
import Foundation
import Testing

@testable import Service

@Suite("The drafting desk")
struct DraftDeskTests: DraftTrials {
    @Test("A line that the draft does not have is added by its code, where it has its place, and nothing else is")
    func newLines() async throws {
        let sample = try await begun()
        let add = #"{"version":1,"reason":"new","final":{"2010350":"50000"},"note":{"2010350":"新增"}}"#
        #expect(await post(sample, "/edits", add).status == 201)
        let line = try await lines(sample)["2010350"]
        #expect(line?["final"] as? String == "50000" && line?["note"] as? String == "新增", "\(String(describing: line))")
        for bad in ["2019999999", "nothing"] {
            let refused = await post(sample, "/edits", #"{"version":2,"reason":"x","final":{"\#(bad)":"5"}}"#)
            #expect(refused.status == 422, "\(refused.text)")
        }
        let form = "version=2&reason=new&new_subject=2010309&new_final=7&new_note="
        let stored = await sample.ask(
            .post, Self.page + "/edits", headers(sample.administrator), form: form)
        #expect(stored.status == 303, "\(stored.text)")
        #expect(try await lines(sample)["2010309"]?["final"] as? String == "70000")
    }

    @Test("Nobody approves what they handed in themselves, whatever they may do besides")
    func fourEyes() async throws {
        let sample = try await begun()
        let own = Scope.bodies([ServedSample.body])
        let first = try ServedSample.token(of: "first", .approver, own, in: sample.store)
        let second = try ServedSample.token(of: "second", .approver, own, in: sample.store)
        func step(_ address: String, _ action: String, by token: String) async -> ServiceResponse {
            await post(sample, address, #"{"action":"\#(action)","version":1,"why":"so"}"#, by: token)
        }
        #expect(await step("/submission", "submit", by: first).status == 200)
        let refused = await step("/decision", "approve", by: first)
        #expect(refused.status == 409 && refused.text.contains("另一位审批人"), "\(refused.text)")
        // They may still take it back, and another approves it.
        #expect(await step("/decision", "return", by: first).status == 200)
        #expect(await step("/submission", "submit", by: first).status == 200)
        #expect(await step("/decision", "approve", by: second).status == 200)
    }
}
