import Foundation
import Testing

/// The real documents beside the repository; absent on a newcomer's machine.
enum SharedData {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ name: String) -> String {
        root.deletingLastPathComponent().appending(path: "shared/disclosures/\(name)").path
    }

    static let isPresent = FileManager.default.fileExists(atPath: path("qingling-2023.txt"))
    static let reason: Comment = "../shared/disclosures is not here"
}
