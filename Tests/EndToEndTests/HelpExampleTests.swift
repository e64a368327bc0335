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

    @Test("Every example of serve listens, answers and ends when it is told to")
    func serving() throws {
        let binary = try BuiltBinary()
        let help = try binary.run("serve", "--help")
        let examples = help.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            $0.hasPrefix("juesuan serve ") && !$0.contains("<")
        }
        #expect(examples.count >= 3)
        let staged = try binary.shell("\"\(Self.stage)\" \"\(BuiltBinary.package.path)/Data\" serve")
        #expect(staged.status == 0, "\(staged.errors)")
        try binary.write("ledger: juesuan.sqlite\nport: 8686\n", to: "serve.yaml")
        for example in examples {
            let served = try binary.shell(
                """
                \(example.replacing(/^juesuan/, with: "\"$JUESUAN\"")) & server=$!
                for attempt in {1..100}; do
                    curl --fail --silent --show-error http://127.0.0.1:8686/healthz && answered=yes && break
                    sleep 0.1
                done
                kill -TERM $server; wait $server || exit $?
                [ "${answered:-}" = yes ]
                """)
            #expect(served.status == 0, "\(example)\n\(served.errors)")
        }
    }
}
