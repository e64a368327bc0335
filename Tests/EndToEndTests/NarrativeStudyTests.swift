import Testing

@Suite("The narrative of random ledgers", .enabled(if: Script.hasPython, "python3 is not installed"))
struct NarrativeStudyTests {
    @Test("What narrate writes reads back to the same figures and has no error by check")
    func readsBack() throws {
        let result = try Script.run("scripts/accuracy/narrate.sh", "25", "5001")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("25 read back to the same figures, 0 do not; 0 have findings"))
    }
}
