import Foundation
import Testing

@Suite("Without the data that ships with the program")
struct MissingDataTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
        try FileManager.default.copyItem(
            at: BuiltBinary.executable, to: binary.folder.appending(path: "alone"))
        let years = (2017...2023).map { "甲局,\($0),2010301,行政运行,\(100 + 7 * ($0 - 2017))\n" }.joined()
        try binary.write("unit,fiscal_year,subject_code,subject_name,actual\n" + years, to: "lines.csv")
    }

    private func alone(_ arguments: String, home: String = "") throws -> BuiltBinary.Result {
        try binary.run(
            arguments.split(separator: " ").map(String.init), environment: ["JUESUAN_HOME": home],
            executable: binary.folder.appending(path: "alone"))
    }

    private func sentences(_ result: BuiltBinary.Result) -> [Substring] {
        result.errors.split(separator: "\n").filter { $0.contains("JUESUAN_HOME") }
    }

    @Test("A forecast says once each that the classification and the model are not there, and what to do")
    func forecast() throws {
        let missing = try alone("forecast --input lines.csv --format csv")
        #expect(missing.status == 0, "\(missing.errors)")
        #expect(sentences(missing).count == 2)
        #expect(missing.errors.contains("Data/subjects") && missing.errors.contains("Models/small-bodies.json"))
        let whole = try alone("forecast --input lines.csv --format csv", home: BuiltBinary.package.path)
        #expect(sentences(whole).isEmpty, "\(whole.errors)")
    }

    @Test("Only what a command would have used is missed")
    func used() throws {
        #expect(sentences(try alone("compare --input lines.csv")).count == 1)
        #expect(sentences(try alone("compare --input lines.csv --scheme prefix:3,5")).isEmpty)
        #expect(sentences(try alone("forecast --input lines.csv --stored-model none")).count == 1)
        #expect(sentences(try alone("import --ledger a.sqlite lines.csv")).count == 1)
        #expect(sentences(try alone("ledger verify --ledger a.sqlite")).isEmpty)
    }

    @Test("A batch says it in its log")
    func batch() throws {
        try binary.write("sources: [lines.csv]\nsteps: [forecast]\n", to: "job.yaml")
        let result = try alone("batch run job.yaml")
        #expect(
            sentences(result).count == 2 && sentences(result).allSatisfy { $0.contains("\"warning\"") },
            "\(result.errors)")
    }
}
