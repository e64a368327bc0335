import Foundation
import Testing

/// Holds the folders of modules against the table of floors in docs/architecture.md.
@Suite("Floors of a module")
struct FolderTableTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folders of a module from the ground up, read from the table `| module | floors |`.
    private static func table() throws -> [String: [String]] {
        let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        var table: [String: [String]] = [:]
        for row in page.split(separator: "\n") where row.hasPrefix("| `") {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 2 else { continue }
            table[cells[0].trimmingCharacters(in: ["`"])] = cells[1].split(separator: "·").map {
                $0.trimmingCharacters(in: [" ", "`"])
            }
        }
        return table
    }

    private static func files(of module: String) throws -> [FolderFloors.File] {
        let folder = root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map { file in
            FolderFloors.File(
                path: String(file.path.dropFirst(folder.path.count + 1)),
                text: try String(contentsOf: file, encoding: .utf8))
        }
    }

    @Test("Disclosures stands in the table")
    func tableHoldsTheReader() throws {
        #expect(try Self.table()["Disclosures"]?.first == "Text")
    }

    @Test("No file of a folder names a type of a folder above it")
    func referencesPointDown() throws {
        for (module, floors) in try Self.table() {
            let files = try Self.files(of: module)
            #expect(Set(floors) == Set(files.map(\.folder)), "the folders of \(module)")
            for violation in FolderFloors(floors: floors).violations(in: files) {
                Issue.record("Sources/\(module)/\(violation); docs/architecture.md puts it above")
            }
        }
    }

    private static let ground = FolderFloors.File(path: "Text/Line.swift", text: "public struct Line { var width = 0 }")

    @Test(
        "A reference upward is found wherever code may stand",
        arguments: [
            "struct Line { var page: Page }", "let first = Page.first", "extension Page {}",
            "func text(_ lines: [Line: Page]) {}", "let words = \"page \\(Page.first) of \\(\"\\(2)\")\"",
            "/* no Page */ typealias Sheet = Page",
        ])
    func plantedReferenceIsFound(text: String) {
        let files = [
            FolderFloors.File(path: "Text/Sheet.swift", text: text),
            FolderFloors.File(
                path: "Layout/Deep/Page.swift", text: "@frozen\npublic enum Page { static let first = 1 }"),
        ]
        let floors = FolderFloors(floors: ["Text", "Layout"])
        #expect(floors.violations(in: files) == ["Text/Sheet.swift names Page of Layout"])
    }

    @Test(
        "Words that are no reference upward are passed over",
        arguments: [
            "// of a Page", "/// See ``Page``.\nstruct Sheet {}", "let word = \"Page\"",
            "let long = \"\"\"\n Page \"\n\"\"\"",
            "struct Sheet { enum Page { case first }; var page: Page }", "let other = Line.Page.first",
        ])
    func otherWordsAreNone(text: String) {
        let files = [
            Self.ground, FolderFloors.File(path: "Text/Sheet.swift", text: text),
            FolderFloors.File(path: "Layout/Page.swift", text: "struct Page {}\nprivate struct Inner {}"),
        ]
        #expect(FolderFloors(floors: ["Text", "Layout"]).violations(in: files).isEmpty)
    }

    @Test("References down and on the same floor are allowed; a folder without a floor is none")
    func downIsAllowed() {
        let files = [
            Self.ground, FolderFloors.File(path: "Layout/Page.swift", text: "struct Page { var lines: [Line] }"),
            FolderFloors.File(path: "Layout/Book.swift", text: "struct Book { var pages: [Page] }"),
            FolderFloors.File(path: "Loose.swift", text: "struct Loose {}"),
        ]
        #expect(FolderFloors(floors: ["Text", "Layout"]).violations(in: files) == ["Loose.swift stands on no floor"])
    }
}
