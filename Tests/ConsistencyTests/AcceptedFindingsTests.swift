import Consistency
import Testing

@Suite("Settled findings stay settled")
struct AcceptedFindingsTests {
    private func finding(_ rule: String, _ quote: String) -> Finding {
        Finding(rule: rule, severity: .error, message: "m", quote: quote, suggestion: "s")
    }

    private func output(_ findings: [Finding]) -> CheckOutput {
        CheckOutput(documents: [CheckOutput.Document(file: "in/a.txt", findings: findings)])
    }

    @Test("What was accepted is told apart, what is new stays, and what is gone is said")
    func settles() {
        let known = AcceptedFindings().adding(
            output([finding("share", "占 10%"), finding("growth-rate", "增长5%")]), who: "王某", why: "已核实")
        let next = known.settling(output([finding("share", "占10%"), finding("item-sum", "合计9")]))
        #expect(next.documents[0].findings.map(\.rule) == ["item-sum"])
        #expect(next.documents[0].accepted.map(\.finding.rule) == ["share"])
        #expect(next.documents[0].accepted.first?.who == "王某")
        #expect(next.gone.map(\.rule) == ["growth-rate"])
        #expect(next.hasErrors)
    }

    @Test("An entry of another document settles nothing, one of no document settles everywhere")
    func ofDocument() {
        let entry = AcceptedFindings.Entry(file: "b.txt", rule: "share", quote: "占10%", who: "w", why: "y")
        var everywhere = entry
        everywhere.file = nil
        let found = output([finding("share", "占10%")])
        #expect(AcceptedFindings(accepted: [entry]).settling(found).hasErrors)
        #expect(!AcceptedFindings(accepted: [everywhere]).settling(found).hasErrors)
        #expect(AcceptedFindings(accepted: [entry]).settling(found).gone.isEmpty)
    }

    @Test("Accepting twice adds nothing")
    func idempotent() {
        let found = output([finding("share", "占10%")])
        let once = AcceptedFindings().adding(found, who: "w", why: "y")
        #expect(once.adding(found, who: "x", why: "z") == once)
    }

    @Test(
        "One finding can be accepted by its rule or by words of its quote, and the others stay new",
        arguments: ["share", "占 10%", "占10%"])
    func onlyOne(words: String) {
        let found = output([finding("share", "占 10%"), finding("growth-rate", "增长5%")])
        let known = AcceptedFindings().adding(found, who: "w", why: "y", only: words)
        #expect(known.accepted.map(\.rule) == ["share"])
        #expect(known.settling(found).documents[0].findings.map(\.rule) == ["growth-rate"])
        #expect(AcceptedFindings().adding(found, who: "w", why: "y", only: "nothing") == AcceptedFindings())
    }
}
