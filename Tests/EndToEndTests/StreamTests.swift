import Foundation
import Testing

/// Commands as filters: records in, answers out, one process among others.
@Suite("Streams, through the built binary")
struct StreamTests {
    private static func record(_ key: String, first: Int, growth: Int) -> String {
        let lines = (2018...2023).map { year in
            """
            {"fiscal_year":\(year),"subject_code":"2080101","subject_name":"行政运行","initial_budget":"\(first)",\
            "actual":\(first + growth * (year - 2018)).5}
            """
        }
        return "{\"key\":\"\(key)\",\"lines\":[\(lines.joined(separator: ","))]}\n"
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    /// Runs a command with a text as standard input.
    private func pipe(_ binary: BuiltBinary, _ input: String, _ arguments: String) throws -> BuiltBinary.Result {
        try binary.write(input, to: "input")
        return try binary.shell("\"$JUESUAN\" \(arguments) < input")
    }

    private static let disclosure = """
        甲局2023年度部门决算
        一、收入支出决算总体情况说明
        2023年度收入总计100.00万元，支出总计100.00万元。
        """

    @Test(
        "Each record is forecast by itself, in order, and its answers carry its key; a bad one is a record with its error"
    )
    func forecasts() throws {
        let binary = try BuiltBinary()
        let input =
            Self.record("甲局", first: 1000, growth: 10) + "乙\t{\"lines\":[{\"fiscal_year\":2023}]}\n"
            + Self.record("丙局", first: 500, growth: -3) + "{\"key\":7}\nabsent.csv\n"
        let result = try pipe(binary, input, "forecast --stdin --for 2024 --language en")
        let answers = try objects(result.output)
        let keys = answers.compactMap { $0["key"] as? String }
        #expect(
            keys.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == [
                "甲局", "乙", "丙局", "7", "absent.csv",
            ])
        let failed = answers.filter { $0["error"] != nil }
        #expect(
            failed.compactMap { ($0["error"] as? [String: Any])?["kind"] as? String } == ["data", "data", "noInput"])
        // The worst: a file that is not there (66) above records that are none (65).
        #expect(result.status == 66)
        #expect(result.errors.contains("5 records, 3 failed"))
        let alone = try pipe(
            binary, Self.record("丙局", first: 500, growth: -3), "forecast --stdin --for 2024 --language en")
        #expect(alone.status == 0)
        let own = result.output.split(separator: "\n").filter { $0.contains("丙局") }
        #expect(alone.output == own.joined(separator: "\n") + "\n")
    }

    @Test("A record is forecast as the command forecasts the same lines from a file, in CSV too")
    func sameAsCommand() throws {
        let binary = try BuiltBinary()
        let csv =
            "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"
            + (2018...2023).map { "甲局,\($0),2080101,行政运行,1000,\(1000 + 10 * ($0 - 2018)).5\n" }.joined()
        try binary.write(csv, to: "a.csv")
        let command = try binary.run("forecast", "--input", "a.csv", "--for", "2024", "--format", "csv")
        let expected = command.output.split(separator: "\n")
        for input in ["甲局\ta.csv\n", Self.record("甲局", first: 1000, growth: 10)] {
            let stream = try pipe(binary, input, "forecast --stdin --for 2024 --format csv").output.split(
                separator: "\n")
            #expect(stream.first == "key,\(expected[0]),error_kind,error")
            #expect(stream.dropFirst().map(String.init) == expected.dropFirst().map { "甲局,\($0),," })
        }
        let bare = try pipe(binary, "甲局\ta.csv\n", "forecast --stdin --for 2024 --format csv --no-header").output
        #expect(!bare.contains("target_year") && bare.split(separator: "\n").count == expected.count - 1)
    }

    @Test("Documents are read and checked by name and out of the record, and findings at error level are 1")
    func documents() throws {
        let binary = try BuiltBinary()
        try binary.write(Self.disclosure, to: "a.txt")
        let content = Data(Self.disclosure.utf8).base64EncodedString()
        let input = "a.txt\n\n{\"key\":\"乙\",\"name\":\"b.txt\",\"content\":\"\(content)\"}\nabsent.txt\n"
        let read = try objects(pipe(binary, input, "read --stdin").output)
        #expect(read.compactMap { $0["key"] as? String } == ["a.txt", "乙", "absent.txt"])
        #expect(read[0]["unit"] as? String == "甲局" && read[1]["unit"] as? String == "甲局")
        #expect(read[1]["file"] as? String == "b.txt")
        let single = try binary.run("read", "--format", "json", "a.txt").output
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(single.utf8)) as? [String: [Any]])
        var own = read[0]
        own["key"] = nil
        #expect((own as NSDictionary) == (whole["documents"]?.first as? NSDictionary))
        let wrong = Self.disclosure.replacingOccurrences(of: "支出总计100.00", with: "支出总计90.00")
        try binary.write(wrong, to: "wrong.txt")
        let checked = try pipe(binary, "a.txt\nwrong.txt\n", "check --stdin")
        let plain = try binary.run("check", "--format", "json", "wrong.txt")
        #expect(checked.status == plain.status)
        #expect(try objects(checked.output).count == 2)
        let csv = try pipe(binary, "a.txt\nwrong.txt\n", "check --stdin --format csv").output
        #expect(csv.hasPrefix("key,file,severity,rule"))
        #expect(Set(csv.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }) == ["a.txt", "wrong.txt"])
    }

    @Test("What departs in one year is listed for each record; one where nothing does has a line with its key")
    func anomalies() throws {
        let binary = try BuiltBinary()
        let jump = Self.record("甲局", first: 100_000, growth: 1).replacingOccurrences(of: "100005.5", with: "900000")
        let input = jump + Self.record("乙局", first: 1000, growth: 0)
        let answers = try objects(pipe(binary, input, "anomalies --stdin --year 2023 --language en").output)
        #expect(answers.first?["key"] as? String == "甲局" && answers.first?["flags"] != nil)
        #expect(answers.last?["key"] as? String == "乙局")
    }

    @Test("A caller that waits for each answer gets it, and an overlong record ends no stream")
    func waits() throws {
        let binary = try BuiltBinary()
        try binary.write(Self.record("甲", first: 10, growth: 1), to: "one")
        let script = """
            mkfifo in out
            "$JUESUAN" forecast --stdin --for 2024 < in > out 2> /dev/null &
            exec 3> in 4< out
            for n in 1 2 3; do cat one >&3; read -r line <&4; echo "${line%%,*}"; read -r -t 5 line <&4; done
            exec 3>&-
            wait
            """
        let result = try binary.shell(script)
        #expect(result.output.split(separator: "\n").count == 3, "\(result.output)\(result.errors)")
    }

    @Test("GNU parallel, Hadoop streaming's mappers and Spark's pipe: pieces put together are the whole")
    func pieces() throws {
        let binary = try BuiltBinary()
        let input = (1...9).map { Self.record("局\($0)", first: 1000 * $0, growth: $0) }.joined()
        let whole = try pipe(binary, input, "forecast --stdin --for 2024").output
        // Both start a process for each piece of the input and put the outputs one behind the other.
        let pieces = try binary.shell(
            "split -l 4 input piece. && for p in piece.*; do \"$JUESUAN\" forecast --stdin --for 2024 < $p; done"
        ).output
        #expect(pieces == whole)
        if Program.exists("parallel") {
            let parallel = try binary.shell(
                "parallel --pipe -N 4 --keep-order \"$JUESUAN\" forecast --stdin --for 2024 < input"
            ).output
            #expect(parallel == whole)
        }
    }
}
