import Foundation
import Testing

/// What the program prints in both languages, with everything that is put into its sentences at run time: the sentences themselves are
/// held to their language by MessageLanguageTests.
@Suite(
    "What is printed, in both languages", .enabled(if: Program.exists("pdftotext"), "poppler-utils is not installed"))
struct RenderedLanguageTests {
    /// Commands on the samples, each of which tells what it found.
    private static let commands: [[String]] = [
        ["compare", "--year", "2023"], ["compare", "--year", "2023", "--basis", "restated"],
        ["compare", "--years", "2021-2023"], ["anomalies", "--year", "2023", "--profile", "audit"],
        ["forecast", "--level", "section", "--horizon", "2"], ["backtest", "--from", "2022", "--to", "2023"],
        ["explain", "--for", "2024"], ["explain", "--for", "2024", "--subject", "2010301"],
        ["explain", "--for", "2024", "--subject", "2080199"], ["draft", "--for", "2024"], ["check", "2023.txt"],
        ["check", "--ledger", "bureau.sqlite", "2023.pdf"], ["read", "2023.txt"], ["check", "--rules"],
        ["progress", "--executed", "2024-06.csv", "--amount-unit", "wan"], ["ledger", "list"], ["ledger", "history"],
        ["ledger", "history", "--changes"], ["ledger", "verify"], ["ledger", "codes"], ["doctor"],
        ["report", "--year", "2023", "--output", "report.html", "--force"],
    ]

    /// What goes wrong, each in its way.
    private static let mistakes: [[String]] = [
        ["read", "nothing.pdf"], ["read", "torn.pdf"], ["check", "--settings", "odd.yaml", "2023.txt"],
        ["import", "--ledger", "c.sqlite", "odd.csv"], ["import", "--ledger", "c.sqlite", "nobody.csv"],
        ["compare", "--year", "1900"], ["compare", "--ledger", "none.sqlite"], ["forecast", "--horizon", "99"],
        ["explain", "--for", "2024", "--subject", "999"], ["draft", "--for", "2024", "--rules", "odd.yaml"],
        ["anomalies", "--thresholds", "odd.yaml"], ["compare", "--output", "x.pdf"], ["batch", "run", "odd.yaml"],
        ["ledger", "restore", "2023.txt", "--ledger", "c.sqlite"], ["backtest", "--metric", "luck"],
        ["compare", "--colour"],
    ]

    private func prepared() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let data = BuiltBinary.package.appending(path: "Data")
        for (from, to) in [
            ("qingling/2023-disclosure.txt", "2023.txt"), ("baishi/2023-final-accounts.pdf", "2023.pdf"),
        ] {
            try FileManager.default.copyItem(at: data.appending(path: from), to: binary.folder.appending(path: to))
        }
        try binary.write("subject_code,fiscal_year,month,executed_to_date\n2010301,2024,6,500\n", to: "2024-06.csv")
        try binary.write("fiscal_year,subject_code,actual\n2022,2010301,many\n", to: "odd.csv")
        try binary.write("fiscal_year,subject_code,actual\n2022,2010301,1\n", to: "nobody.csv")
        try binary.write("colours: [red\n", to: "odd.yaml")
        try binary.write("%PDF-1.7\n", to: "torn.pdf")
        let years = (2019...2022).map { data.appending(path: "qingling/\($0)-synthetic.csv").path }
        for arguments in [
            ["import", "--amount-unit", "wan", "2023.txt"] + years,
            ["import", "--ledger", "bureau.sqlite", data.appending(path: "baishi/2022-final-accounts.pdf").path],
        ] {
            let result = try binary.run(arguments)
            #expect(result.status == 0, "\(result.errors)")
        }
        return binary
    }

    /// Everything the commands say, one text for each.
    private func rendered(_ language: String) throws -> [(command: String, text: String)] {
        let binary = try prepared()
        return try (Self.commands + Self.mistakes).map { arguments in
            let result = try binary.run(arguments, environment: ["JUESUAN_LANGUAGE": language])
            let isMistake = Self.mistakes.contains(arguments)
            #expect(
                isMistake ? result.status > 1 : result.status <= 1, "\(arguments): \(result.status) \(result.errors)")
            var text = result.output + result.errors
            if arguments.contains("report.html") {
                text += try Self.words(
                    ofPage: String(contentsOf: binary.folder.appending(path: "report.html"), encoding: .utf8))
            }
            return (arguments.joined(separator: " "), text.replacing(binary.folder.path, with: ""))
        }
    }

    /// What a reader sees of a page, and what is read out to him.
    private static func words(ofPage page: String) -> String {
        page.replacing(/<(script|style)\b[\s\S]*?<\/\1>/, with: " ").replacing(/<[^>]*>/, with: " ")
    }

    /// Names of methods, measures and forms that have no other, and what people type.
    private static let kept: Set<String> = [
        "juesuan", "HC3", "R", "t", "p", "Cook", "CSV", "PDF", "DOCX", "XLSX", "HTML", "XLS", "Excel", "JSON", "YAML",
        "MB",
        "LibreOffice", "Chromium", "poppler", "pandoc", "tesseract", "curl", "systemd", "ECharts", "SQLite",
        "pdftotext",
        "soffice", "unshare", "chromium", "apt", "install", "none", "yuan", "wan", "yi", "Benjamini-Hochberg", "Theta",
        "Huber",
        "Holt", "Theil", "Sen", "xlsx", "csv", "json", "md", "html", "txt", "docx", "doc", "xls", "wps",
        "Juesuan", "SHA-256", "EOF", "poppler-data", "poppler-utils", "chi_sim", "util-linux", "XX", "XXXXXX",
        "enabled", "rules", "severity",
        "threshold", "tolerance",
        "unit",
        // What other programs say of themselves.
        "version", "built", "from", "on",
    ]

    @Test("In Chinese nothing is left in Latin letters but names that have no other and what people type")
    func chinese() throws {
        let kept = try ruleNames().union(Self.kept)
        // The proposals of codes are a file to be edited, whose heads are typed as they stand.
        for (command, text) in try rendered("zh-Hans") where command != "ledger codes" {
            let bare = text.replacing(/“[^”]*”/, with: " ").replacing(/juesuan( [a-z]+)+/, with: " ")
                .replacing(/[^\s，。；：（）]*[\/.][A-Za-z][^\s，。；：（）]*/, with: " ")
            let words = bare.matches(of: /(--)?[A-Za-z][A-Za-z0-9_-]*/).map { String($0.output.0) }
            let foreign = Set(words.filter { !$0.hasPrefix("--") && $0.count < 32 }).subtracting(kept)
            #expect(foreign.isEmpty, "\(command): \(foreign.sorted())")
        }
    }

    @Test("In English every Chinese word is one of the documents or of the classification, or is quoted")
    func english() throws {
        let known = try documentWords()
        // The list of rules gives an example of a document's words for each.
        for (command, text) in try rendered("en") where command != "check --rules" {
            let bare = text.replacing(/“[^”]*”/, with: " ").replacing(/'[^'\n]*'/, with: " ")
            let runs = bare.matches(of: /[\u{3400}-\u{9FFF}]+/).map { String($0.output) }
            let foreign = Set(runs).filter { run in !known.contains { $0.contains(run) } }
            #expect(foreign.isEmpty, "\(command): \(foreign.sorted())")
        }
    }

    private func ruleNames() throws -> Set<String> {
        let listed = try BuiltBinary().run(["check", "--rules", "--format", "csv"])
        return Set(listed.output.split(separator: "\n").compactMap { $0.split(separator: ",").first.map(String.init) })
    }

    /// The texts that names and quotes come from, without blanks.
    private func documentWords() throws -> [String] {
        let data = BuiltBinary.package.appending(path: "Data")
        let pages = try ["2022", "2023"].map { year in
            let file = data.appending(path: "baishi/\(year)-final-accounts.pdf").path
            return try BuiltBinary().shell("pdftotext -layout '\(file)' -").output
        }
        let files = try [
            "qingling/2023-disclosure.txt", "qingling/2022-synthetic.csv", "subjects/functional.tsv",
            "subjects/economic.tsv",
        ].map { try String(contentsOf: data.appending(path: $0), encoding: .utf8) }
        return (pages + files).map { $0.filter { !$0.isWhitespace } }
    }
}
