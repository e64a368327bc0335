import Glibc

/// Which files this program wrote, by digest: a file that a person has changed since, or made, is theirs and never
/// overwritten or deleted.
///
/// Every folder that is written into has a record of its own, `.juesuan-written`, with a line for each file that was put
/// there: digest and name, as `sha256sum` prints and checks them. It is written before the file gets its name, so that a
/// process that is killed leaves no file behind that would pass for a person's; and it moves along with the folder.
package enum WrittenFiles {
    /// The record's name.
    package static let recordName = ".juesuan-written"

    /// Whether a file is as this program wrote it.
    package static func isOwn(_ path: String) -> Bool {
        guard let digest = digest(of: path) else { return false }
        return entries(beside: path).contains { $0.name == FileEntry.name(of: path) && $0.digest == digest }
    }

    /// Takes a file for one of this program's, where a person says so: what is there may go.
    package static func adopt(_ path: String) {
        if let digest = digest(of: path), !isOwn(path) { note(digest, at: path) }
    }

    /// Puts a file that is not as this program wrote it out of the way: `draft.xlsx` becomes `draft-edited-1.xlsx`.
    ///
    /// - Returns: the name it has now; `nil` where there was nothing to keep.
    /// - Throws: ``OutputError`` where it cannot be renamed.
    package static func keepAside(_ path: String) throws(OutputError) -> String? {
        guard case .file = FileEntry(at: path), !isOwn(path) else { return nil }
        let dot = path.lastIndex(of: ".").flatMap { path[$0...].contains("/") ? nil : $0 } ?? path.endIndex
        for number in 1... {
            let kept = path[..<dot] + "-edited-\(number)" + path[dot...]
            // A link fails where the name is taken, which renaming does not.
            if link(path, String(kept)) == 0 {
                FileEntry.remove(path)
                return FileEntry.name(of: String(kept))
            }
            guard errno == EEXIST else { break }
        }
        throw OutputError(.cannotCreate, path, code: errno)
    }

    /// Makes sure that a file may be replaced.
    ///
    /// - Throws: ``OutputError`` for one that is not as this program wrote it.
    static func checkReplacing(_ path: String) throws(OutputError) {
        guard case .file(let size) = FileEntry(at: path), size > 0, isRecorded(path), !isOwn(path) else { return }
        throw OutputError(
            kind: .cannotCreate, path: path,
            reason: Bilingual(
                "已有同名文件，且不是本程序所写或写后有改动", "a file of this name is there that was made or changed by someone else"),
            remedy: Bilingual("请另取文件名，或用 --force 覆盖", "choose another name, or replace it with --force"))
    }

    /// Notes what is about to get a name.
    static func note(_ digest: ContentHash, at path: String) {
        let name = FileEntry.name(of: path)
        guard isRecorded(path), !name.contains("\n"),
            entries(beside: path).last(where: { $0.name == name })?.digest != digest
        else { return }
        compact(beside: path)
        let line = Array((digest.description + "  " + name + "\n").utf8)
        let descriptor = open(record(beside: path), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return }
        // Without a line the file passes for a person's, which loses nothing.
        _ = line.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
        close(descriptor)
    }

    /// Files under working names are nobody's but this program's.
    private static func isRecorded(_ path: String) -> Bool { !FileEntry.name(of: path).hasPrefix(".juesuan-") }

    private static func record(beside path: String) -> String { FileEntry.folder(of: path) + "/" + recordName }

    private static func digest(of path: String) -> ContentHash? {
        do { return try ContentHash(ofFileAt: path) } catch { return nil }
    }

    // MARK: The record

    private struct Entry: Hashable {
        var digest: ContentHash
        var name: Substring
    }

    private static func entries(beside path: String) -> [Entry] {
        let text: String
        do throws(ReadError) { text = try SourceFile.settings(record(beside: path)) } catch { return [] }
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "  ", maxSplits: 1)
            guard parts.count == 2, let digest = ContentHash(hexadecimal: parts[0]) else { return nil }
            return Entry(digest: digest, name: parts[1])
        }
    }

    /// Keeps the two latest digests of each name: a process may have been killed between noting and renaming.
    private static func compact(beside path: String) {
        let entries = entries(beside: path)
        guard entries.count > Self.longest else { return }
        var counts: [Substring: Int] = [:]
        let kept = entries.reversed().filter { entry in
            counts[entry.name, default: 0] += 1
            return counts[entry.name, default: 0] <= 2
        }
        guard kept.count < entries.count else { return }
        let name = WorkingName(beside: record(beside: path)).path
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return }
        let text = kept.reversed().map { $0.digest.description + "  " + $0.name + "\n" }.joined()
        let code = Array(text.utf8).withUnsafeBytes { Descriptor.write($0, to: descriptor) }
        close(descriptor)
        if code != 0 || rename(name, record(beside: path)) != 0 { unlink(name) }
    }

    /// Lines from which on a record is looked through; a folder of a year's outputs has a dozen files.
    private static let longest = 200
}
