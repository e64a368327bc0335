import Foundation
import Testing

@Suite("The draft command")
struct DraftCommandTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
        let sample = BuiltBinary.package.appending(path: "Data/qingling").path
        let years = try FileManager.default.contentsOfDirectory(atPath: sample).filter {
            $0.hasSuffix("-synthetic.csv")
        }
        let documents = (["2023-disclosure.txt"] + years.sorted()).map { sample + "/" + $0 }
        _ = try binary.run(["import", "--ledger", "a.sqlite", "--amount-unit", "wan"] + documents)
    }

    private func draft(_ arguments: String...) throws -> BuiltBinary.Result {
        try binary.run(["draft", "--ledger", "a.sqlite"] + arguments)
    }

    /// Edits a workbook without the program's help; the code of the subject that was edited.
    private func edit(_ file: String, adjustment: String, remark: String) throws -> String {
        let result = try Script.run(
            "Tests/EndToEndTests/Support/edit-workbook.py", binary.folder.appending(path: file).path, adjustment, remark
        )
        try #require(result.status == 0, "\(result.output)")
        return result.output.filter { !$0.isWhitespace }
    }

    private func rows(_ csv: String) -> [[String]] { CommaSeparated.rows(csv) }

    @Test("An edited workbook becomes version 2, with who, when and why; what it changed can be shown")
    func apply() throws {
        _ = try draft("--for", "2024", "--output", "d.xlsx")
        let code = try edit("d.xlsx", adjustment: "-12.5", remark: "压减会议费")
        let applied = try draft("--apply", "d.xlsx", "--author", "王芳", "--reason", "压减", "--format", "csv")
        #expect(applied.status == 0, "\(applied.errors)")
        let changed = rows(applied.output)
        #expect(changed.count == 3)
        #expect(changed[1][0] == code && changed[1].contains("-125000") && changed[1].last == "压减会议费")
        #expect(changed[2].contains("total") && changed[2].contains("-125000"))
        let versions = rows(try draft("--for", "2024", "--versions", "--format", "csv").output)
        #expect(versions.map { $0[0] } == ["version", "1", "2"])
        #expect(versions[1][2].hasPrefix("juesuan") && versions[2][2] == "王芳" && versions[2][3] == "压减")
        #expect(versions[2][1].hasSuffix("Z"))
        let told = try draft("--for", "2024", "--versions", "--language", "zh-Hans").output
        #expect(told.contains("建议数") && !told.contains("suggested"))
        let compared = try draft("--for", "2024", "--compare", "1", "2", "--format", "csv")
        #expect(compared.output == applied.output)
        #expect(try binary.run("ledger", "verify", "--ledger", "a.sqlite").status == 0)
    }

    /// The rows of the draft as CSV, by column.
    private func table(_ csv: String) -> [[String: String]] {
        let rows = rows(csv)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
    }

    @Test("What was never budgeted and an emergency are expected and not asked for, each with what shows its class")
    func twoNumbers() throws {
        let lines = table(try draft("--for", "2024", "--format", "csv").output)
        let emergency = try #require(lines.first { $0["subject_code"] == "2100410" })
        #expect(emergency["class"] == "one_off" && emergency["suggested"] == "0")
        #expect(emergency["not_requested"] == emergency["forecast"] && emergency["forecast"] != "0")
        let added = try #require(lines.first { $0["subject_code"] == "2010399" })
        #expect(added["class"] == "topped_up" && added["suggested"] == added["this_year_budget"])
        let total = try #require(lines.first?["suggested"].flatMap { Double($0) })
        #expect(abs(total / 70_255_900 - 1) < 0.05, "about this year's budget, not this year's spending")
        try binary.write("budgeted: expected\ntopped_up: expected\npersonnel: expected\n", to: "policy.yaml")
        let restored = table(try draft("--for", "2024", "--policy", "policy.yaml", "--format", "csv").output)
        #expect(try #require(restored.first?["suggested"].flatMap { Double($0) }) > 85_000_000)
        for line in lines where ["added_in_year", "transfer", "one_off"].contains(line["class"]) {
            #expect(line["suggested"] == "0" && !(line["evidence"] ?? "").isEmpty, "\(line)")
        }
        #expect(lines.count { $0["class"] == "added_in_year" } >= 20)
        let shown = try draft("--for", "2024", "--format", "markdown", "--language", "zh-Hans").output
        #expect(shown.contains("2024年预计执行") && shown.contains("预计但不申请"))
        #expect(shown.contains("合计比本年年初预算增加") && shown.contains("基本养老保险缴费支出 +"))
    }

    @Test("A ceiling, caps, links and a fixed line hold to the 分, in the table and in the workbook")
    func rules() throws {
        try binary.write(
            """
            ceilings: [{name: 控制数, total: 7500, at: exactly}]
            caps:
              - {name: 只减不增, lines: [2210202, 2210203], at_most: initial_budget, each: true}
              - {name: 压减一般性支出, lines: [2010399, 2120102], at_most: last_actual, cut: 0.05}
              - {name: 城乡社区, lines: [212], at_most: last_actual, cut: 0.1}
            links:
              - {name: 公积金, line: 2210201, rate: 0.12, of: [2010301, 2010350]}
              - {name: 养老保险, line: 2080505, rate: 0.16, of: [2010301]}
            fixed: [{lines: [2080506], amount: 25}]
            bounds: [{down: 0.5, up: 0.2}]
            """, to: "rules.yaml")
        let lines = table(try draft("--for", "2024", "--rules", "rules.yaml", "--format", "csv").output)
        func request(_ code: String) throws -> Double {
            try #require(lines.first { $0["subject_code"] == code }?["suggested"].flatMap { Double($0) })
        }
        #expect(lines[0]["suggested"] == "75000000")
        #expect(try request("2210202") <= 223_500 && request("2210203") <= 430_000)
        #expect(try request("2010399") + request("2120102") <= 0.95 * 16_862_400)
        #expect(try abs(request("2210201") - 0.12 * (request("2010301") + request("2010350"))) <= 50.01)
        #expect(try abs(request("2080505") - 0.16 * request("2010301")) <= 50.01)
        #expect(try request("2080506") == 250_000)
        try binary.write("fixed: [{lines: [2010301], amount: 9000}]\nceilings: [{total: 7500}]\n", to: "no.yaml")
        let refused = try draft("--for", "2024", "--rules", "no.yaml", "--output", "no.xlsx")
        #expect(refused.status == 65 && refused.errors.contains("fixed:1") && refused.errors.contains("ceilings:2"))
        try binary.write("ceilings:\n  - {total: many}\n", to: "bad.yaml")
        #expect(try draft("--for", "2024", "--rules", "bad.yaml").errors.contains("bad.yaml:2"))
    }

    @Test("Scenarios are shown side by side, one that cannot be kept with its conflict, and a version tells its own")
    func scenarios() throws {
        try binary.write(
            """
            ceilings: [{name: 控制数, total: 7000}]
            scenarios:
              - {name: 从紧, ceilings: [{name: 一般公共预算, total: 6600, funds: [general_public_budget]}]}
              - {name: 矛盾, fixed: [{lines: [2010301], amount: 9000}]}
            """, to: "rules.yaml")
        let rules = ["--for", "2024", "--rules", "rules.yaml"]
        let compared = try binary.run(
            ["draft", "--ledger", "a.sqlite", "--scenarios", "--language", "zh-Hans", "--format", "json"] + rules)
        #expect(compared.output.contains("scenario_从紧") && compared.output.contains("方案“矛盾”："))
        let lines = table(
            try binary.run(["draft", "--ledger", "a.sqlite", "--scenarios", "--format", "csv"] + rules).output)
        let total = try #require(lines.first)
        #expect(total["scenario_矛盾"] == "" && total["policy"] != total["scenario_从紧"])
        let pick = ["draft", "--ledger", "a.sqlite", "--scenario", "从紧"] + rules
        let chosen = try #require(table(try binary.run(pick + ["--format", "csv"]).output).first)
        #expect(chosen["final"] == total["scenario_从紧"])
        _ = try binary.run(pick + ["--output", "s.xlsx"])
        _ = try edit("s.xlsx", adjustment: "1", remark: "补足")
        let applied = try draft("--apply", "s.xlsx", "--author", "王芳", "--reason", "初稿")
        #expect(applied.status == 0, "\(applied.errors)")
        let reasons = rows(try draft("--for", "2024", "--versions", "--format", "csv").output).dropFirst().map { $0[3] }
        #expect(reasons == ["suggested（方案：从紧）", "初稿（方案：从紧）"])
        #expect(try binary.run(["draft", "--ledger", "a.sqlite", "--scenario", "宽"] + rules).errors.contains("从紧、矛盾"))
        #expect(try draft("--for", "2024", "--scenarios").status == 64)
    }

    @Test("Applying the same workbook again stores nothing; a version can be made a workbook and edited on")
    func applyAgain() throws {
        _ = try draft("--for", "2024", "--output", "d.xlsx")
        _ = try edit("d.xlsx", adjustment: "-12.5", remark: "压减会议费")
        let apply = ["draft", "--ledger", "a.sqlite", "--author", "王芳", "--reason", "压减", "--apply"]
        _ = try binary.run(apply + ["d.xlsx"])
        #expect(try binary.run(apply + ["d.xlsx"]).errors.contains("没有变化"))
        _ = try draft("--for", "2024", "--stored", "2", "--output", "v2.xlsx")
        #expect(try binary.run(apply + ["v2.xlsx"]).errors.contains("没有变化"))
        _ = try edit("v2.xlsx", adjustment: "3", remark: "恢复")
        #expect(try binary.run(apply + ["v2.xlsx"]).errors.contains("第 3 版"))
        let printed = rows(try draft("--for", "2024", "--stored", "3", "--format", "csv").output)
        let adjustment = try #require(printed[0].firstIndex(of: "adjustment"))
        #expect(printed[1][adjustment] == "30000")
    }

    @Test("The text of the budget has no error for the check, and remarks of a version are its reasons")
    func explanation() throws {
        let text = try binary.run("narrate", "--ledger", "a.sqlite", "--budget", "--year", "2024", "--output", "b.txt")
        #expect(text.status == 0, "\(text.errors)")
        let checked = try binary.run("check", "b.txt", "--language", "en")
        #expect(checked.status == 0, "\(checked.output)")
        _ = try draft("--for", "2024", "--output", "d.xlsx")
        _ = try edit("d.xlsx", adjustment: "-12.5", remark: "压减会议费")
        _ = try draft("--apply", "d.xlsx", "--author", "王芳", "--reason", "压减")
        let stored = try binary.run("narrate", "--ledger", "a.sqlite", "--budget", "--year", "2024", "--stored", "2")
        #expect(stored.output.contains("2705.28万元，比2023年年初预算数减少12.50万元，下降0.46%，主要原因是压减会议费。"))
        #expect(try binary.run("narrate", "--ledger", "a.sqlite", "--stored", "2").status == 64)
    }

    @Test("A file that is no draft, a ledger without the body and a version that is not there are told apart")
    func wrongInput() throws {
        try binary.write("no workbook", to: "d.xlsx")
        let noWorkbook = try draft("--apply", "d.xlsx", "--author", "a", "--reason", "b")
        #expect(noWorkbook.status == 65 && noWorkbook.errors.contains("d.xlsx"))
        #expect(try draft("--apply", "d.xlsx").status == 64)
        #expect(try draft("--apply", "gone.xlsx", "--author", "a", "--reason", "b").status == 66)
        let noVersion = try draft("--for", "2024", "--compare", "1", "2")
        #expect(noVersion.status == 65 && noVersion.errors.contains("尚未保存"))
        _ = try draft("--for", "2024", "--output", "e.xlsx")
        try binary.write("unit,fiscal_year,subject_code,actual\n甲局,2023,2010301,5\n", to: "l.csv")
        _ = try binary.run("import", "--ledger", "b.sqlite", "l.csv")
        let other = try binary.run(
            "draft", "--ledger", "b.sqlite", "--apply", "e.xlsx", "--author", "a", "--reason", "b")
        #expect(other.status == 65 && other.errors.contains("青菱"))
    }

    @Test("A batch keeps a workbook that a person has worked in and makes a fresh one")
    func batchKeepsEdits() throws {
        let sample = BuiltBinary.package.appending(path: "Data/qingling").path
        try binary.write("amount_unit: wan\nsources: [\(sample)/2022-synthetic.csv]\nsteps: [draft]\n", to: "job.yaml")
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
        let folder = "out/武汉市洪山区人民政府青菱街道办事处"
        _ = try edit("\(folder)/draft-2023.xlsx", adjustment: "1", remark: "a")
        let edited = try Data(contentsOf: binary.folder.appending(path: "\(folder)/draft-2023.xlsx"))
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
        let kept = try Data(contentsOf: binary.folder.appending(path: "\(folder)/draft-2023-edited-1.xlsx"))
        #expect(kept == edited)
        #expect(try Data(contentsOf: binary.folder.appending(path: "\(folder)/draft-2023.xlsx")) != edited)
        let summary = try String(contentsOf: binary.folder.appending(path: "out/summary.json"), encoding: .utf8)
        #expect(summary.contains("draft-2023-edited-1.xlsx"))
    }
}

@Suite("The draft workbook in LibreOffice", .enabled(if: Program.exists("soffice"), "LibreOffice is not installed"))
struct DraftInLibreOfficeTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
        let sample = BuiltBinary.package.appending(path: "Data/qingling").path
        _ = try binary.run([
            "import", "--ledger", "a.sqlite", "--amount-unit", "wan", sample + "/2022-synthetic.csv",
            sample + "/2023-disclosure.txt",
        ])
    }

    /// Converts a file by LibreOffice in a profile of its own that recalculates every formula.
    private func convert(_ file: String, to filter: String) throws {
        let user = binary.folder.appending(path: ".profile/user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
            <value>0</value></prop></item>
            </oor:items>
            """
        try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.currentDirectoryURL = binary.folder
        process.arguments = [
            "soffice", "-env:UserInstallation=file://\(binary.folder.path)/.profile", "--headless", "--convert-to",
            filter,
            "--outdir", "converted", file,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test(
        "Recalculated, no sheet has an error cell, and the sums are those the command prints, to the last digit",
        arguments: [false, true])
    func recalculated(hasOverride: Bool) throws {
        try Data("subject_code,target_year,forecast\n2010301,2024,98765432.1\n".utf8)
            .write(to: binary.folder.appending(path: "mine.csv"))
        let common = ["draft", "--ledger", "a.sqlite"] + (hasOverride ? ["--overrides", "mine.csv"] : [])
        _ = try binary.run(common + ["--output", "d.xlsx"])
        // Comma, quote, UTF-8, values with all digits, every sheet.
        try convert("d.xlsx", to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        let folder = binary.folder.appending(path: "converted")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count == 14, "the working sheet, eight tables of the form, assumptions and what follows them")
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(!text.contains("#") && !text.contains("Err:"), "\(file)")
        }
        let sheet = try String(contentsOf: folder.appending(path: "d-预算草案.csv"), encoding: .utf8)
        let total = try #require(CommaSeparated.rows(sheet).first { $0.first == "0" })
        let printed = CommaSeparated.rows(try binary.run(common + ["--format", "csv"]).output)
        let (names, cells) = (printed[0], printed[1])
        let recalculated = total.compactMap { Decimal(string: $0) }
        for name in ["this_year_actual", "this_year_budget", "forecast", "model_forecast", "suggested", "final"] {
            let place = try #require(names.firstIndex(of: name))
            let value = try #require(Decimal(string: cells[place]))
            #expect(recalculated.contains(value / 10_000), "\(name) \(value) in \(total)")
        }
        let (forecast, model) = (names.firstIndex(of: "forecast"), names.firstIndex(of: "model_forecast"))
        #expect((forecast.map { cells[$0] } != model.map { cells[$0] }) == hasOverride)
        #expect(sheet.contains("模型预测") == hasOverride)
    }

    @Test("An edited ceiling recalculates requests, sums and verdicts, and no cell is an error")
    func editedCeiling() throws {
        try binary.write(
            """
            ceilings:
              - {name: 控制数, total: 6900, at: exactly}
              - {name: 城乡社区, lines: [212], total: 1100}
            caps: [{name: 只减不增, lines: [2210202, 2210203], at_most: initial_budget, each: true}]
            links: [{name: 公积金, line: 2210201, rate: 0.05, of: [2010301]}]
            fixed: [{lines: [2080506], amount: 25}]
            scenarios: [{name: 从紧, bounds: [{down: 0.3, up: 0.3}]}]
            """, to: "rules.yaml")
        let drafted = try binary.run("draft", "--ledger", "a.sqlite", "--rules", "rules.yaml", "--output", "d.xlsx")
        #expect(drafted.status == 0, "\(drafted.errors)")
        let edited = try Script.run(
            "Tests/EndToEndTests/Support/edit-cell.py", binary.folder.appending(path: "d.xlsx").path, "2", "C5", "6850")
        try #require(edited.status == 0, "\(edited.output)")
        try convert("d.xlsx", to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        func sheet(_ name: String) throws -> String {
            try String(
                contentsOf: binary.folder.appending(path: "converted/d-\(name).csv"), encoding: .utf8)
        }
        let rules = CommaSeparated.rows(try sheet("规则"))
        let ceiling = try #require(rules.first { $0.first == "控制数" })
        #expect(ceiling[2] == "6850" && ceiling[5] == "6850" && ceiling[6] == "6850")
        #expect(rules[4..<9].allSatisfy { $0[8] == "满足" }, "\(rules[4..<9].map { $0[8] })")
        let draft = try sheet("预算草案")
        let total = try #require(CommaSeparated.rows(draft).first { $0.first == "0" })
        #expect(total.contains("6850"))
        for text in [draft, try sheet("规则"), try sheet("方案比较")] {
            #expect(!text.contains("#") && !text.contains("Err:"))
        }
    }

    @Test("A ceiling that edits break is named when the workbook is handed back, which is stored all the same")
    func brokenCeiling() throws {
        try binary.write("ceilings: [{name: 控制数, total: 6900}]\n", to: "rules.yaml")
        let drafted = try binary.run("draft", "--ledger", "a.sqlite", "--rules", "rules.yaml", "--output", "d.xlsx")
        #expect(drafted.status == 0, "\(drafted.errors)")
        let apply = ["draft", "--ledger", "a.sqlite", "--apply", "converted/d.xlsx", "--author", "a", "--reason", "b"]
        try convert("d.xlsx", to: "xlsx:Calc MS Excel 2007 XML")
        #expect(try !binary.run(apply).errors.contains("控制数"))
        let edited = try Script.run(
            "Tests/EndToEndTests/Support/edit-cell.py", binary.folder.appending(path: "d.xlsx").path, "2", "C5", "6850")
        try #require(edited.status == 0, "\(edited.output)")
        let raised = try Script.run(
            "Tests/EndToEndTests/Support/edit-workbook.py", binary.folder.appending(path: "d.xlsx").path, "7.25", "增加",
            "2010301")
        try #require(raised.status == 0, "\(raised.output)")
        try convert("d.xlsx", to: "xlsx:Calc MS Excel 2007 XML")
        let applied = try binary.run(apply + ["--language", "zh-Hans"])
        #expect(applied.status == 0)
        #expect(applied.errors.contains("规则“控制数”未满足：限额6,850.00 万元，最终预算合计6,857.25 万元"), "\(applied.errors)")
    }

    @Test("A workbook that LibreOffice has saved is applied like any other")
    func savedByLibreOffice() throws {
        _ = try binary.run("draft", "--ledger", "a.sqlite", "--output", "d.xlsx")
        let edited = try Script.run(
            "Tests/EndToEndTests/Support/edit-workbook.py", binary.folder.appending(path: "d.xlsx").path, "7.25", "增加")
        try #require(edited.status == 0, "\(edited.output)")
        try convert("d.xlsx", to: "xlsx:Calc MS Excel 2007 XML")
        let applied = try binary.run(
            "draft", "--ledger", "a.sqlite", "--apply", "converted/d.xlsx", "--author", "a", "--reason", "b",
            "--format",
            "csv")
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(applied.output.contains("72500"))
        #expect(applied.output.split(whereSeparator: \.isNewline).count == 3)
    }
}
