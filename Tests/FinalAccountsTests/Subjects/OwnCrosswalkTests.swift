import Platform
import Testing

@testable import FinalAccounts

@Suite("Changes of codes of one's own")
struct OwnCrosswalkTests {
    private let header = "old_code\told_name\tnew_code\tnew_name\tfirst_year\trelation\told_code_reused\n"

    private func crosswalk(_ rows: String...) throws -> SubjectCrosswalk {
        try SubjectCrosswalk(parsing: header + rows.joined(separator: "\n") + "\n")
    }

    @Test("One's own goes before the shipped of the same code, and others stay")
    func ownFirst() throws {
        let shipped = try crosswalk(
            "2080504\t甲\t2080501\t乙\t2020\tmerged\tno", "2080601\t丙\t2080602\t丁\t2020\tmoved\tno")
        let own = try crosswalk("2080504\t甲\t2080599\t戊\t2021\tmoved\tno", "2299901\t己\t2299902\t庚\t2022\tmoved\tno")
        let joined = try shipped.joined(with: own)
        #expect(joined.succession(of: "2080504").code == "2080599")
        #expect(joined.succession(of: "2080601").code == "2080602")
        #expect(joined.succession(of: "2299901").code == "2299902")
    }

    @Test("A circle that only both together make is refused")
    func circle() throws {
        let shipped = try crosswalk("2080504\t甲\t2080501\t乙\t2020\tmerged\tno")
        let own = try crosswalk("2080501\t乙\t2080504\t甲\t2022\tmoved\tno")
        #expect(throws: ReadError.self) { try shipped.joined(with: own) }
    }
}
