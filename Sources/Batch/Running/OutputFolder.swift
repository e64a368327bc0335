import Ledger
import Platform

/// The folder a batch writes into.
struct OutputFolder {
    let path: String
    /// Keeps other batches out of the folder, whatever ledger they have.
    private let claim: FileClaim

    /// Makes the folder if need be, removes what a killed process left half-written, and sees whether it can be
    /// written to.
    ///
    /// - Throws: `OutputError`, of kind `busy` while another batch writes into it.
    init(preparing path: String) throws(OutputError) {
        try Folder.create(path)
        guard let claim = FileClaim(on: path + "/.") else {
            throw OutputError(
                kind: .busy, path: path, reason: Bilingual("另一批处理正在写入此文件夹", "another batch writes into this folder"),
                remedy: Bilingual(
                    "请待其完成，或在 output 下另指定文件夹", "wait until it has finished, or name another folder under 'output'"))
        }
        self.path = path
        self.claim = claim
        removeLeftovers()
        try probe()
    }

    /// Lets other batches into the folder.
    func release() { claim.release() }

    /// Writes and removes a file, to tell a disk that is full or read-only from a fault of one unit.
    ///
    /// - Throws: `OutputError`.
    func probe() throws(OutputError) {
        defer { FileEntry.remove(probed) }
        do throws(OutputError) {
            try AtomicFile.write([UInt8](repeating: 0x20, count: 1 << 16), to: probed)
        } catch {
            throw OutputError(kind: error.kind, path: path, reason: error.reason, remedy: error.remedy)
        }
    }

    /// Whether files can be written to the folder.
    var canBeWritten: Bool {
        do {
            try probe()
            return true
        } catch {
            return false
        }
    }

    /// The folder of a unit, by name; made if need be.
    ///
    /// - Throws: `OutputError`.
    func makeFolder(named name: String) throws(OutputError) -> String {
        let folder = path + "/" + name
        try Folder.create(folder)
        return folder
    }

    /// The digest of a file of the folder; `nil` when it is not there.
    func hash(of file: String) -> ContentHash? {
        place(of: file).flatMap { try? ContentHash(ofFileAt: $0) }
    }

    /// Where a file of the folder is; `nil` for a path that leads out of it. Such paths come from the ledger, which anybody may have
    /// written to, and what they name is removed.
    private func place(of file: String) -> String? {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
        var place = path
        for part in parts.dropLast() {
            place += "/" + part
            guard !FileEntry.isLink(place) else { return nil }
        }
        return path + "/" + file
    }

    /// Whether files are there as they were written.
    func holds(_ outputs: [BatchTask.Output]) -> Bool {
        outputs.allSatisfy { hash(of: $0.path)?.description == $0.hash }
    }

    /// Removes files that an earlier run made and this one no longer does.
    ///
    /// - Returns: those that stay, since a person has changed them; what is not in the folder stays, too.
    func remove(_ outputs: [BatchTask.Output], except kept: [BatchTask.Output]) -> [String] {
        let names = Set(kept.map(\.path))
        var changed: [String] = []
        for output in outputs where !names.contains(output.path) {
            guard let place = place(of: output.path), let found = hash(of: output.path) else { continue }
            if found.description == output.hash { FileEntry.remove(place) } else { changed.append(output.path) }
        }
        return changed
    }

    /// Takes for this program's what an earlier version wrote, which kept its digests in the journal alone.
    func adopt(_ outputs: [BatchTask.Output]) {
        for output in outputs where hash(of: output.path)?.description == output.hash {
            WrittenFiles.adopt(path + "/" + output.path)
        }
    }

    /// Removes temporary files of atomic writing that nobody writes any more.
    private func removeLeftovers() {
        FileEntry.remove(probed)
        for folder in [path] + Folder.names(in: path).map({ path + "/" + $0 }) {
            WorkingName.removeLeftovers(in: folder)
        }
    }

    private var probed: String { path + "/.juesuan-probe" }
}
