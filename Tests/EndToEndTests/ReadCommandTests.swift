import Foundation
import Testing

@Suite("Showing what documents say")
struct ReadCommandTests {
    private static let lines = "单位,年度,科目编码,科目名称,决算数\n甲某局,2020,2050202,小学教育,80.5\n"

    private func explanation(_ year: Int) -> String {
        """
        甲局\(year)年度部门决算
        六、一般公共预算财政拨款支出决算情况说明
        1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元。
        """
    }

    @Test(
        "Amounts of account lines are in the unit given; without one they are yuan",
        arguments: [("wan", "805000"), ("yuan", "80.5"), ("yi", "8050000000")])
    func amountUnit(unit: String, yuan: String) throws {
        let binary = try BuiltBinary()
        try Data(Self.lines.utf8).write(to: binary.folder.appending(path: "lines.csv"))
        let arguments = unit == "yuan" ? [] : ["--amount-unit", unit]
        let result = try binary.run(["read", "--format", "json"] + arguments + ["lines.csv"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("\"\(yuan)"), "\(result.output)")
    }

    @Test("A file gets what standard output gets, and good documents are in it though others failed")
    func outputFile() throws {
        let binary = try BuiltBinary()
        let folder = binary.folder.appending(path: "in")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for year in 2015...2023 {
            try Data(explanation(year).utf8).write(to: folder.appending(path: "\(year).txt"))
        }
        try Data("nothing".utf8).write(to: folder.appending(path: "2024.txt"))
        let printed = try binary.run("read", "--format", "json", "in")
        let written = try binary.run("read", "--format", "json", "--output", "figures.json", "in")
        #expect(written.status == 1 && written.output.isEmpty)
        #expect(written.errors == printed.errors)
        let file = binary.folder.appending(path: "figures.json")
        #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: [[String: Any]]]
        #expect(object?["documents"]?.count == 9)
    }

    @Test("Where no document can be read, the file is left as it was")
    func nothingRead() throws {
        let binary = try BuiltBinary()
        let file = binary.folder.appending(path: "figures.json")
        try Data("old".utf8).write(to: file)
        try Data("nothing".utf8).write(to: binary.folder.appending(path: "bad.txt"))
        let result = try binary.run("read", "--output", "figures.json", "bad.txt")
        #expect(result.status == 65)
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        let names = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
        #expect(!names.contains { $0.hasSuffix(".tmp") })
    }
}
