import Foundation

/// Turns the paths a person names into the documents to read.
package enum DocumentPaths {
    /// The endings of documents that can be read, without their dot.
    package static let endings: Set<String> = [
        "txt", "csv", "tsv", "pdf", "xlsx", "xlsm", "html", "htm", "docx", "docm", "doc", "xls", "wps", "et", "rtf",
        "odt", "ods", "mht",
    ]

    /// The documents below the given paths, each folder's in order of path.
    ///
    /// A file that is named is taken whatever its ending; in a folder only files of a readable ending are, and
    /// hidden ones are left out.
    ///
    /// - Throws: ``WorkbenchError`` for a path that does not exist and for a folder without documents.
    package static func expand(_ paths: [String]) throws -> [String] {
        var documents: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw WorkbenchError(.noInput, "\(path): no such file or folder", advice: "check the path")
            }
            if !isFolder.boolValue {
                documents.append(path)
                continue
            }
            let found = try documentsBelow(path)
            if found.isEmpty {
                throw WorkbenchError(
                    .noInput, "\(path): the folder holds no document",
                    advice: "expected files ending in " + endings.sorted().map { "." + $0 }.joined(separator: " "))
            }
            documents += found
        }
        var seen: Set<String> = []
        return documents.filter { seen.insert($0).inserted }
    }

    private static func documentsBelow(_ folder: String) throws -> [String] {
        guard let files = FileManager.default.enumerator(atPath: folder) else {
            throw WorkbenchError(.noInput, "\(folder): the folder cannot be opened", advice: "check its permissions")
        }
        var found: [String] = []
        for case let name as String in files {
            let parts = name.split(separator: "/")
            if parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") }) { continue }
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            if endings.contains(ending) { found.append(folder.hasSuffix("/") ? folder + name : folder + "/" + name) }
        }
        return found.sorted()
    }
}
