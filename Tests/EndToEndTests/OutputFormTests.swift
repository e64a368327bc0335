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
}
