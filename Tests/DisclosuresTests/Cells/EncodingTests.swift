import Disclosures
import Foundation
import Interchange
import Testing

@Suite("Encodings")
struct EncodingTests {
    private static let text = """
        某某局2023年度部门决算
        二、一般公共预算财政拨款支出决算具体情况
        2023年度财政拨款支出年初预算为1,234.56万元，支出决算为1,300.00万元，完成年初预算的105.30%。其中：
        1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。

        """

    /// What `iconv` calls each encoding, and the byte order mark before the text.
    static let encodings: [(name: String, mark: [UInt8])] = [
        ("UTF-8", []), ("UTF-8", [0xEF, 0xBB, 0xBF]), ("GB18030", []), ("GB18030", [0x84, 0x31, 0x95, 0x33]),
        ("UTF-16LE", []), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", []), ("UTF-16BE", [0xFE, 0xFF]),
    ]

    /// The text in an encoding, made by another program.
    private func bytes(_ text: String, _ index: Int) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "/encoding-\(UUID().uuidString)"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", Self.encodings[index].name, path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return Self.encodings[index].mark + Array(output)
    }

    @Test("text reads the same in each", arguments: encodings.indices)
    func text(_ index: Int) throws {
        let disclosure = try DisclosureReader().read(bytes: bytes(Self.text, index), file: "a.txt")
        #expect(disclosure.lines.map { $0.line.subject.name } == ["小学教育"])
        #expect(disclosure.lines.first?.statedActual?.text == "90.50万元")
        #expect(disclosure.unit?.name == "某某局")
    }

    @Test("account lines read the same in each", arguments: encodings.indices)
    func lines(_ index: Int) throws {
        let csv = "单位,年度,科目编码,科目名称,决算数\n某局,2023,2050202,小学教育,905000.00\n"
        let (lines, _) = try AccountLineCSVReader().read(bytes: bytes(csv, index), file: "a.csv")
        #expect(lines.map(\.unit.name) == ["某局"])
        #expect(lines.map(\.subject.name) == ["小学教育"])
        #expect(AccountLineCSVReader.recognizes(try bytes(csv, index)))
    }

    @Test("a page reads the same in each, whatever it says of itself", arguments: encodings.indices)
    func page(_ index: Int) throws {
        let body = Self.text.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
        let label = index < 2 ? "utf-8" : index < 4 ? "gb2312" : "utf-16"
        let html =
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(label)\"></head>\(body)"
        let disclosure = try DisclosureReader().read(bytes: bytes(html, index), file: "a.html")
        #expect(disclosure.lines.first?.statedActual?.text == "90.50万元")
    }

    @Test(
        "bytes that are no character are named with their place",
        arguments: [
            ([UInt8](repeating: 0x20, count: 3) + Array("某某局年度部门决算".utf8) + [0xED, 0xA0, 0x80], "byte 31"),
            ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00], "byte 5"),
            ([0xFE, 0xFF, 0x00, 0x41, 0xDC, 0x00, 0x00, 0x41], "byte 5"),
        ])
    func loneSurrogates(_ bytes: [UInt8], _ place: String) throws {
        let error = #expect(throws: ReadError.self) { try DisclosureReader().read(bytes: bytes, file: "a.txt") }
        #expect(error?.place?.en == place)
        #expect(error?.kind == .data)
    }
}
