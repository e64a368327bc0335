import ContainerMaking
import Foundation
import Testing

/// Folders of documents in many forms, good ones and bad ones, through the built binary.
@Suite("Importing documents of many forms")
struct ImportFormsTests {
    private static let item = "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。"

    private func text(_ body: String, _ year: Int) -> [String] {
        ["\(body)\(year)年度部门决算", "六、一般公共预算财政拨款支出决算情况说明", Self.item]
    }

    private func document(_ body: String, _ year: Int) throws -> Data {
        let paragraphs = text(body, year).map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        var maker = ContainerMaker()
        maker.add("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(paragraphs)</w:body></w:document>")
        return Data(try maker.bytes())
    }

    private func page(_ body: String, _ year: Int) -> Data {
        Data(("<html><meta charset=utf-8>" + text(body, year).map { "<p>\($0)</p>" }.joined()).utf8)
    }

    private func fill(_ binary: BuiltBinary) throws {
        let folder = binary.folder.appending(path: "in/deeper")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text("甲某局", 2021).joined(separator: "\n").utf8).write(to: binary.folder.appending(path: "in/2021.txt"))
        try document("甲某局", 2022).write(to: binary.folder.appending(path: "in/2022.docx"))
        try page("甲某局", 2023).write(to: folder.appending(path: "2023.xls"))
        let table = """
            一般公共预算财政拨款支出决算表,,
            部门：乙某局,2023年度,单位：万元
            科目编码,科目名称,决算数
            2050202,小学教育,90.5

            """
        try Data(table.utf8).write(to: folder.appending(path: "table.csv"))
        try Data("单位,年度,科目编码,科目名称,决算数\n甲某局,2020,2050202,小学教育,800000\n".utf8).write(
            to: folder.appending(path: "lines.csv"))
    }

    @Test("All are stored, by what they are; a second run changes nothing")
    func forms() throws {
        let binary = try BuiltBinary()
        try fill(binary)
        let first = try binary.run("import", "--ledger", "a.sqlite", "in")
        #expect(first.status == 0, "\(first.errors)")
        let export = try binary.run("ledger", "export", "--ledger", "a.sqlite").output
        #expect(export.split(separator: "\n").count == 6)
        for words in ["甲某局,2021,", "甲某局,2022,", "甲某局,2023,", "乙某局,2023,"] { #expect(export.contains(words)) }
        let second = try binary.run("import", "--ledger", "a.sqlite", "in")
        #expect(second.status == 0)
        #expect(try binary.run("ledger", "export", "--ledger", "a.sqlite").output == export)
    }

    @Test("A bad file does not stop the others; each is reported and the exit code is 1")
    func goesOn() throws {
        let binary = try BuiltBinary()
        try fill(binary)
        try Data("PK\u{3}\u{4} cut".utf8).write(to: binary.folder.appending(path: "in/a-broken.xlsx"))
        try Data("%PDF-1.4".utf8).write(to: binary.folder.appending(path: "in/b-broken.pdf"))
        let nameless = "年度,科目编码,科目名称,决算数\n2020,2050202,小学教育,800000\n"
        try Data(nameless.utf8).write(to: binary.folder.appending(path: "in/c-nameless.csv"))
        let result = try binary.run("import", "--ledger", "a.sqlite", "in")
        #expect(result.status == 1)
        let errors = result.errors.split(separator: "\n")
        #expect(errors.count { $0.contains("a-broken.xlsx") } == 1)
        #expect(errors.count { $0.contains("b-broken.pdf") } == 1)
        #expect(errors.count { $0.contains("c-nameless.csv") } == 1)
        #expect(try binary.run("ledger", "export", "--ledger", "a.sqlite").output.split(separator: "\n").count == 6)
    }

    @Test("An import that is interrupted leaves a sound ledger, and the next one completes it")
    func interrupted() throws {
        let binary = try BuiltBinary()
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "in"), withIntermediateDirectories: true)
        for number in 0..<300 {
            let lines = text("第\(number)局", 2023).joined(separator: "\n")
            try Data(lines.utf8).write(to: binary.folder.appending(path: "in/\(number).txt"))
        }
        let process = Process()
        process.executableURL = BuiltBinary.executable
        process.arguments = ["import", "--ledger", "a.sqlite", "in"]
        process.currentDirectoryURL = binary.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let ledger = binary.folder.appending(path: "a.sqlite").path
        while process.isRunning, !FileManager.default.fileExists(atPath: ledger) { usleep(1000) }
        usleep(30_000)
        process.interrupt()
        process.waitUntilExit()
        #expect(try binary.run("import", "--ledger", "a.sqlite", "in").status == 0)
        #expect(try binary.run("ledger", "verify", "--ledger", "a.sqlite").status == 0)
        #expect(try binary.run("ledger", "export", "--ledger", "a.sqlite").output.split(separator: "\n").count == 301)
    }

    @Test("A folder is read to its end with a count for each document")
    func readCounts() throws {
        let binary = try BuiltBinary()
        try fill(binary)
        let result = try binary.run("read", "--format", "json", "--language", "en", "in")
        #expect(result.status == 0)
        #expect(result.errors.split(separator: "\n").count { $0.contains("figures placed") } == 5)
        #expect(result.output.contains("\"wrong_ending\""))
    }
}
