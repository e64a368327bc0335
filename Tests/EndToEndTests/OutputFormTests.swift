import Foundation
import Testing

/// Results as files of the form that their ending says, through the built binary.
@Suite("Files by their ending, through the built binary")
struct OutputFormTests {
    private static let lines = """
        fiscal_year,subject_code,subject_name,initial_budget,actual
        2022,2050202,小学教育,100,110
        2023,2050202,小学教育,120,125

        """

    private func compare(_ output: String, _ more: String...) throws -> (status: Int32, data: Data?, errors: String) {
        let binary = try BuiltBinary()
        let input = try binary.write(Self.lines, to: "lines.csv")
        let result = try binary.run(["compare", "--input", input, "--amount-unit", "wan", "--output", output] + more)
        return (
            result.status, FileManager.default.contents(atPath: binary.folder.appending(path: output).path),
            result.errors
        )
    }

    @Test(
        "A result has the form that the ending of its file says",
        arguments: [
            ("a.xlsx", "PK"), ("a.html", "<!doctype html>"), ("a.json", "{"), ("a.csv", "unit,"), ("a.md", ""),
            ("a.txt", ""),
        ])
    func endings(file: String, opening: String) throws {
        let result = try compare(file)
        #expect(result.status == 0, "\(result.errors)")
        let start = String(decoding: try #require(result.data).prefix(40), as: UTF8.self)
        #expect(start.lowercased().hasPrefix(opening.lowercased()), "\(start)")
    }

    @Test("CSV for Excel begins with a byte order mark, and none other does")
    func byteOrderMark() throws {
        #expect(try compare("a.csv", "--for-excel").data?.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        #expect(try compare("a.csv").data?.prefix(3) != Data([0xEF, 0xBB, 0xBF]))
        #expect(try compare("a.json", "--for-excel").status == 64)
    }

    @Test(
        "An ending that no result has, and one that --format contradicts, are refused and nothing is written",
        arguments: [("a.pdf", [String]()), ("a.xls", []), ("a.xlsx", ["--format", "csv"])])
    func refused(file: String, more: [String]) throws {
        let binary = try BuiltBinary()
        let input = try binary.write(Self.lines, to: "lines.csv")
        let result = try binary.run(["compare", "--input", input, "--amount-unit", "wan", "--output", file] + more)
        #expect(result.status == 64)
        #expect(try binary.names() == ["lines.csv"])
    }

    @Test(
        "Every command refuses an ending that it does not write, and names those it does",
        arguments: [
            (["compare", "--output", "a.foo"], ".foo"), (["narrate", "--output", "a.xlsx"], ".docx"),
            (["report", "--output", "a.csv"], ".html"), (["ledger", "export", "--output", "a.docx"], ".json"),
            (["backtest", "--from", "2023", "--forecasts", "a.json"], ".csv"),
            (["backtest", "--from", "2023", "--chart", "a.png"], ".svg"),
            (["ledger", "export", "--format", "json", "--output", "a.csv"], "--format json"),
        ])
    func foreignEndings(arguments: [String], naming: String) throws {
        let binary = try BuiltBinary()
        let result = try binary.run(arguments)
        #expect(result.status == 64 && result.errors.contains(naming), "\(result.errors)")
        #expect(try binary.names().isEmpty)
    }

    @Test("A ledger is exported in the form that the ending says")
    func exportByEnding() throws {
        let binary = try BuiltBinary()
        try binary.write("unit," + Self.lines.replacing("\n2", with: "\n甲局,2"), to: "lines.csv")
        #expect(try binary.run("import", "--amount-unit", "wan", "lines.csv").status == 0)
        #expect(try binary.run("ledger", "export", "--output", "a.json").status == 0)
        #expect(
            FileManager.default.contents(atPath: binary.folder.appending(path: "a.json").path)?.first
                == UInt8(ascii: "{"))
    }

    @Test("CSV for Excel has codes as text, which read back as codes")
    func codesAsText() throws {
        let csv = String(decoding: try #require(try compare("a.csv", "--for-excel").data), as: UTF8.self)
        #expect(csv.contains(#""=""2050202""""#) && !csv.contains(",2050202,"))
        #expect(String(decoding: try #require(try compare("a.csv").data), as: UTF8.self).contains(",2050202,"))
    }

    @Test(
        "What was read of documents is written as a workbook and as a page",
        arguments: [("a.xlsx", "PK"), ("a.html", "<!doctype html>")])
    func readAsFile(file: String, opening: String) throws {
        let binary = try BuiltBinary()
        try binary.write("某市财政局2023年度部门决算\n一、收入支出决算总体情况说明\n2023年度收入总计100万元。\n", to: "a.txt")
        let result = try binary.run("read", "a.txt", "--output", file)
        #expect(result.status == 0, "\(result.errors)")
        let data = try #require(FileManager.default.contents(atPath: binary.folder.appending(path: file).path))
        #expect(String(decoding: data.prefix(20), as: UTF8.self).lowercased().hasPrefix(opening.lowercased()))
    }
}
