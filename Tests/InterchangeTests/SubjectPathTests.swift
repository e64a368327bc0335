import FinalAccounts
import Testing

@testable import Interchange

@Suite("Names of a subject in one cell")
struct SubjectPathTests {
    @Test("A name with a slash in it is no path")
    func slash() {
        let subject = Subject(names: ["教育/培训", "普\\通"])
        #expect(SubjectPath.text(of: subject) == #"教育\/培训/普\\通"#)
        #expect(SubjectPath(parsing: #"教育\/培训/普\\通"#).subject == subject)
    }

    @Test("A wider level without a name leaves its place empty, unless a code tells the level")
    func missingNames() {
        let item = Subject(code: nil, names: ["小学教育"], level: .item)
        #expect(SubjectPath.text(of: item) == "//小学教育")
        #expect(SubjectPath(parsing: "//小学教育").subject == item)
        #expect(SubjectPath.text(of: Subject(code: "2050202", names: ["小学教育"], level: .item)) == "小学教育")
        #expect(SubjectPath.names("/普通教育/小学教育", at: .item) == ["普通教育", "小学教育"])
    }

    @Test("Beside a code, what is no path down to its level is one name, as others write it")
    func foreignNames() {
        #expect(SubjectPath.names("政府办公厅/室", at: .item) == ["政府办公厅/室"])
        #expect(SubjectPath.names(#"a\b"#, at: .item) == [#"a\b"#])
        #expect(SubjectPath.names("", at: .item) == [])
    }

    @Test(
        "In a scheme of one's own a slash parts names only where the whole file holds paths",
        arguments: [
            // One code would have two names in one year.
            (["1101,R/C income tax", "1102,Road / Rail"], ["R/C income tax", "Road / Rail"]),
            // Most rows hold no path.
            (["1101,Sales tax", "1102,Fines", "1103,Gas/oil levy"], ["Sales tax", "Fines", "Gas/oil levy"]),
            (["1101,Taxes/Income", "1102,Taxes/Sales", "1103,Fines"], ["Taxes|Income", "Taxes|Sales", "Fines"]),
        ])
    func slashesOfOwnSchemes(rows: [String], expected: [String]) throws {
        let text = "unit,fiscal_year,subject_code,subject_name,actual\n" + rows.map { "T,2020,\($0),5\n" }.joined()
        let reader = AccountLineCSVReader(scheme: try SubjectScheme(prefixLengths: [2, 4]))
        let lines = try reader.read(utf8: Array(text.utf8), file: "own.csv").lines
        #expect(lines.map { $0.subject.names.joined(separator: "|") } == expected)
    }
}
