import FinalAccounts
import Foundation
import Testing

@Suite("Version")
struct VersionTests {
    @Test("is that of the topmost heading of the changelog, and closed versions have a date")
    func changelog() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "CHANGELOG.md"), encoding: .utf8)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
        let isOpen = Version.current.hasSuffix("-dev")
        let number = isOpen ? Version.current.dropLast(4) : Version.current[...]
        let first = try #require(headings.first)
        #expect(isOpen ? first == "\(number) (open)" : first.hasPrefix("\(number) ("))
        for heading in headings.dropFirst(isOpen ? 1 : 0) {
            #expect(try heading.wholeMatch(of: Regex(#"\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)"#)) != nil, "\(heading)")
        }
    }
}
