import Platform

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
            switch FileEntry(at: path) {
            case .nothing:
                throw WorkbenchError(
                    .noInput, Bilingual("\(path)：没有该文件或文件夹", "\(path): no such file or folder"),
                    advice: Bilingual("请核对路径", "check the path"))
            case .file, .other:
                documents.append(path)
                continue
            case .folder: break
            }
            let found = try documentsBelow(path)
            if found.isEmpty {
                throw WorkbenchError(
                    .noInput, Bilingual("\(path)：文件夹中没有可读取的文件", "\(path): the folder holds no document"),
                    advice: Bilingual("可读取的文件以下列结尾：", "expected files ending in ")
                        + Bilingual(verbatim: endings.sorted().map { "." + $0 }.joined(separator: " ")))
            }
            documents += found
        }
        var seen: Set<String> = []
        return documents.filter { seen.insert($0).inserted }
    }

    private static func documentsBelow(_ folder: String) throws -> [String] {
        guard let files = Folder.files(below: folder) else {
            throw WorkbenchError(
                .noInput, Bilingual("\(folder)：无法打开文件夹", "\(folder): the folder cannot be opened"),
                advice: Bilingual("请检查其权限", "check its permissions"))
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return files.filter { isTaken($0, at: prefix + $0, endings: endings) }.map { prefix + $0 }.sorted()
    }

    /// Whether what was found in a folder is taken for a document: by its ending, and neither hidden nor an office program's
    /// lock. A folder among the files cannot be read or is a link, and is taken so that this is said.
    package static func isTaken(_ relative: String, at path: String, endings: Set<String>) -> Bool {
        let parts = relative.split(separator: "/")
        if parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") }) { return false }
        return endings.contains(parts.last?.split(separator: ".").last.map { $0.lowercased() } ?? "")
            || FileEntry(at: path) == .folder
    }
}
