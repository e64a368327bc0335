import Testing

/// The short forms of `scripts/attack.sh` and `scripts/accuracy/editions.sh`, and totals held against sums worked out elsewhere.
@Suite("Under attack", .enabled(if: Script.hasPython, "python3 is not installed"))
struct AttackTests {
    @Test("Import, backup, restore and apply killed at random moments end as if nothing had happened")
    func kills() throws {
        let result = try Script.run("scripts/attack/kills.py", "2", "5")
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("Seeded disclosures, their copies and parts give one content in any order, corrections the corrected figures")
    func editions() throws {
        let result = try Script.run("scripts/accuracy/editions.py", BuiltBinary.executable.path, "12")
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("Compare, anomalies, forecast, draft, report and narrate state one total in every form and language")
    func totals() throws {
        let result = try Script.run("scripts/accuracy/totals.py", BuiltBinary.executable.path, "10", "short")
        #expect(result.status == 0, "\(result.output)")
    }
}
