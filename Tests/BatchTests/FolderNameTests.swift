import FinalAccounts
import Testing

@testable import Batch

@Suite("Folders of units")
struct FolderNameTests {
    private func names(_ units: [String]) -> [String] {
        let names = FolderName.names(of: units.map { BudgetUnit($0) })
        return units.compactMap { names[BudgetUnit($0)] }
    }

    @Test("A plain name is the folder's name")
    func plain() {
        #expect(names(["青菱街道办事处", "规划局"]) == ["青菱街道办事处", "规划局"])
    }

    @Test(
        "A name cannot leave the output folder or hide in it", arguments: ["../x", "a/b", "..", ".x", "a\u{0}b", "a:b"])
    func hostile(name: String) throws {
        let folder = try #require(names([name]).first)
        #expect(!folder.contains("/"))
        #expect(!folder.hasPrefix("."))
        #expect(!folder.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test("Names that would fall together are kept apart")
    func collisions() {
        let folders = names(["a/b", "a:b", "a_b", "A_B"])
        #expect(Set(folders.map { $0.lowercased() }).count == 4)
    }

    @Test("A long name fits into a file system")
    func long() throws {
        let folder = try #require(names([String(repeating: "局", count: 300)]).first)
        #expect(folder.utf8.count <= 255)
    }
}
