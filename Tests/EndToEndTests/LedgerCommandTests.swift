import Foundation
import Testing

@Suite("The ledger commands")
struct LedgerCommandTests {
    private let juesuan: BuiltBinary
    private let csv = """
        unit,fiscal_year,subject_code,subject_name,initial_budget,actual,reason,origin
        甲局,2022,2010301,行政运行,unbudgeted,12.34,,published
        甲局,2023,2010301,行政运行,0,,"追加,两次",published
        乙局,2023,2010302,一般行政管理事务,,-5,,synthetic

        """

    init() throws {
        juesuan = try BuiltBinary()
        try juesuan.write(csv, to: "lines.csv")
        #expect(try juesuan.run("import", "--ledger", "a.sqlite", "lines.csv").status == 0)
    }

    @Test("An export imported into a new ledger exports the same bytes")
    func roundTrip() throws {
        #expect(try juesuan.run("ledger", "export", "--ledger", "a.sqlite", "--output", "out.csv").status == 0)
        #expect(try juesuan.run("import", "--ledger", "b.sqlite", "out.csv").status == 0)
        let first = try juesuan.run("ledger", "export", "--ledger", "a.sqlite")
        let second = try juesuan.run("ledger", "export", "--ledger", "b.sqlite")
        #expect(first.status == 0)
        #expect(first.output.contains("甲局,2022,general_public_budget,2010301,行政运行,unbudgeted,,12.34,,,,published"))
        #expect(first.output == second.output)
    }

    @Test("An export keeps to the body and the years asked for")
    func selection() throws {
        let result = try juesuan.run(
            "ledger", "export", "--ledger", "a.sqlite", "--unit", "甲局", "--from", "2023", "--to", "2023")
        #expect(result.output.split(separator: "\n").count == 2)
        #expect(try juesuan.run("ledger", "export", "--ledger", "a.sqlite", "--unit", "丙局").status == 65)
        #expect(
            try juesuan.run("ledger", "export", "--ledger", "a.sqlite", "--from", "2023", "--to", "2022").status == 64)
    }

    @Test("A sound ledger verifies with 0, one that was tampered with 1 and the place named")
    func verify() throws {
        #expect(try juesuan.run("ledger", "verify", "--ledger", "a.sqlite").status == 0)
        let sqlite = URL(filePath: "/usr/bin/sqlite3")
        try #require(FileManager.default.isExecutableFile(atPath: sqlite.path), "the sqlite3 shell is not installed")
        let process = Process()
        process.executableURL = sqlite
        process.currentDirectoryURL = juesuan.folder
        process.arguments = ["a.sqlite", "UPDATE account_line SET actual = actual + 1 WHERE actual = 1234"]
        try process.run()
        process.waitUntilExit()
        let result = try juesuan.run("ledger", "verify", "--ledger", "a.sqlite", "--format", "json")
        #expect(result.status == 1)
        #expect(result.output.contains("content_hash"))
        #expect(result.output.contains("lines.csv"))
    }

    @Test("What a document's removal changes is told in the words of the language, in CSV by codes")
    func removalInWords() throws {
        let told = try juesuan.run(
            "ledger", "remove", "lines.csv", "--ledger", "a.sqlite", "--why", "误传", "--language", "zh-Hans")
        #expect(told.output.contains("一般公共预算") && told.output.contains("支出决算"))
        #expect(!told.output.contains("general_public_budget") && !told.output.contains("actual"))
    }

    @Test("Lines that name no body are refused with what to do")
    func withoutBody() throws {
        try juesuan.write("fiscal_year,subject_code,actual\n2022,2010301,1\n", to: "nobody.csv")
        let refused = try juesuan.run("import", "--ledger", "a.sqlite", "nobody.csv")
        #expect(refused.status != 0 && refused.errors.contains("--body-name"), "\(refused.errors)")
        #expect(try juesuan.run("import", "--ledger", "a.sqlite", "--body-name", "丙局", "nobody.csv").status == 0)
    }

    @Test(
        "Lines go to a workbook or to CSV for Excel and come back as they were", arguments: ["xlsx", "csv"],
        ["zh-Hans", "en"])
    func exportForPeople(form: String, language: String) throws {
        let plain = try juesuan.run("ledger", "export", "--ledger", "a.sqlite").output
        let arguments = [
            "ledger", "export", "--ledger", "a.sqlite", "--output", "lines.\(form)", "--force", "--language", language,
        ]
        let written = try juesuan.run(arguments + (form == "csv" ? ["--for-excel"] : []))
        #expect(written.status == 0, "\(written.errors)")
        let read = try juesuan.run("import", "--ledger", "back.sqlite", "lines.\(form)")
        #expect(read.status == 0, "\(read.errors)")
        #expect(try juesuan.run("ledger", "export", "--ledger", "back.sqlite").output == plain)
    }

    @Test("A workbook of lines needs a file")
    func exportToTerminal() throws {
        let refused = try juesuan.run("ledger", "export", "--ledger", "a.sqlite", "--format", "xlsx")
        #expect(refused.status == 64 && refused.errors.contains("--output"))
    }

    @Test("A backup is made and restored; names that are taken are left alone without --force")
    func backup() throws {
        #expect(try juesuan.run("ledger", "backup", "--ledger", "a.sqlite", "b.sqlite").status == 0)
        #expect(try juesuan.run("ledger", "backup", "--ledger", "a.sqlite", "b.sqlite").status == 73)
        #expect(try juesuan.run("ledger", "backup", "--ledger", "a.sqlite", "b.sqlite", "--force").status == 0)
        #expect(try juesuan.run("ledger", "restore", "b.sqlite", "--ledger", "a.sqlite").status == 73)
        #expect(try juesuan.run("ledger", "restore", "b.sqlite", "--ledger", "a.sqlite", "--force").status == 0)
        #expect(try juesuan.run("ledger", "restore", "b.sqlite", "--ledger", "c.sqlite").status == 0)
        #expect(try juesuan.names() == ["a.sqlite", "b.sqlite", "b.sqlite.sha256", "c.sqlite", "lines.csv"])
    }

    @Test("A damaged backup is refused and nothing is changed")
    func damagedBackup() throws {
        #expect(try juesuan.run("ledger", "backup", "--ledger", "a.sqlite", "b.sqlite").status == 0)
        var bytes = try Data(contentsOf: juesuan.folder.appending(path: "b.sqlite"))
        bytes.replaceSubrange(8192..<12288, with: Data(repeating: 0x5A, count: 4096))
        try bytes.write(to: juesuan.folder.appending(path: "b.sqlite"))
        let result = try juesuan.run("ledger", "restore", "b.sqlite", "--ledger", "c.sqlite")
        #expect(result.status == 65)
        #expect(result.errors.contains("b.sqlite"))
        #expect(try !juesuan.names().contains("c.sqlite"))
    }

    @Test(
        "A document that says something else is refused with both figures; an edition replaces, and can be taken back")
    func editions() throws {
        try juesuan.write(csv.replacing("12.34", with: "13.50"), to: "second.csv")
        let refused = try juesuan.run("import", "--ledger", "a.sqlite", "second.csv")
        #expect(refused.status == 65)
        for words in ["second.csv", "lines.csv", "13.5", "12.34", "--edition"] {
            #expect(refused.errors.contains(words))
        }
        let first = try juesuan.run("ledger", "export", "--ledger", "a.sqlite").output
        #expect(try juesuan.run("import", "--ledger", "a.sqlite", "--edition", "second.csv").status == 0)
        #expect(try juesuan.run("ledger", "export", "--ledger", "a.sqlite").output.contains("unbudgeted,,13.5,"))
        let removed = try juesuan.run(
            "ledger", "remove", "second.csv", "--ledger", "a.sqlite", "--why", "误传", "--who", "王某", "--format", "csv")
        #expect(removed.status == 0)
        #expect(removed.output.contains("王某,误传,甲局,2022,general_public_budget,2010301,行政运行,actual,13.5,12.34"))
        #expect(try juesuan.run("ledger", "export", "--ledger", "a.sqlite").output == first)
        let list = try juesuan.run("ledger", "list", "--all", "--ledger", "a.sqlite", "--format", "csv").output
        #expect(list.contains("accounts,lines.csv,current,3,"))
        #expect(list.contains("accounts,second.csv,removed,3,"))
        #expect(try juesuan.run("ledger", "reinstate", "2", "--ledger", "a.sqlite", "--why", "无误").status == 0)
        #expect(try juesuan.run("ledger", "export", "--ledger", "a.sqlite").output.contains("unbudgeted,,13.5,"))
        let history = try juesuan.run("ledger", "history", "--ledger", "a.sqlite", "--format", "csv").output
        #expect(history.split(separator: "\n").count == 5)
        #expect(try juesuan.run("ledger", "verify", "--ledger", "a.sqlite").status == 0)
    }

    @Test("A comparison of the past can be made again as of a day; a day that is none is refused")
    func past() throws {
        let before = try juesuan.run(
            "compare", "--ledger", "a.sqlite", "--unit", "甲局", "--as-of", "1999-12-31", "--format", "csv")
        #expect(before.status == 65)
        let now = try juesuan.run(
            "compare", "--ledger", "a.sqlite", "--unit", "甲局", "--year", "2023", "--as-of", "2999-12-31", "--format",
            "csv")
        #expect(now.status == 0)
        let odd = try juesuan.run("compare", "--ledger", "a.sqlite", "--as-of", "spring")
        #expect(odd.status == 65)
        #expect(odd.errors.contains("2024-03-31"))
    }

    @Test("A ledger that is not there is one clear error", arguments: ["verify", "export"])
    func missing(command: String) throws {
        let result = try juesuan.run("ledger", command, "--ledger", "none.sqlite")
        #expect(result.status == 66)
        #expect(result.errors.contains("none.sqlite：没有该文件"))
        #expect(try !juesuan.names().contains("none.sqlite"))
    }
}

@Suite("Totals restated by a later document")
struct RestatedTotalsTests {
    private func text(_ year: Int, _ total: String, _ more: String) -> String {
        """
        江口县畜牧局\(year)年度部门决算
        第三部分 江口县畜牧局\(year)年度部门决算情况说明
        一、收入支出决算总体情况说明
        \(year)年度收、支总计均为\(total)万元。与\(year - 1)年度相比，收、支总计各增加\(more)万元，主要原因是项目增加。
        五、一般公共预算财政拨款支出决算情况说明
        \(year)年度一般公共预算财政拨款支出年初预算为\(total)万元，支出决算为\(total)万元，完成年初预算的100.00%。其中：
        1.农林水支出（类）农业农村（款）行政运行（项）。年初预算为\(total)万元，支出决算为\(total)万元，完成年初预算的100.00%。
        """
    }

    @Test("Both of last year's figures stand side by side; one document is enough for its own")
    func restated() throws {
        let juesuan = try BuiltBinary()
        try juesuan.write(text(2022, "310.00", "10.00"), to: "2022.txt")
        try juesuan.write(text(2023, "360.00", "70.00"), to: "2023.txt")
        #expect(try juesuan.run("import", "--ledger", "a.sqlite", "2022.txt", "2023.txt").status == 0)
        for (basis, change) in [("published", "500000,16.13"), ("restated", "700000,24.14")] {
            let result = try juesuan.run(
                "compare", "--ledger", "a.sqlite", "--year", "2023", "--basis", basis, "--format", "csv")
            #expect(result.status == 0, "\(result.errors)")
            #expect(
                result.output.contains(
                    "江口县畜牧局,income_and_expenditure,2022,2023,3100000,2900000,3600000,\(change),\(basis)"))
        }
        #expect(try juesuan.run("import", "--ledger", "b.sqlite", "2023.txt").status == 0)
        let alone = try juesuan.run(
            "compare", "--ledger", "b.sqlite", "--basis", "restated", "--format", "csv")
        #expect(alone.output.contains(",,2900000,3600000,700000,24.14,restated"))
    }

    @Test("A body under a new name is compared with those it took over from; the proposal is a register")
    func bodies() throws {
        let juesuan = try BuiltBinary()
        try juesuan.write(
            """
            unit,fiscal_year,subject_code,subject_name,actual
            江口县林业局,2022,2130204,事业机构,110
            江口县林草局,2023,2130204,事业机构,120

            """, to: "lines.csv")
        let proposed = try juesuan.run("ledger", "bodies", "--input", "lines.csv")
        #expect(proposed.status == 0, "\(proposed.errors)")
        try juesuan.write(proposed.output, to: "bodies.yaml")
        let result = try juesuan.run(
            "compare", "--input", "lines.csv", "--bodies", "bodies.yaml", "--level", "item", "--format", "csv")
        #expect(result.output.contains("江口县林草局,2130204,事业机构,item,2022,2023,110,120,10,9.09"))
        #expect(try juesuan.run("compare", "--input", "lines.csv", "--bodies", "lines.csv").status == 65)
    }
}
