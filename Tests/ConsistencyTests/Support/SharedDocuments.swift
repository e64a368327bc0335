import Consistency
import Disclosures
import FinalAccounts
import Foundation
import Testing

/// The real disclosures beside the repository, and the data in it.
enum SharedDocuments {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ name: String) -> String {
        root.deletingLastPathComponent().appending(path: "shared/disclosures/\(name)").path
    }

    static let arePresent = FileManager.default.fileExists(atPath: path("qingling-2023.txt"))
    static let reason: Comment = "../shared/disclosures is not here"

    /// The characters that are alike.
    static func characters() throws -> LikeCharacters {
        let file = root.appending(path: "Data/characters/alike.tsv")
        return try LikeCharacters(parsing: String(contentsOf: file, encoding: .utf8))
    }

    /// The functional classification that ships with the project.
    static func subjects() throws -> SubjectDictionary {
        let file = root.appending(path: "Data/subjects/functional.tsv")
        return try SubjectDictionary(parsing: String(contentsOf: file, encoding: .utf8))
    }
}
