import Disclosures
import FinalAccounts
import Foundation
import SyntheticDisclosures
import Testing

/// The short form of scripts/accuracy/forms.sh: made-up disclosures in every kind of file.
@Suite("Made-up disclosures in every kind of file")
struct SyntheticFilesTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func form(_ seed: UInt64) throws -> SyntheticForm {
        SyntheticForm(seed: seed, names: try SubjectNames(folder: Self.root.appending(path: "Data/subjects")))
    }

    private func expectAll(_ documents: [[UInt8]], _ ending: String, of form: SyntheticForm) {
        let reader = DisclosureReader(options: ReadOptions(fiscalYear: FiscalYear(form.year)))
        // A table without amounts is no disclosure by itself.
        let read = documents.compactMap { try? reader.read(bytes: $0, file: "决算." + ending) }
        let found = read.reduce(into: Set<String>()) { $0.formUnion(TableCells.found($1.tables, withPages: false)) }
        #expect(found.subtracting(form.expected).sorted().prefix(5) == [])
        #expect(form.expected.subtracting(found).sorted().prefix(5) == [])
        if documents.count == 1 { #expect(read.first?.tables.map(\.kind.rawValue) == form.kinds) }
        #expect(read.flatMap(\.diagnostics).allSatisfy { $0.kind != .unplacedFigure && $0.kind != .wrongEnding })
    }

    @Test("read from pages", arguments: [2, 17, 26, 43] as [UInt64])
    func pages(seed: UInt64) throws {
        let form = try form(seed)
        expectAll([Array(form.files(seed: seed).page().utf8)], "html", of: form)
    }

    @Test("read from pages whose captions are tables of their own", arguments: [4, 6] as [UInt64])
    func captionTables(seed: UInt64) throws {
        let form = try form(seed)
        expectAll([Array(form.html.utf8)], "html", of: form)
    }

    @Test("read from workbooks", arguments: [1, 5, 8, 11] as [UInt64])
    func workbooks(seed: UInt64) throws {
        let form = try form(seed)
        expectAll([try form.files(seed: seed).workbook()], "xlsx", of: form)
    }

    @Test("read from documents", arguments: [3, 13, 61] as [UInt64])
    func documents(seed: UInt64) throws {
        let form = try form(seed)
        expectAll([try form.files(seed: seed).document()], "docx", of: form)
    }

    @Test("read from CSV, a table a file and all in one", arguments: [7, 10] as [UInt64])
    func csv(seed: UInt64) throws {
        let form = try form(seed)
        let files = form.files(seed: seed)
        expectAll(files.sheets.map { Array(files.csv($0).utf8) }, "csv", of: form)
        expectAll([Array(files.csv(separator: ";").utf8)], "csv", of: form)
    }

    @Test(
        "read from the old forms LibreOffice turns",
        .enabled(if: OfficeProgram.isInstalled, "needs LibreOffice with Writer and Calc"),
        arguments: [("xls", 9), ("doc", 13), ("rtf", 8)] as [(String, UInt64)])
    func oldForms(ending: String, seed: UInt64) throws {
        let form = try form(seed)
        let files = form.files(seed: seed)
        let isWorkbook = ending == "xls"
        let bytes = try isWorkbook ? files.workbook() : files.document()
        let old = try OfficeProgram.turned(bytes, from: isWorkbook ? "xlsx" : "docx", to: ending)
        #expect(!old.starts(with: [0x50, 0x4B]))
        expectAll([old], ending, of: form)
    }
}

/// LibreOffice, which makes files in forms that nothing else here writes.
enum OfficeProgram {
    /// Whether both parts are there: Debian has each in a package of its own, and one alone opens half of the forms.
    static let isInstalled = ["soffice", "libswlo.so", "libsclo.so"].allSatisfy {
        FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/" + $0)
    }

    /// A file in another form.
    static func turned(_ bytes: [UInt8], from ending: String, to target: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-turn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: "a." + ending))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", target,
            "--outdir", folder.path, folder.path + "/a." + ending,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Array(try Data(contentsOf: folder.appending(path: "a." + target)))
    }
}
