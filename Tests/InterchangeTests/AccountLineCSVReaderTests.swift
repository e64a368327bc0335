import FinalAccounts
import Platform
import Testing

@testable import Interchange

@Suite("Account lines from CSV")
struct AccountLineCSVReaderTests {
    func read(_ text: String, _ reader: AccountLineCSVReader = AccountLineCSVReader()) throws(ReadError)
        -> AccountLineCSVReader.Result
    {
        try reader.read(utf8: Array(text.utf8), file: "lines.csv")
    }

    func readFailure(_ text: String, _ reader: AccountLineCSVReader = AccountLineCSVReader()) -> ReadError? {
        do throws(ReadError) {
            _ = try read(text, reader)
            return nil
        } catch {
            return error
        }
    }

    static let header = "unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual"

    @Test("a full row gives every field")
    func fullRow() throws {
        let text = """
            unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason,origin
            某街道办事处,2023,government_fund,2080505,养老保险缴费,100.10,110.20,120.30,20.30,100,"追加, 见文件",synthetic
            """
        let line = try #require(try read(text).lines.first)
        #expect(line.unit.name == "某街道办事处")
        #expect(line.fiscalYear == FiscalYear(2023))
        #expect(line.fund == .governmentFund)
        #expect(line.subject == Subject(code: "2080505", names: ["养老保险缴费"], level: .item))
        #expect(line.initialBudget == .stated(Amount(minorUnits: 10010)))
        #expect(line.adjustedBudget == Amount(minorUnits: 11020))
        #expect(line.actual == Amount(minorUnits: 12030))
        #expect(line.basic == Amount(minorUnits: 2030))
        #expect(line.project == Amount(minorUnits: 10000))
        #expect(line.reason == "追加, 见文件")
        #expect(line.origin == .synthetic)
        #expect(line.source?.quote == "row 2")
    }

    @Test("Chinese header names are taken in any order, with units in parentheses and a byte order mark")
    func chineseHeader() throws {
        let text = "\u{FEFF}支出决算数（万元）,科目名称,年度,*单位名称,年初预算数（万元）\n12.5,小学教育,2023年度,某局,10\n"
        let line = try #require(try read(text, AccountLineCSVReader(amountUnit: .wan)).lines.first)
        #expect(line.actual == Amount(minorUnits: 12_500_000))
        #expect(line.initialBudget == .stated(Amount(minorUnits: 10_000_000)))
        #expect(line.subject.names == ["小学教育"])
        #expect(line.unit.name == "某局")
    }

    @Test("an empty cell and a dash are not stated, 0 is zero, the word unbudgeted is unbudgeted")
    func states() throws {
        let text = """
            fiscal_year,subject_name,initial_budget,actual
            2023,a,,1
            2023,b,0,
            2023,c,unbudgeted,1
            2023,d,未申请,1
            2023,e,-,—
            """
        let lines = try read(text).lines
        #expect(lines.map(\.initialBudget) == [.notStated, .stated(.zero), .unbudgeted, .unbudgeted, .notStated])
        #expect(lines[1].actual == nil)
        #expect(lines[4].actual == nil)
    }

    @Test("negative amounts, separators and full-width digits are read")
    func numbers() throws {
        let text = "fiscal_year,subject_name,actual\n2023,a,-12.5\n2023,b,\"1,234.56\"\n2023,c,１２３\n2023,d,(7)\n"
        #expect(try read(text).lines.compactMap(\.actual?.minorUnits) == [-1250, 123_456, 12300, -700])
    }

    @Test("a bad number names row and column")
    func badNumber() throws {
        let rows = (2...9).map { "2023,a\($0),\($0 == 7 ? "12a4" : "5")" }
        let failure = try #require(readFailure((["fiscal_year,subject_name,actual"] + rows).joined(separator: "\n")))
        #expect(!failure.remedy.en.isEmpty)
        #expect(failure.place?.en == "row 7, column actual")
        #expect(failure.problem.en.contains("12a4"))
    }

    @Test("a row after a cell with line breaks keeps its number in the file")
    func rowNumbers() throws {
        let text = "fiscal_year,subject_name,actual,reason\n2023,a,1,\"two\nlines\"\n\n2023,b,x,\n"
        #expect(readFailure(text)?.place?.en == "row 5, column actual")
    }

    @Test("an actual of a year that has not ended is an error, a budget is not")
    func futureYear() throws {
        let reader = AccountLineCSVReader(latestYear: FiscalYear(2024))
        let failure = try #require(readFailure("fiscal_year,subject_name,actual\n2025,a,1\n", reader))
        #expect(failure.place?.en == "row 2, column fiscal_year")
        #expect(try read("fiscal_year,subject_name,initial_budget\n2025,a,1\n", reader).lines.count == 1)
    }

    @Test("unknown columns are left out with a warning")
    func unknownColumn() throws {
        let result = try read("fiscal_year,colour,subject_name,actual\n2023,red,a,1\n")
        #expect(result.lines.count == 1)
        #expect(result.ignored == ["colour"])
    }

    @Test(
        "a header that lacks a required column is an error that says which",
        arguments: [
            ("subject_name,actual\na,1\n", "fiscal_year"), ("fiscal_year,actual\n2023,1\n", "subject_code"),
            ("fiscal_year,subject_name\n2023,a\n", "actual"),
        ])
    func missingColumn(text: String, named: String) throws {
        let failure = try #require(readFailure(text))
        #expect(!failure.remedy.en.isEmpty)
        #expect(failure.problem.en.contains(named))
    }

    @Test(
        "malformed rows are errors with their place",
        arguments: [
            ("fiscal_year,subject_name,actual\n2023,a\n", "row 2"),
            ("fiscal_year,subject_name,actual\n2023,a,1,2\n", "row 2"),
            ("fiscal_year,subject_name,actual\n2023,\"a,1\n", "row 2"),
            ("fiscal_year,subject_code,actual\n2023,2080,1\n", "row 2, column subject_code"),
            ("fiscal_year,subject_name,actual\nabc,a,1\n", "row 2, column fiscal_year"),
            ("fiscal_year,subject_name,actual\n2023,,1\n", "row 2"),
            ("fiscal_year,subject_name,fund,actual\n2023,a,lottery,1\n", "row 2, column fund"),
            ("fiscal_year,subject_name,actual\n2023,a,0.001\n", "row 2, column actual"),
            ("fiscal_year,subject_name,actual\n2023,a,99999999999999999999\n", "row 2, column actual"),
            ("fiscal_year,year,subject_name,actual\n2023,2023,a,1\n", "row 1, column year"),
        ])
    func malformed(text: String, place: String) throws {
        #expect(readFailure(text)?.place?.en == place)
    }

    @Test("a header without rows is an error")
    func noRows() {
        #expect(readFailure("fiscal_year,subject_name,actual\n")?.expected?.en == "one row for each subject and year")
    }

    @Test("without a code a name may be a path")
    func path() throws {
        let line = try #require(try read("fiscal_year,subject_name,actual\n2023,教育支出/普通教育/小学教育,1\n").lines.first)
        #expect(line.subject == Subject(names: ["教育支出", "普通教育", "小学教育"]))
    }

    @Test("codes of another scheme are taken at its levels")
    func scheme() throws {
        let reader = AccountLineCSVReader(amountUnit: .none, scheme: try SubjectScheme(parsing: "prefix:4,6"))
        let lines = try read("fiscal_year,subject_code,actual\n1992,0020,1\n1992,002001,1\n", reader).lines
        #expect(lines.map(\.subject.level.depth) == [1, 2])
    }

    @Test("tabs and semicolons separate cells as well", arguments: ["\t", ";"])
    func delimiter(separator: String) throws {
        let text =
            ["fiscal_year", "subject_name", "actual"].joined(separator: separator) + "\n"
            + ["2023", "a", "1,234.5"].joined(separator: separator) + "\r\n"
        #expect(try read(text).lines.first?.actual == Amount(minorUnits: 123_450))
    }

    @Test("equal names and codes are told apart by the other")
    func interning() throws {
        let text = """
            unit,fiscal_year,subject_code,subject_name,actual
            x,2022,2010101,a,1
            x,2023,2010101,b,1
            y,2023,2010102,a,1
            """
        let lines = try read(text).lines
        #expect(lines.map(\.subject.code) == ["2010101", "2010101", "2010102"])
        #expect(lines.map(\.subject.name) == ["a", "b", "a"])
        #expect(lines.map(\.unit.name) == ["x", "x", "y"])
    }

    @Test("a file long enough to be read in stretches gives the rows of a short one, in order and with their numbers")
    func stretches() throws {
        let header = "unit,fiscal_year,subject_code,subject_name,actual\n"
        let rows = (0..<90_000).map { "第\($0 / 100)街道办事处,\(2015 + $0 % 9),2010101,行政运行,\($0)" }
        let text = header + rows.joined(separator: "\n")
        #expect(CSVPart.parts(of: Array(text.utf8), from: 0).count > 1)
        let lines = try read(text).lines
        #expect(lines.count == rows.count)
        #expect(lines.indices.allSatisfy { lines[$0].actual?.minorUnits == Int64($0) * 100 })
        #expect(lines.indices.allSatisfy { lines[$0].source?.quote == "row \($0 + 2)" })
        let quoted = try read(text.replacing("第0街道办事处,2015", with: "\"第0街道办事处\",2015")).lines
        #expect(quoted == lines)
    }

    @Test("the first of two mistakes in a long file is the one that is told, with its row")
    func mistakeInStretches() throws {
        var rows = (0..<120_000).map { "2023,2010101,行政运行与其他支出事项,\($0)" }
        rows[80_000] = "2023,2010101,a,x"
        rows[110_000] = "2023,2010101,a,y"
        let text = "fiscal_year,subject_code,subject_name,actual\n" + rows.joined(separator: "\n")
        #expect { try read(text) } throws: { ($0 as? ReadError)?.place?.en == "row 80002, column actual" }
    }

    @Test("a thousand distinct subjects keep their own names")
    func manySubjects() throws {
        let rows = (0..<3000).map { "2023,name\($0),\($0)" }
        let lines = try read("fiscal_year,subject_name,actual\n" + rows.joined(separator: "\n")).lines
        #expect(lines.indices.allSatisfy { lines[$0].subject.name == "name\($0)" })
    }
}
