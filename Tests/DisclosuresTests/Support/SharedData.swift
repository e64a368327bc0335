import Foundation
import Testing

/// The real documents beside the repository; absent on a newcomer's machine.
enum SharedData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/disclosures")

    static func path(_ name: String) -> String { folder.appending(path: name).path }

    static let isPresent = FileManager.default.fileExists(atPath: path("qingling-2023.txt"))
    static let reason: Comment = "../shared/disclosures is not here"
}
