import Disclosures
import Foundation
import SyntheticDisclosures
import Testing

/// The short form of scripts/accuracy/read.sh: made-up disclosures printed by Chromium and read again.
@Suite("Made-up disclosures printed in varying layouts", .enabled(if: PageProgram.chromium != nil, "needs chromium"))
struct SyntheticFormTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("read to the figures they were printed from", arguments: [2, 10, 14] as [UInt64])
    func cells(seed: UInt64) throws {
        let names = try SubjectNames(folder: Self.root.appending(path: "Data/subjects"))
        let form = SyntheticForm(seed: seed, names: names)
        let folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-form-\(seed)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let disclosure = try DisclosureReader().read(file: PageProgram.print(form.html, in: folder))
        let found = TableCells.found(disclosure.tables, withPages: false)
        #expect(found.subtracting(form.expected).sorted().prefix(5) == [])
        #expect(form.expected.subtracting(found).sorted().prefix(5) == [])
        #expect(form.expected.count > 150)
        #expect(disclosure.unit?.name == form.unit)
    }
}
