import Foundation
import Testing

/// Holds the page of every product against its example, which is compiled and run here.
@Suite("Pages of the modules")
struct ModulePageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The lines of all blocks of one language, those that only import modules left out.
    private static func blocks(_ language: String, of page: String) -> [Substring] {
        var lines: [Substring] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```" + language
            } else if isInside, !line.isEmpty, !line.hasPrefix("import ") {
                lines.append(line)
            }
        }
        return lines
    }

    /// What stands between a module's markers, as far to the left as it goes; empty lines left out.
    private static func example(_ module: String) throws -> [Substring] {
        let lines = try text("Tests/DocumentationTests/ModuleExamples.swift").split(separator: "\n")
        let inside = lines.drop { !$0.hasSuffix("// begin " + module) }.dropFirst().prefix { !$0.hasSuffix("// end") }
        return inside.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.dropFirst(8) }
    }

    @Test("Every product has a page and an example")
    func everyProduct() throws {
        let products = try Self.text("Package.swift").matches(of: /\.library\(name: "(\w+)", targets/).map {
            String($0.1)
        }
        #expect(Set(products) == Set(ModuleExamples.all.map(\.module)))
    }

    @Test(
        "The page's code is the example, and what it prints stands on the page", arguments: ModuleExamples.all.indices)
    func page(place: Int) throws {
        let (module, run) = ModuleExamples.all[place]
        let page = try Self.text("Sources/\(module)/Documentation.docc/\(module).md")
        #expect(page.hasPrefix("# ``\(module)``\n"))
        #expect(Self.blocks("swift", of: page) == (try Self.example(module)))
        let examples = ModuleExamples()
        try run(examples)()
        #expect(Self.blocks("text", of: page).map(String.init) == examples.printed)
    }
}
