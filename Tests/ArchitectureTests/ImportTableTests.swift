import Foundation
import Testing

/// Holds every `import` in `Sources` against the table of modules in docs/architecture.md.
@Suite("Architecture")
struct ImportTableTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What a module may import from this package, read from the table `| module | holds | imports |`.
    private static func allowedImports() throws -> [String: Set<String>] {
        let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        var table: [String: Set<String>] = [:]
        for row in page.split(separator: "\n") where row.hasPrefix("| `") {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3 else { continue }
            let module = cells[0].trimmingCharacters(in: ["`"])
            let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: [" ", "`"]) }
            table[module] = Set(names.filter { $0 != "–" })
        }
        return table
    }

    private static func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path).sorted()
    }

    private static func lines(of module: String) throws -> [(file: String, line: Substring)] {
        let folder = root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { (file.lastPathComponent, $0) }
        }
    }

    private static func imports(of module: String) throws -> [(file: String, name: String)] {
        try lines(of: module).compactMap { file, line in importedModule(line: line).map { (file, $0) } }
    }

    private static func importedModule(line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), words.prefix(position).allSatisfy(isImportPrefix),
            let target = words[(position + 1)...].first(where: { !isImportKind($0) })
        else { return nil }
        return String(target.prefix { $0 != "." })
    }

    private static func isImportPrefix(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
    }

    private static func isImportKind(_ word: Substring) -> Bool {
        ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"].contains(word)
    }

    @Test("Every module of the package stands in the table of the architecture page")
    func tableIsComplete() throws {
        #expect(Set(try Self.modules()).subtracting(try Self.allowedImports().keys).isEmpty)
    }

    @Test("Only products declare anything public")
    func publicIsForProducts() throws {
        let package = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let products = Set(package.matches(of: /\.library\(name: "(\w+)"/).map { String($0.1) })
        #expect(!products.isEmpty)
        // The program conforms public types to public protocols, whose requirements have to be public too.
        for module in try Self.modules() where !products.contains(module) && module != "juesuan" {
            for (file, line) in try Self.lines(of: module) where line.contains(#/^\s*(@\w+ )*public /#) {
                Issue.record("Sources/\(module)/\(file) is of no product: \(line)")
            }
        }
    }

    @Test("No file imports a module of the package that the table does not allow")
    func importsFollowTheTable() throws {
        let table = try Self.allowedImports()
        let own = Set(try Self.modules())
        for module in own {
            for (file, name) in try Self.imports(of: module) where own.contains(name) {
                #expect(
                    table[module]?.contains(name) == true,
                    "Sources/\(module)/\(file) imports \(name); docs/architecture.md does not allow it")
            }
        }
    }

    @Test(
        "The reader of imports sees plain, attributed and scoped ones, and no other words",
        arguments: [
            ("import CLAPACKE", "CLAPACKE"), ("@testable import Ledger", "Ledger"),
            ("public import struct FinalAccounts.Amount", "FinalAccounts"), ("  @preconcurrency import GRDB", "GRDB"),
            ("// an import of goods", nil), ("let import = 1", nil),
        ])
    func readerSeesImports(line: String, module: String?) {
        #expect(Self.importedModule(line: Substring(line)) == module)
    }
}
