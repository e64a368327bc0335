import Glibc

/// What is done with folders.
package enum Folder {
    /// The names in a folder, in no order; none where it cannot be read.
    package static func names(in folder: String) -> [String] { entries(of: folder)?.map(\.name) ?? [] }

    /// The paths of the files below a folder, relative to it, in no order; links to folders are not gone into.
    ///
    /// A folder below that cannot be read stands among them, so that whoever opens it as a file learns why: nothing is
    /// passed over in silence.
    ///
    /// - Returns: `nil` where the folder itself cannot be read.
    package static func files(below folder: String) -> [String]? {
        guard let entries = entries(of: folder) else { return nil }
        return entries.flatMap { name, isFolder in
            guard isFolder else { return [name] }
            return files(below: folder + "/" + name).map { $0.map { name + "/" + $0 } } ?? [name]
        }
    }

    /// Creates a folder and those above it; one that is there already is left as it is.
    ///
    /// - Throws: ``OutputError`` of kind `cannotCreate`.
    package static func create(_ path: String) throws(OutputError) {
        switch FileEntry(at: path) {
        case .folder: return
        case .file, .other: throw OutputError(.cannotCreate, path, code: ENOTDIR)
        case .nothing: break
        }
        let parent = FileEntry.folder(of: path)
        if parent != path && parent != "." { try create(parent) }
        if mkdir(path, 0o777) != 0 && errno != EEXIST { throw OutputError(.cannotCreate, path, code: errno) }
    }

    /// Removes a folder and all below it; links are removed and not followed.
    static func remove(_ path: String) {
        for (name, isFolder) in entries(of: path) ?? [] {
            if isFolder { remove(path + "/" + name) } else { unlink(path + "/" + name) }
        }
        rmdir(path)
    }

    /// Makes the renaming in a folder last through a power failure; a file system that cannot do so is let be.
    static func synchronize(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func entries(of folder: String) -> [(name: String, isFolder: Bool)]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var entries: [(String, Bool)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." {
                entries.append((name, isFolder(entry.pointee.d_type, folder + "/" + name)))
            }
        }
        return entries
    }

    /// Some file systems do not tell the type along with the name.
    private static func isFolder(_ type: UInt8, _ path: String) -> Bool {
        guard type == UInt8(DT_UNKNOWN) else { return type == UInt8(DT_DIR) }
        var status = stat()
        return lstat(path, &status) == 0 && FileEntry(status) == .folder
    }
}
