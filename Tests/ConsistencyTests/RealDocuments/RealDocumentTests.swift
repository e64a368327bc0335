import Consistency
import Disclosures
import FinalAccounts
import Platform
import Testing

@Suite(
    "The real disclosures against what was settled by hand",
    .enabled(if: SharedDocuments.arePresent, SharedDocuments.reason))
struct RealDocumentTests {
    static let names = ["qingling-2023", "putuo-planning-2024", "putuo-social-work-2024"]

    private static let ofIndicators: Set<String> = [
        "low-target", "unmet-indicator", "contradictory-indicators", "repeated-indicator", "full-marks-for-miss",
    ]

    private func check(_ settled: SettledFindings) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(file: SharedDocuments.path(settled.document))
        return CheckEngine(
            language: .zhHans, subjects: try SharedDocuments.subjects(), characters: try SharedDocuments.characters()
        ).check(disclosure)
    }

    @Test("every settled finding is found, under its rule and with its severity", arguments: names)
    func everyFindingIsFound(name: String) throws {
        let settled = try SettledFindings.read(name)
        let disclosure = try DisclosureReader().read(file: SharedDocuments.path(settled.document))
        let found = try check(settled)
        // Rules on indicators see what the reader makes of the tables of the self-evaluation.
        let hasIndicators = disclosure.evaluations.contains { !$0.indicators.isEmpty }
        for entry in settled.findings where hasIndicators || !Self.ofIndicators.contains(entry.rule) {
            let match = found.first { entry.matches($0) }
            #expect(match != nil, "not found: \(entry)")
            if let match {
                #expect(match.severity == entry.severity, "\(entry) has severity \(match.severity.rawValue)")
            }
        }
    }

    @Test("nothing else is found above the level of a note", arguments: names)
    func nothingElseIsFound(name: String) throws {
        let settled = try SettledFindings.read(name)
        for finding in try check(settled) where finding.severity != .note {
            let isSettled = settled.findings.contains { $0.matches(finding) }
            #expect(
                isSettled,
                "not settled: \(finding.severity.rawValue) \(finding.rule) \(finding.quote): \(finding.message)")
        }
    }

    @Test("no trap is sprung", arguments: names)
    func noTrapIsSprung(name: String) throws {
        let settled = try SettledFindings.read(name)
        let found = try check(settled)
        for trap in settled.traps {
            let sprung = found.first { trap.isSprung(by: $0) }
            #expect(sprung == nil, "\(trap): \(sprung?.rule ?? "") \(sprung?.message ?? "")")
        }
    }

    @Test("one cause gives one finding", arguments: names)
    func oneCauseOneFinding(name: String) throws {
        let found = try check(SettledFindings.read(name))
        let keys = found.map { "\($0.rule)|\($0.quote)|\($0.stated ?? "")|\($0.computed ?? "")" }
        #expect(Set(keys).count == keys.count)
    }

    @Test("the blank form is no document with errors")
    func blankForm() throws {
        let disclosure = try DisclosureReader().read(file: SharedDocuments.path("final-account-template.pdf"))
        let found = CheckEngine(language: .en).check(disclosure)
        #expect(found.count == 1)
        #expect(found.first?.severity == .note)
    }
}
