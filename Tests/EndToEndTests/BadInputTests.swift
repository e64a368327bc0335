import Foundation
import Testing

/// Input that cannot be used: one clear error each, the right exit code, nothing half-written.
@Suite("Bad input, through the built binary")
struct BadInputTests {
    private static let english = ["JUESUAN_LANGUAGE": "en"]
    private static let header = "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"

    private func expectOneError(
        _ result: BuiltBinary.Result, status: Int32, naming words: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(result.output.isEmpty, sourceLocation: sourceLocation)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
        for word in words {
            #expect(result.errors.contains(word), "\(word) is not in: \(result.errors)", sourceLocation: sourceLocation)
        }
    }

    @Test("A path that does not exist is named, with exit code 66, and no ledger is made")
    func missingFile() throws {
        let binary = try BuiltBinary()
        let result = try binary.run("import", "--ledger", "a.sqlite", "absent.txt", environment: Self.english)
        expectOneError(result, status: 66, naming: ["absent.txt"])
        #expect(try binary.names().isEmpty)
    }

    @Test(
        "A file that may not be read is named, with exit code 66",
        .enabled(if: geteuid() != 0, "root may read everything"))
    func unreadableFile() throws {
        let binary = try BuiltBinary()
        try binary.write("2023 年度", to: "closed.txt")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: binary.folder.appending(path: "closed.txt").path)
        expectOneError(
            try binary.run("import", "--ledger", "a.sqlite", "closed.txt", environment: Self.english), status: 66,
            naming: ["closed.txt"])
        #expect(try binary.names() == ["closed.txt"])
    }

    @Test(
        "A stated growth beyond 100% a year is refused, for it is 3 where 3% was meant", arguments: ["3", "208=-1.5"])
    func growthAsPercentage(rate: String) throws {
        let binary = try BuiltBinary()
        try binary.write(Self.header + "甲局,2023,2130301,水利,10,10\n", to: "lines.csv")
        expectOneError(
            try binary.run("forecast", "--input", "lines.csv", "--for", "2024", "--growth", rate), status: 64,
            naming: ["--growth \(rate)", "0.03", "--overrides"])
    }

    @Test("An empty file is said to be empty, with exit code 65", arguments: ["empty.txt", "empty.csv", "empty.pdf"])
    func emptyFile(name: String) throws {
        let binary = try BuiltBinary()
        try binary.write("", to: name)
        expectOneError(
            try binary.run("import", "--ledger", "a.sqlite", name, environment: Self.english), status: 65,
            naming: [name])
        #expect(try binary.names() == [name])
    }

    @Test("A binary is refused with exit code 65", arguments: ["noise.txt", "noise.csv", "noise.bin"])
    func binaryFile(name: String) throws {
        let binary = try BuiltBinary()
        let bytes = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3)) }
        try Data(bytes).write(to: binary.folder.appending(path: name))
        expectOneError(
            try binary.run("import", "--ledger", "a.sqlite", name, environment: Self.english), status: 65,
            naming: [name])
        #expect(try binary.names() == [name])
    }

    @Test("A folder without documents is said to hold none, with exit code 66")
    func folderWithoutDocuments() throws {
        let binary = try BuiltBinary()
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "bare"), withIntermediateDirectories: true)
        expectOneError(
            try binary.run("import", "--ledger", "a.sqlite", "bare", environment: Self.english), status: 66,
            naming: ["bare"])
        #expect(try binary.names() == ["bare"])
    }

    @Test(
        "A bad number in row 7 of a CSV is named with row and column, with exit code 65, and nothing of the file is stored"
    )
    func badNumberInRowSeven() throws {
        let binary = try BuiltBinary()
        let rows = (2...9).map { "甲街道,2023,20101\(String($0 + 10)),行政运行,10,\($0 == 7 ? "12o.5" : "11")\n" }
        try binary.write(Self.header + rows.joined(), to: "lines.csv")
        expectOneError(
            try binary.run(
                "import", "--ledger", "a.sqlite", "--amount-unit", "wan", "lines.csv", environment: Self.english),
            status: 65,
            naming: ["lines.csv", "7", "actual", "12o.5"])
        #expect(try binary.names() == ["lines.csv"])
        expectOneError(
            try binary.run("anomalies", "--input", "lines.csv", "--year", "2023", environment: Self.english),
            status: 65, naming: ["7", "12o.5"])
    }

    @Test("Accounts of a year that has not come are refused with exit code 65")
    func futureYear() throws {
        let binary = try BuiltBinary()
        try binary.write(Self.header + "甲街道,2150,2010301,行政运行,10,11\n", to: "lines.csv")
        expectOneError(
            try binary.run("import", "--ledger", "a.sqlite", "lines.csv", environment: Self.english), status: 65,
            naming: ["lines.csv", "2150"])
        #expect(try binary.names() == ["lines.csv"])
    }

    @Test("A forecast for a year far beyond the figures is refused with exit code 64")
    func forecastTooFar() throws {
        let binary = try BuiltBinary()
        try binary.write(Self.header + "甲街道,2023,2010301,行政运行,10,11\n", to: "lines.csv")
        expectOneError(
            try binary.run("forecast", "--input", "lines.csv", "--for", "2120", environment: Self.english), status: 64,
            naming: ["2120", "2023"])
    }

    @Test("A file that is no ledger is refused and left as it was")
    func notALedger() throws {
        let binary = try BuiltBinary()
        try binary.write("this is a letter, not a ledger\n", to: "letter.sqlite")
        expectOneError(
            try binary.run("compare", "--ledger", "letter.sqlite", "--year", "2023", environment: Self.english),
            status: 65,
            naming: ["letter.sqlite"])
        #expect(
            try String(contentsOf: binary.folder.appending(path: "letter.sqlite"), encoding: .utf8).hasPrefix("this"))
    }

    @Test("A ledger that is not there is named, and none is made by asking")
    func missingLedger() throws {
        let binary = try BuiltBinary()
        expectOneError(
            try binary.run("compare", "--ledger", "none.sqlite", "--year", "2023", environment: Self.english),
            status: 66, naming: ["none.sqlite"])
        #expect(try binary.names().isEmpty)
    }

    @Test("An output folder that does not exist is named, with exit code 73")
    func missingOutputFolder() throws {
        let binary = try BuiltBinary()
        try binary.write(Self.header + "甲街道,2022,2010301,行政运行,9,9\n甲街道,2023,2010301,行政运行,10,11\n", to: "lines.csv")
        let result = try binary.run(
            "compare", "--input", "lines.csv", "--year", "2023", "--output", "nowhere/a.csv", environment: Self.english)
        expectOneError(result, status: 73, naming: ["nowhere/a.csv"])
    }
}
