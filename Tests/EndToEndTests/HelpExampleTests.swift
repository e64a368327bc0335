import Foundation
import Testing

/// The examples of every command's help, pasted into a shell where the files they name are.
@Suite(
    "Examples of the help, command by command",
    .enabled(if: Program.exists("pdftotext") && Script.hasPython, "poppler-utils or Python is not installed"))
struct HelpExampleTests {
    private static let stage = BuiltBinary.package.appending(path: "Tests/EndToEndTests/Support/stage.sh").path
    private static let hasOffice = Program.exists("soffice") || Program.exists("pandoc")
    private static let hasBrowser = Program.exists("chromium")

    @Test("Every example works as it is written; what a check finds is no failure", arguments: LanguageTests.commands)
    func examples(command: String) throws {
        let binary = try BuiltBinary()
        let help = try binary.run(command.split(separator: " ").map(String.init) + ["--help"])
        let examples = help.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            ($0.hasPrefix("juesuan ") || $0.hasPrefix("find ")) && !$0.contains("<")
                || $0.hasPrefix("juesuan ") && $0.contains(" < ")
        }
        if command != "doctor" { #expect(!examples.isEmpty || command == "batch") }
        let staged = try binary.shell("\"\(Self.stage)\" \"\(BuiltBinary.package.path)/Data\" \"\(command)\"")
        #expect(staged.status == 0, "\(staged.errors)")
        for example in examples {
            if example.hasSuffix(".docx"), !Self.hasOffice { continue }
            if example.hasSuffix(".pdf") && example.contains("--output"), !Self.hasBrowser { continue }
            let result = try binary.shell("juesuan() { \"$JUESUAN\" \"$@\"; }\n\(example)")
            #expect(result.status <= 1, "\(example)\n\(result.errors)")
        }
    }
}
