import Foundation
import Testing

/// CSV and workbooks of every command as a spreadsheet program opens them.
@Suite(
    "Files in LibreOffice, through the built binary",
    .enabled(if: Program.exists("soffice"), "LibreOffice is not installed"))
struct SpreadsheetProgramTests {
    /// What each command is given, without where it writes.
    private static let commands: [(name: String, arguments: [String])] = [
        ("read", ["read", "2023.txt"]), ("check", ["check", "2023.txt"]), ("rules", ["check", "--rules"]),
        ("import", ["import", "--ledger", "b.sqlite", "2023.txt"]), ("compare", ["compare", "--year", "2023"]),
        ("years", ["compare", "--years", "2021-2023"]), ("anomalies", ["anomalies", "--year", "2023"]),
        ("forecast", ["forecast", "--for", "2024"]), ("explain", ["explain", "--for", "2024"]),
        ("subject", ["explain", "--for", "2024", "--subject", "2010301"]),
        ("backtest", ["backtest", "--from", "2022", "--to", "2023", "--metric", "wape"]),
        ("draft", ["draft", "--for", "2024"]),
        ("progress", ["progress", "--executed", "2024-06.csv", "--amount-unit", "wan"]),
        ("list", ["ledger", "list", "--all"]), ("history", ["ledger", "history"]),
        ("changes", ["ledger", "history", "--changes"]), ("verify", ["ledger", "verify"]), ("doctor", ["doctor"]),
        ("codes", ["ledger", "codes"]), ("export", ["ledger", "export"]),
        ("departments", ["ledger", "departments", "--bodies", "bodies.yaml"]),
    ]

    /// Commands whose tables have codes of subjects; the sample's document, which `read` shows as it is, prints none.
    private static let coded: Set<String> = [
        "compare", "years", "anomalies", "forecast", "explain", "draft", "progress", "export",
    ]

    private func prepared() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let sample = BuiltBinary.package.appending(path: "Data/qingling")
        for (from, to) in [
            ("2023-disclosure.txt", "2023.txt"), ("2021-synthetic.csv", "2021.csv"), ("2022-synthetic.csv", "2022.csv"),
        ] {
            try FileManager.default.copyItem(at: sample.appending(path: from), to: binary.folder.appending(path: to))
        }
        try binary.write(
            "subject_code,fiscal_year,month,executed_to_date\n2010301,2024,6,500\n2080501,2024,6,30\n",
            to: "2024-06.csv")
        try binary.write(
            """
            bodies:
              - name: 青菱街道
                units: [武汉市洪山区人民政府青菱街道办事处]

            """, to: "bodies.yaml")
        let result = try binary.run(["import", "--amount-unit", "wan", "2023.txt", "2021.csv", "2022.csv"])
        #expect(result.status == 0, "\(result.errors)")
        return binary
    }

    /// Has LibreOffice open files and write each as a flat document, which says of every cell what it is.
    private func opened(_ names: [String], in folder: URL) throws -> [String: String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
                "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", folder.appending(path: "opened").path,
            ] + names
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try names.reduce(into: [:]) { opened, name in
            let stem = URL(filePath: name).deletingPathExtension().lastPathComponent
            opened[name] = try String(
                contentsOf: folder.appending(path: "opened/\(stem).fods"), encoding: .utf8)
        }
    }

    @Test("CSV and workbooks of every command open with Chinese intact and codes as text", arguments: ["csv", "xlsx"])
    func everyCommand(form: String) throws {
        let binary = try prepared()
        var names: [String] = []
        for (name, arguments) in Self.commands {
            let file = "\(name).\(form)"
            let result = try binary.run(arguments + ["--output", file] + (form == "csv" ? ["--for-excel"] : []))
            #expect(result.status <= 1, "\(name): \(result.errors)")
            names.append(file)
        }
        let texts = try opened(names, in: binary.folder)
        for (name, _) in Self.commands {
            let text = try #require(texts["\(name).\(form)"])
            #expect(!text.contains("\u{FFFD}") && !text.contains("锟") && !text.contains("ï»¿"), "\(name)")
            if form == "xlsx" || name == "read" || Self.coded.contains(name) {
                #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(name) has no Chinese")
            }
            guard Self.coded.contains(name) else { continue }
            // A number would be a cell of type float with the value of the code.
            #expect(text.contains(/<text:p>2\d{6}<\/text:p>/), "\(name) has no code")
            #expect(!text.contains("office:value=\"2010301\""), "\(name) has a code as a number")
        }
    }

    @Test("What reports, batches and backtests leave beside opens the same way")
    func filesLeftBeside() throws {
        let binary = try prepared()
        try binary.write(
            """
            amount_unit: wan
            sources: [2021.csv, 2022.csv, 2023.txt]
            ledger: b.sqlite
            steps: [check, compare, anomalies, forecast, draft]
            output: batch

            """, to: "job.yaml")
        for arguments in [
            ["report", "--year", "2023", "--folder", "report"],
            [
                "backtest", "--from", "2023", "--to", "2023", "--forecasts", "past.csv", "--for-excel", "--output",
                "tried.csv",
            ],
            ["backtest", "--from", "2023", "--to", "2023", "--forecasts", "earlier.xlsx", "--output", "tried.txt"],
            ["batch", "run", "job.yaml"],
        ] {
            let result = try binary.run(arguments)
            #expect(result.status <= 1, "\(arguments): \(result.errors)")
        }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: binary.folder.path).filter { path in
            (path.hasPrefix("report/") || path.hasPrefix("batch/") || path.hasPrefix("past")
                || path.hasPrefix("earlier"))
                && (path.hasSuffix(".csv") || path.hasSuffix(".xlsx"))
        }
        #expect(paths.count >= 10, "\(paths)")
        for (form, files) in Dictionary(grouping: paths, by: { URL(filePath: $0).pathExtension + $0.prefix(3) }) {
            for (path, text) in try opened(files, in: binary.folder) {
                #expect(!text.contains("\u{FFFD}") && !text.contains("锟") && !text.contains("ï»¿"), "\(path)")
                #expect(
                    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(path) has no Chinese: \(form)")
                // Files for programs too keep codes as they are; those made for a spreadsheet alone have them as text.
                guard path.hasSuffix(".xlsx") || path == "past.csv" else { continue }
                #expect(!text.contains("office:value=\"2010301\""), "\(path) has a code as a number")
            }
        }
    }
}
