import Foundation
import Testing

/// `juesuan check` through the built binary: findings, exit codes, settings, last year's figures.
@Suite("Checking, through the built binary")
struct CheckCommandTests {
    /// A short disclosure whose stated rate is 50 for 5 of 10, or another.
    private func document(rate: String = "50%", change: String = "减少5.00万元，下降50%", year: Int = 2023) -> String {
        """
        第一部分 江城市东湖区财政局概况
        第三部分 \(year)年度部门决算情况说明
        五、一般公共预算财政拨款支出决算情况说明
        \(year)年度一般公共预算财政拨款支出5.00万元。与\(year - 1)年度相比，一般公共预算财政拨款支出\(change)。
        1.教育支出（类）普通教育（款）小学教育（项）。年初预算为10.00万元，支出决算为5.00万元，完成年初预算的\(rate)。主要原因是压减支出。
        """
    }

    @Test("A document that agrees with itself exits with 0")
    func clean() throws {
        let binary = try BuiltBinary()
        let result = try binary.run("check", try binary.write(document(), to: "a.txt"))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("未发现问题"))
    }

    @Test("A wrong rate is found with rule, figures and quote, and exits with 1")
    func wrongRate() throws {
        let binary = try BuiltBinary()
        let result = try binary.run(
            "check", "--format", "json", "--language", "en", try binary.write(document(rate: "70%"), to: "a.txt"))
        #expect(result.status == 1)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let documents = try #require(json["documents"] as? [[String: Any]])
        let finding = try #require((documents.first?["findings"] as? [[String: Any]])?.first)
        #expect(finding["rule"] as? String == "execution-rate")
        #expect(finding["severity"] as? String == "error")
        #expect(finding["stated"] as? String == "70%")
        #expect(finding["computed"] as? String == "50.00%")
        #expect((finding["quote"] as? String)?.contains("完成年初预算的70%") == true)
    }

    @Test("A rule that the settings switch off finds nothing")
    func settings() throws {
        let binary = try BuiltBinary()
        let file = try binary.write(document(rate: "70%"), to: "a.txt")
        let yaml = try binary.write("rules:\n  execution-rate: { enabled: false }\n", to: "check.yaml")
        #expect(try binary.run("check", "--settings", yaml, file).status == 0)
    }

    @Test("A rule that is not there is refused with exit code 65 and named")
    func unknownRule() throws {
        let binary = try BuiltBinary()
        let file = try binary.write(document(), to: "a.txt")
        let yaml = try binary.write("rules:\n  execution-rat: { enabled: false }\n", to: "check.yaml")
        let result = try binary.run("check", "--settings", yaml, file)
        #expect(result.status == 65)
        #expect(result.errors.contains("execution-rat"))
        #expect(result.output.isEmpty)
    }

    @Test("Settings that are not there are refused with exit code 66")
    func missingSettings() throws {
        let binary = try BuiltBinary()
        let file = try binary.write(document(), to: "a.txt")
        #expect(try binary.run("check", "--settings", "none.yaml", file).status == 66)
    }

    @Test("Last year's document in the ledger is held against what this one says of last year")
    func lastYear() throws {
        let binary = try BuiltBinary()
        let earlier = try binary.write(document(year: 2022).replacing("5.00万元", with: "12.00万元"), to: "2022.txt")
        _ = try binary.run("import", "--ledger", "a.sqlite", earlier)
        let file = try binary.write(document(), to: "2023.txt")
        let result = try binary.run("check", "--ledger", "a.sqlite", "--format", "json", file)
        #expect(result.output.contains("restated-figure"), "\(result.output)\(result.errors)")
        #expect(result.status == 0)
    }

    @Test("What was accepted once is no reason to exit with 1 again, and what is new is")
    func baseline() throws {
        let binary = try BuiltBinary()
        let file = try binary.write(document(rate: "70%"), to: "a.txt")
        let list = "accepted.json"
        let first = try binary.run(
            "check", "--baseline", list, "--accept", "--who", "王某", "--why", "已核实", "--language", "en", file)
        #expect(first.status == 0, "\(first.output)\(first.errors)")
        #expect(first.output.contains("settled  ") && first.output.contains("王某: 已核实"), "\(first.output)")
        let second = try binary.run("check", "--baseline", list, "--format", "json", "--language", "en", file)
        #expect(second.status == 0)
        #expect(second.output.contains("\"accepted\"") && second.output.contains("王某"), "\(second.output)")
        #expect(second.errors.contains("0 new, 1 accepted, 0 gone"), "\(second.errors)")
        let mended = try binary.write(document(rate: "80%"), to: "a.txt")
        let third = try binary.run("check", "--baseline", list, "--format", "json", "--language", "en", mended)
        #expect(third.status == 1)
        #expect(third.errors.contains("1 new, 0 accepted, 1 gone"), "\(third.errors)")
    }

    @Test("A baseline that is none is refused with exit code 65, and --accept without a reason with 64")
    func badBaseline() throws {
        let binary = try BuiltBinary()
        let file = try binary.write(document(), to: "a.txt")
        let list = try binary.write("rules: none", to: "accepted.json")
        #expect(try binary.run("check", "--baseline", list, file).status == 65)
        #expect(try binary.run("check", "--baseline", list, "--accept", file).status == 64)
    }

    @Test(
        "A folder is written as an overview whose first body has the most to mend", arguments: ["csv", "html", "xlsx"])
    func overview(ending: String) throws {
        let binary = try BuiltBinary()
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "in"), withIntermediateDirectories: true)
        _ = try binary.write(document(), to: "in/a.txt")
        _ = try binary.write(document(rate: "70%").replacing("东湖区", with: "西湖区"), to: "in/b.txt")
        let result = try binary.run("check", "--output", "overview.\(ending)", "in")
        #expect(result.status == 1, "\(result.errors)")
        let bytes = try Data(contentsOf: binary.folder.appending(path: "overview.\(ending)"))
        if ending == "xlsx" {
            #expect(bytes.starts(with: [0x50, 0x4B]))
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("江城市西湖区财政局") && text.contains("70%"), "\(text.prefix(2000))")
            #expect(text.contains(ending == "csv" ? "rank,unit,fiscal_year" : "单位排序"))
        }
    }

    @Test("The rules are listed without any document")
    func listsRules() throws {
        let binary = try BuiltBinary()
        let result = try binary.run("check", "--rules", "--format", "csv", "--language", "en")
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count > 50)
        #expect(result.output.contains("execution-rate"))
    }

    @Test("The page on consistency lists the catalogue as the command prints it")
    func pageListsCatalogue() throws {
        let page = try String(
            contentsOf: BuiltBinary.package.appending(path: "docs/consistency.md"), encoding: .utf8)
        let printed = try BuiltBinary().run("check", "--rules", "--format", "markdown", "--language", "en").output
        let rows = printed.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count > 60)
        let missing = rows.filter { !page.contains($0) }
        #expect(
            missing.isEmpty,
            "run scripts/rules-page.sh: \(missing.count) rows of the catalogue are not in docs/consistency.md, first \(missing.first ?? "")"
        )
    }

    @Test("A broken PDF among good documents is named, the others are checked, and the exit code is 1")
    func brokenPDF() throws {
        let binary = try BuiltBinary()
        let good = try binary.write(document(), to: "a.txt")
        let bad = try binary.write("%PDF-1.4\nthis is no PDF\n", to: "b.pdf")
        let result = try binary.run("check", bad, good)
        #expect(result.status == 1)
        #expect(result.output.contains("a.txt"))
        #expect(result.errors.contains("b.pdf"))
        let alone = try binary.run("check", bad)
        #expect(alone.status == 65)
        #expect(alone.output.isEmpty)
    }

    @Test("A document that cannot be read does not keep the others from being checked")
    func oneBad() throws {
        let binary = try BuiltBinary()
        let good = try binary.write(document(), to: "a.txt")
        let bad = try binary.write("", to: "b.txt")
        let result = try binary.run("check", good, bad)
        #expect(result.status == 1)
        #expect(result.output.contains("a.txt"))
        #expect(result.errors.contains("b.txt"))
    }
}
