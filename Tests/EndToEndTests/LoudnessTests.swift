import Foundation
import Testing

/// How much the program says beside its results.
@Suite("Quiet and verbose, through the built binary")
struct LoudnessTests {
    private static let sample = BuiltBinary.package.appending(path: "Data/qingling").path
    private static let hasTerminal = Program.exists("script")

    private func binary() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        try binary.write(
            "fiscal_year,subject_code,actual,colour\n2022,2010301,100,red\n2023,2010301,120,blue\n", to: "a.csv")
        return binary
    }

    @Test("Remarks and warnings are silent where asked, results and exit codes stay")
    func quiet() throws {
        let binary = try binary()
        let usual = try binary.run("compare", "--input", "a.csv", "--year", "2023")
        #expect(usual.status == 0 && !usual.errors.isEmpty)
        let quiet = try binary.run("compare", "--input", "a.csv", "--year", "2023", "--quiet")
        #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
        #expect(quiet.output == usual.output)
        let failed = try binary.run("compare", "--input", "absent.csv", "--quiet")
        #expect(failed.status == 66 && failed.errors.contains("absent.csv"))
    }

    @Test("Where asked, the data in use, every item, what is written, time and memory are told")
    func verbose() throws {
        let binary = try binary()
        let files = ["2021", "2022"].map { "\(Self.sample)/\($0)-synthetic.csv" }
        let result = try binary.run(
            ["import", "--verbose", "--amount-unit", "wan", "--output", "import.csv"] + files)
        #expect(result.status == 0)
        for words in ["Data/subjects", "1/2 ", "2/2 ", "写入 import.csv", "用时 ", " MB"] {
            #expect(result.errors.contains(words), "\(words): \(result.errors)")
        }
        #expect(try binary.run("import", "--verbose", "--quiet", "a.csv").status == 64)
    }

    @Test(
        "Progress and advice for a first run are for terminals, and not for logs",
        .enabled(if: hasTerminal, "no program gives a terminal"))
    func terminal() throws {
        let binary = try binary()
        let files = (2019...2022).map { "\(Self.sample)/\($0)-synthetic.csv" }.joined(separator: " ")
        let command = "$JUESUAN import --ledger l.sqlite --amount-unit wan \(files)"
        let shown = try binary.shell("script --quiet --return --command \"\(command)\" /dev/null").output
        #expect(shown.contains("█") && shown.contains("4/4"))
        #expect(shown.contains("juesuan report --ledger l.sqlite --folder out"), "\(shown)")
        let again = try binary.shell("script --quiet --return --command \"\(command) --quiet\" /dev/null").output
        #expect(!again.contains("█") && !again.contains("juesuan report"))
        let logged = try binary.run(
            ["import", "--ledger", "m.sqlite", "--amount-unit", "wan"] + files.split(separator: " ").map(String.init))
        #expect(logged.errors.isEmpty, "\(logged.errors)")
    }
}
