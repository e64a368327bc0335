import Foundation
import Testing

/// What the program says to a person, in the language asked for.
@Suite("Languages, through the built binary")
struct LanguageTests {
    static let commands = [
        "", "read", "check", "import", "compare", "anomalies", "forecast", "explain", "backtest", "draft", "progress",
        "narrate", "report", "batch", "batch run", "batch status", "ledger", "ledger list", "ledger history",
        "ledger remove", "ledger reinstate", "ledger bodies", "ledger verify", "ledger backup", "ledger restore",
        "ledger export", "ledger departments", "ledger codes", "doctor",
    ]

    private func help(_ command: String, _ language: String) throws -> String {
        let words = command.split(separator: " ").map(String.init)
        let result = try BuiltBinary().run(words + ["--help"], environment: ["JUESUAN_LANGUAGE": language])
        #expect(result.status == 0 && result.errors.isEmpty)
        return result.output
    }

    private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    @Test("Help is Chinese throughout: heads, options and defaults", arguments: commands)
    func chineseHelp(command: String) throws {
        let help = try help(command, "zh-Hans")
        #expect(help.hasPrefix("概述：") && help.contains("用法："))
        for word in [
            "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "default", "values:", "Show ", "See '",
        ] {
            #expect(!help.contains(word), "\(word) in the help of '\(command)'")
        }
        // Every option's line or the one below it says something in Chinese.
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, next) in zip(lines, lines.dropFirst() + [""]) where line.hasPrefix("  --") {
            #expect((line + next).unicodeScalars.contains(where: isHan), "\(line)")
        }
    }

    @Test("Help is English throughout, but for the names in examples", arguments: commands)
    func englishHelp(command: String) throws {
        let help = try help(command, "en")
        #expect(help.hasPrefix("OVERVIEW: ") && help.contains("USAGE: "))
        for line in help.split(separator: "\n") where !line.contains("juesuan ") {
            let bare = line.replacing(/“[^”]*”/, with: "")
            #expect(!bare.unicodeScalars.contains(where: isHan), "\(line)")
        }
    }

    @Test(
        "The option decides, then JUESUAN_LANGUAGE, then the locale; without any of them Chinese is spoken",
        arguments: [
            (["--language", "en"], ["JUESUAN_LANGUAGE": "zh-Hans"], true), (["--language=en"], [:], true),
            (["--language", "zh-Hans"], ["JUESUAN_LANGUAGE": "en"], false),
            ([], ["JUESUAN_LANGUAGE": "en", "LANG": "zh_CN.UTF-8"], true), ([], ["LANG": "en_US.UTF-8"], true),
            ([], ["LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"], true), ([], ["LANG": "zh_CN.UTF-8"], false),
            ([], ["LANG": "C"], false), ([], ["LANG": ""], false),
        ])
    func precedence(arguments: [String], environment: [String: String], isEnglish: Bool) throws {
        let result = try BuiltBinary().run(["read", "absent.pdf"] + arguments, environment: environment)
        #expect(result.status == 66)
        #expect(result.errors.contains(isEnglish ? "no such file or folder" : "没有该文件或文件夹"), "\(result.errors)")
    }

    @Test(
        "Mistakes on the command line are told in the language, with exit code 64",
        arguments: [
            (["compare", "--nothing"], "没有选项“--nothing”"), (["compare", "--yaer", "2023"], "是否为“--year”？"),
            (["compare", "--year"], "缺少值"), (["compare", "--year", "soon"], "值“soon”不能用于“--year"),
            (["compare", "--order", "odd"], "可用“"), (["compare", "extra"], "多余的参数“extra”"),
            (["ledger", "remove"], "缺少参数“"), (["read"], "请给出要读取的文件，或 --stdin"),
            (["compare", "--format", "xlsx"], "须用 --output 给出"),
            (["forecast", "--horizon", "99"], "--horizon 应为 1 至 50，不能是 99"),
        ])
    func parserMistakes(arguments: [String], words: String) throws {
        let binary = try BuiltBinary()
        let result = try binary.run(arguments)
        #expect(result.status == 64 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("错误：") && result.errors.contains(words), "\(result.errors)")
        for word in ["Error", "Usage", "Help:", "See '", "option", "value"] {
            #expect(!result.errors.contains(word), "\(result.errors)")
        }
        let english = try binary.run(arguments, environment: ["JUESUAN_LANGUAGE": "en"])
        #expect(english.status == 64 && english.errors.hasPrefix("Error: "))
        #expect(!english.errors.unicodeScalars.contains(where: isHan), "\(english.errors)")
    }

    @Test("What could not be placed is told in the language of the output")
    func diagnostics() throws {
        let binary = try BuiltBinary()
        try binary.write("某市财政局2023年度部门决算\n一、收入支出决算总体情况说明\n2023年度收入总计100万元。\n另有3.5万元。\n", to: "a.txt")
        let chinese = try binary.run("read", "--format", "json", "a.txt").output
        #expect(chinese.contains("“3.5万元”说的不是已知的指标"))
        let english = try binary.run("read", "--format", "json", "--language", "en", "a.txt").output
        #expect(english.contains("'3.5万元' states no measure this reader knows"))
    }

    @Test("Scripts of completions are for shells and no screen of help", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let result = try BuiltBinary().run("--generate-completion-script", shell)
        #expect(result.status == 0 && !result.output.contains("概述"))
        guard shell != "fish", Program.exists(shell) else { return }
        let binary = try BuiltBinary()
        try binary.write(result.output, to: "script")
        #expect(try binary.shell("\(shell) -n script").status == 0)
    }
}
