import Foundation
import Testing

/// The pages of the handbook: every command on them is run as it stands, in the order of the page.
@Suite("The handbook, command by command", .enabled(if: Program.exists("pdftotext"), "poppler-utils is not installed"))
struct HandbookTests {
    private static let pages = ["README", "officer", "reviewer", "operator"]

    /// The blocks that are there to be pasted.
    private static func blocks(_ page: String) throws -> [String] {
        let text = try String(contentsOf: BuiltBinary.package.appending(path: "docs/\(page).md"), encoding: .utf8)
        return text.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    /// Commands without what is said behind them.
    private static func commands(_ blocks: [String]) -> [String] {
        blocks.flatMap { $0.split(separator: "\n") }.map { line in
            (line.components(separatedBy: "  #").first ?? "").trimmingCharacters(in: .whitespaces)
        }
    }

    @Test("Both languages have the same commands", arguments: pages)
    func sameCommands(page: String) throws {
        let (chinese, english) = (try Self.blocks("zh-CN/\(page)"), try Self.blocks("handbook/\(page)"))
        #expect(!chinese.isEmpty && Self.commands(chinese) == Self.commands(english))
    }

    @Test("Every command works as it is written; what a check finds is no failure", arguments: pages)
    func commandsRun(page: String) throws {
        let binary = try BuiltBinary()
        try FileManager.default.createSymbolicLink(
            at: binary.folder.appending(path: "Data"), withDestinationURL: BuiltBinary.package.appending(path: "Data"))
        let blocks = try Self.blocks("zh-CN/\(page)")
        for block in blocks {
            // A command that fails otherwise than by what it found ends the block.
            let script = """
                juesuan() { "$JUESUAN" "$@" || { code=$?; [ $code -eq 1 ] || { echo "$*: $code" >&2; exit $code; }; }; }
                set -e
                \(block)
                """
            let result = try binary.shell(script)
            #expect(result.status == 0, "\(block)\n\(result.errors)")
        }
        for picture in try pictures(of: "zh-CN/\(page)") + pictures(of: "handbook/\(page)") {
            #expect(FileManager.default.fileExists(atPath: BuiltBinary.package.appending(path: "docs/\(picture)").path))
        }
    }

    @Test("Every reference page begins with a summary in Chinese")
    func summaries() throws {
        let folder = BuiltBinary.package.appending(path: "docs")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            // The table of terms is in both languages throughout.
            $0.hasSuffix(".md") && $0 != "terminology.md"
        }
        #expect(pages.count > 20)
        for page in pages {
            let paragraphs = try String(contentsOf: folder.appending(path: page), encoding: .utf8).components(
                separatedBy: "\n\n")
            #expect(paragraphs.count > 2 && paragraphs[1].hasPrefix("中文摘要："), "docs/\(page)")
        }
    }

    private func pictures(of page: String) throws -> [String] {
        let text = try String(contentsOf: BuiltBinary.package.appending(path: "docs/\(page).md"), encoding: .utf8)
        return text.matches(of: /\(\.\.\/(images\/[a-z-]+\.png)\)/).map { String($0.output.1) }
    }
}
