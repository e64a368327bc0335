import Foundation
import Reporting

/// A draft workbook that a batch is about to write again.
struct EditedWorkbook {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Puts a workbook that a person has worked in out of the way.
    ///
    /// - Returns: the name it has now; `nil` where there was nothing to keep.
    /// - Throws: what renaming it throws.
    func keepAside() throws -> String? {
        let files = FileManager.default
        guard files.fileExists(atPath: path), let edited = try? EditedDraft(file: path), edited.hasDecisions else {
            return nil
        }
        let stem = path.hasSuffix(".xlsx") ? String(path.dropLast(5)) : path
        var number = 1
        while files.fileExists(atPath: "\(stem)-edited-\(number).xlsx") { number += 1 }
        let kept = "\(stem)-edited-\(number).xlsx"
        try files.moveItem(atPath: path, toPath: kept)
        return kept.split(separator: "/").last.map(String.init)
    }
}
