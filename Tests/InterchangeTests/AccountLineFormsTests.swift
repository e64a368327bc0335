import FinalAccounts
import Platform
import Testing

@testable import Interchange

/// Files of account lines as spreadsheet programs and people leave them.
@Suite("Forms of files of account lines")
struct AccountLineFormsTests {
    private func read(
        _ text: String, _ reader: AccountLineCSVReader = AccountLineCSVReader()
    ) throws(ReadError) -> AccountLineCSVReader.Result {
        try reader.read(utf8: Array(text.utf8), file: "lines.csv")
    }

    @Test("the head of a column states its unit, each its own")
    func units() throws {
        let text = "单位名称,年度,科目编码,科目名称,年初预算数（元）,决算数（万元）\n甲镇,2023,2080505,x,100000,12.5\n"
        let line = try #require(try read(text).lines.first)
        #expect(line.initialBudget == .stated(Amount(minorUnits: 10_000_000)))
        #expect(line.actual == Amount(minorUnits: 12_500_000))
    }

    @Test("another unit than the one that was given is refused, and so is another currency")
    func conflicts() {
        let text = "年度,科目名称,决算数（万元）\n2023,x,1\n"
        #expect(throws: ReadError.self) { try read(text, AccountLineCSVReader(amountUnit: .yi)) }
        #expect(throws: ReadError.self) { try read("年度,科目名称,决算数（美元）\n2023,x,1\n") }
    }

    @Test("a title, the unit under it and rows of nothing may stand over the header")
    func captions() throws {
        let text = "甲镇2023年支出明细表,,,\n单位：千元,,,\n,,,\n年度,科目编码,科目名称,决算\n2023,2080505,x,12\n,,,\n注：未经审计,,,\n"
        let result = try read(text)
        #expect(result.lines.map(\.actual) == [Amount(minorUnits: 1_200_000)])
    }

    @Test("sep= says what stands between cells")
    func separator() throws {
        #expect(
            try read("sep=;\n年度;科目编码;科目名称;决算\n2023;2080505;x;1,234.50\n").lines.map(\.actual) == [
                Amount(minorUnits: 123_450)
            ])
    }

    @Test(
        "codes are read as spreadsheets write them",
        arguments: ["\"=\"\"2080505\"\"\"", "\"2080505\t\"", "2080505.0", "２０８０５０５", "'2080505", " 2080505 "])
    func codes(cell: String) throws {
        #expect(try read("年度,科目编码,科目名称,决算\n2023,\(cell),x,1\n").lines.map(\.subject.code) == ["2080505"])
    }

    @Test(
        "rows that are sums are no lines; one that differs from its rows is said",
        arguments: ["合计", "总计", "本年支出合计", "Total", "合 计"])
    func sums(name: String) throws {
        let rows = "2023,208,社会保障和就业支出,30\n2023,2080505,x,20\n2023,2080506,y,10\n"
        let right = try read("年度,科目编码,科目名称,决算\n2023,,\(name),30\n" + rows)
        #expect(right.lines.count == 3)
        #expect(right.doubts.isEmpty)
        let wrong = try read("年度,科目编码,科目名称,决算\n2023,,\(name),31\n" + rows)
        #expect(wrong.lines.count == 3)
        #expect(wrong.doubts.count == 1)
    }

    @Test("a subtotal is held against the rows before it")
    func subtotals() throws {
        let text = "年度,科目编码,科目名称,决算\n2023,2080505,x,20\n2023,2080506,y,10\n2023,,小计,30\n2023,2210201,z,5\n2023,,小计,5\n"
        let result = try read(text)
        #expect(result.lines.count == 3)
        #expect(result.doubts.isEmpty)
    }

    @Test("decimal commas are refused with their row", arguments: ["\"1234,5\"", "\"12,34\"", "\"1,23456\""])
    func decimalCommas(cell: String) {
        #expect(throws: ReadError.self) { try read("年度,科目名称,决算\n2023,x,\(cell)\n") }
    }

    @Test("a fraction of 分 is shown as the file has it, and a currency sign is no part of a number")
    func amounts() throws {
        do throws(ReadError) {
            _ = try read("年度,科目名称,决算\n2023,x,1.234\n")
        } catch {
            #expect(error.problem.en.contains("'1.234'"))
        }
        #expect(try read("年度,科目名称,决算\n2023,x,\"¥1,234.50\"\n").lines.map(\.actual) == [Amount(minorUnits: 123_450)])
    }

    @Test("a map of columns reads any other header")
    func map() throws {
        let map = try #require(
            AccountLineColumnMap(
                headers: ["subject_code": "代号", "subject_name": "事项", "actual": "花了多少（万元）"],
                fiscalYear: FiscalYear(2022)))
        let reader = AccountLineCSVReader(columns: map)
        let result = try read("序,代号,事项,花了多少（万元）\n1,2010301,行政运行,3.5\n", reader)
        #expect(result.lines.map(\.actual) == [Amount(minorUnits: 3_500_000)])
        #expect(result.lines.map(\.fiscalYear) == [FiscalYear(2022)])
        #expect(result.ignored == ["序"])
        #expect(AccountLineColumnMap(headers: ["amount": "x"]) == nil)
    }
}
