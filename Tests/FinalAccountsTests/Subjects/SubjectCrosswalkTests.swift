import FinalAccounts
import Platform
import Testing

@Suite("Crosswalk of subjects")
struct SubjectCrosswalkTests {
    private let header = "old_code\told_name\tnew_code\tnew_name\tfirst_year\trelation\told_code_reused\n"

    @Test("A retired code leads to its successor, over several changes to the newest")
    func succession() throws {
        let crosswalk = try ShippedCatalog.load().crosswalk
        #expect(crosswalk.succession(of: "2080504").code == "2080501")
        let chain = crosswalk.succession(of: "2011506")
        #expect(chain.changes.map(\.newCode) == ["2013806", "2013805"])
        #expect(chain.code == "2013805")
        let unchanged = crosswalk.succession(of: "2010101")
        #expect(unchanged.code == "2010101" && unchanged.changes.isEmpty && unchanged.division.isEmpty)
    }

    @Test("A split leads nowhere and names its parts")
    func split() throws {
        let succession = try ShippedCatalog.load().crosswalk.succession(of: "20704")
        #expect(succession.code == "20704")
        #expect(succession.division.map(\.newCode) == ["20706", "20708"])
    }

    @Test("A code with a new meaning is joined only in years before it changed")
    func reused() throws {
        let crosswalk = try ShippedCatalog.load().crosswalk
        #expect(crosswalk.succession(of: "30311", in: FiscalYear(2017)).code == "30113")
        #expect(crosswalk.succession(of: "30311", in: FiscalYear(2021)).code == "30311")
    }

    @Test("Every successor in the shipped table is in force today or was split")
    func successorsAreCurrent() throws {
        let catalog = try ShippedCatalog.load()
        for change in catalog.crosswalk.changes {
            let end = catalog.crosswalk.succession(of: change.newCode)
            let entry = catalog.entry(of: end.code)
            #expect(entry?.lastYear == nil || !end.division.isEmpty, "\(change.oldCode) ends at \(end.code)")
        }
    }

    @Test(
        "A malformed crosswalk is refused",
        arguments: [
            "2080504\t甲\t20805\t乙\t2020\tmerged\tno\n", "2080504\t甲\t2080504\t乙\t2020\tmerged\tno\n",
            "2080504\t甲\t2080501\t乙\t\tmerged\tno\n", "2080504\t甲\t2080501\t乙\t2020\tjoined\tno\n",
            "2080504\t甲\t2080501\t乙\t2020\tmerged\tmaybe\n",
            "2080504\t甲\t2080501\t乙\t2020\tmoved\tno\n2080504\t甲\t2080502\t丙\t2020\tmoved\tno\n",
            "2080504\t甲\t2080501\t乙\t2020\tmoved\tno\n2080501\t乙\t2080504\t甲\t2021\tmoved\tno\n",
        ])
    func malformed(rows: String) {
        #expect(throws: ReadError.self) { try SubjectCrosswalk(parsing: header + rows) }
    }

    @Test("A crosswalk that names a code no dictionary has is refused by the catalog")
    func unknownCode() throws {
        let row = "2080504\t甲\t2980501\t乙\t2020\tmoved\tno\n"
        let functional = try ShippedCatalog.text("functional")
        let economic = try ShippedCatalog.text("economic")
        #expect(throws: ReadError.self) {
            try SubjectCatalog(functional: functional, economic: economic, crosswalk: header + row)
        }
    }
}
