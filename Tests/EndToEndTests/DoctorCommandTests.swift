import Foundation
import Testing

/// What `doctor` says of an installation, through the built binary.
@Suite("Examining an installation, through the built binary")
struct DoctorCommandTests {
    @Test(
        "Without a program that reads PDF the exit code is 1 and the remedy is named, in either language",
        arguments: [("zh-Hans", "不能读取 PDF"), ("en", "no PDF can be read")])
    func withoutPrograms(language: String, lack: String) throws {
        let binary = try BuiltBinary()
        let result = try binary.run(["doctor", "--language", language], environment: ["PATH": "/nonexistent"])
        #expect(result.status == 1, "\(result.errors)")
        let line = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("pdftotext") })
        #expect(line.contains("apt install poppler-utils"))
        #expect(result.output.contains(lack))
    }

    @Test("Programs that are only missed where they are wanted do not count")
    func optionalPrograms() throws {
        let binary = try BuiltBinary()
        let programs = binary.folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        let found = try #require(
            ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].first {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        try FileManager.default.createSymbolicLink(
            at: programs.appending(path: "pdftotext"), withDestinationURL: URL(filePath: found))
        let result = try binary.run(
            ["doctor", "--format", "csv", "--language", "en"], environment: ["PATH": programs.path])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("tesseract,absent"))
    }
}
