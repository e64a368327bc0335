import FinalAccounts
import Platform
import Testing

@testable import Interchange

@Suite("Amounts by subject as CSV")
struct SubjectAmountCSVReaderTests {
    private func read(_ text: String, unit: AmountUnit = .yuan) throws -> [SubjectAmount] {
        try SubjectAmountCSVReader(amountUnit: unit).read(utf8: Array(text.utf8), file: "amounts.csv")
    }

    @Test("Columns stand in any order, in either language, and others are not looked at")
    func columns() throws {
        let rows = try read("note,金额,年度,科目名称,单位\n\"a \"\"b\"\", c\",12.5,2024,教育/高等教育,局\n", unit: .wan)
        #expect(
            rows == [
                SubjectAmount(
                    unit: "局", subject: "教育/高等教育", year: FiscalYear(2024), amount: Amount(minorUnits: 12_500_000))
            ])
    }

    @Test("A code goes before a name; without a body the row is for all")
    func codes() throws {
        let row = try #require(
            try read("subject_code,subject_name,fiscal_year,value\n2050205,高等教育,2025,-3\n").first)
        #expect(row.subject == "2050205" && row.unit == nil && row.amount == Amount(minorUnits: -300))
    }

    @Test(
        "What is missing or no amount is one error with its row",
        arguments: [
            "subject_code,forecast\n1,2\n", "subject_code,target_year,forecast\n,2024,1\n",
            "subject_code,target_year,forecast\n1,next,1\n", "subject_code,target_year,forecast\n1,2024,\n",
            "subject_code,target_year,forecast\n1,2024,\"1\n",
        ])
    func refusals(text: String) {
        #expect(throws: ReadError.self) { try read(text) }
    }
}
