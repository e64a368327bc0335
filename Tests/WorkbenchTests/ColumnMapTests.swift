import FinalAccounts
import Testing

@testable import Workbench

@Suite("Saved maps of columns")
struct ColumnMapTests {
    @Test("a map names the header of each column, and the year where no column holds it")
    func map() throws {
        let map = try ColumnMapFile.map(
            yaml: "columns:\n  subject_name: 事项\n  actual: 花费\nfiscal_year: 2021\n", file: "map.yaml")
        #expect(map.headers == ["subject_name": "事项", "actual": "花费"])
        #expect(map.fiscalYear == FiscalYear(2021))
    }

    @Test(
        "a text that is no map, a column that does not exist and a year that is none are refused",
        arguments: ["x", "columns:\n  amount: 花费\n", "columns:\n  actual: 花费\nfiscal_year: 99999\n"])
    func refused(yaml: String) {
        #expect(throws: WorkbenchError.self) { try ColumnMapFile.map(yaml: yaml, file: "map.yaml") }
    }
}
