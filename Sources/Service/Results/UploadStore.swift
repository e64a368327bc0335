import Foundation
import Glibc
import Platform

/// Files that were sent and count for nothing yet, each its sender's alone, in a folder that only the ledger's owner may read.
struct UploadStore: Sendable {
    private let folder: String
    /// After so many seconds a file that was not imported is forgotten.
    private static let memory = 86_400
    /// So many files of one sender are kept at once.
    private static let mostOfOne = 20

    init(ledger: String) { folder = ledger + ".uploads" }

    /// Keeps a file.
    ///
    /// - Parameters:
    ///   - name: what its sender calls it; only its last part counts.
    ///   - member: the number of who sends it.
    /// - Returns: by what it is known: the digest of its bytes, so that who sends it again has the same.
    func keep(_ bytes: [UInt8], named name: String, of member: Int64) throws -> String {
        guard !bytes.isEmpty else {
            throw Problem(
                .unprocessable, Bilingual("文件是空的", "the file is empty"), Bilingual("请重新选择文件", "choose another file"))
        }
        let id = String(ContentHash(of: bytes).description.prefix(32))
        let place = place(id, of: member)
        do {
            try Self.create(folder)
            try makeRoom(for: member)
            try Self.create(place)
            for old in Folder.names(in: place) { FileEntry.remove(place + "/" + old) }
            let path = place + "/" + Self.safe(name)
            FileEntry.createPrivate(path)
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            // What was written in part would be taken for the file by its digest.
            Self.forget(place)
            throw Self.problem(error)
        }
        return id
    }

    /// The path of a file.
    ///
    /// - Throws: ``Problem`` where the sender has none of that name.
    func path(_ id: String, of member: Int64) throws(Problem) -> String {
        let isDigest =
            id.utf8.count == 32 && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest, let name = Folder.names(in: place(id, of: member)).first else {
            throw Problem(
                .notFound, Bilingual("没有此上传文件，或已导入、已过期", "there is no such upload, or it was imported or is too old"),
                Bilingual("请重新上传", "send it again"))
        }
        return place(id, of: member) + "/" + name
    }

    /// Forgets a file.
    func remove(_ id: String, of member: Int64) { Self.forget(place(id, of: member)) }

    /// Why a file could not be kept, in words that tell nothing of the machine's places.
    static func problem(_ error: any Error) -> Problem {
        let (cause, remedy) =
            switch cause(of: error) {
            case ENOSPC, EDQUOT, EFBIG:
                (
                    Bilingual("磁盘空间不足", "there is no room on the disk"),
                    Bilingual("请告知管理员腾出空间后重新上传", "have whoever runs the service make room, and send it again")
                )
            case EACCES, EPERM, EROFS:
                (
                    Bilingual("服务无权写入存放上传文件的文件夹", "the service may not write to the folder of uploads"),
                    Bilingual("请告知管理员检查文件夹的权限", "have whoever runs the service see to the folder's permissions")
                )
            case EMFILE, ENFILE:
                (
                    Bilingual("服务打开的文件过多", "the service has too many files open"),
                    Bilingual("请稍后重试", "try again later")
                )
            case ENOTDIR, EEXIST:
                (
                    Bilingual("存放上传文件之处有其他文件", "something else lies where uploads are kept"),
                    Bilingual("请告知管理员移开该文件", "have whoever runs the service move it away")
                )
            case let number?:
                (
                    Bilingual("系统报告错误 \(number)", "the system reports error \(number)"),
                    Bilingual("请将此数字告知管理员", "tell whoever runs the service that number")
                )
            case nil:
                (
                    Bilingual("原因不明", "nobody knows why"),
                    Bilingual("请将请求编号告知管理员", "tell whoever runs the service the number of the request")
                )
            }
        return Problem(.unavailable, Bilingual("文件未能存下：", "the file could not be kept: ") + cause, remedy)
    }

    /// The system's number of an error, which Foundation wraps in its own.
    private static func cause(of error: any Error) -> Int32? {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        if let below = error.userInfo[NSUnderlyingErrorKey] as? NSError { return cause(of: below) }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteNoPermission: return EACCES
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileWriteFileExists: return EEXIST
        default: return nil
        }
    }

    private static func create(_ path: String) throws {
        guard FileEntry(at: path) != .folder else { return }
        guard mkdir(path, 0o700) != 0 else { return }
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
    }

    /// One that is gone already is forgotten; what cannot be removed now is when the next file comes.
    private static func forget(_ path: String) {
        do { try FileManager.default.removeItem(atPath: path) } catch {}
    }

    /// What is said of a file without the folder that it lies in: people know it by the name it was sent by.
    static func hidingFolders(in words: Bilingual) -> Bilingual {
        func named(_ text: String) -> String { text.replacing(/[^\s“”'"]*\.uploads\/[0-9]+-[0-9a-f]{32}\//, with: "") }
        return Bilingual(named(words.zhHans), named(words.en))
    }

    private func place(_ id: String, of member: Int64) -> String { "\(folder)/\(member)-\(id)" }

    /// Forgets what is too old, and the oldest of a sender who has too many.
    private func makeRoom(for member: Int64) throws {
        let found = Folder.names(in: folder).map { name -> (name: String, age: Int) in
            let path = folder + "/" + name
            let made =
                (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) ?? .distantPast
            return (name, Int(-made.timeIntervalSinceNow))
        }
        let own = found.filter { $0.name.hasPrefix("\(member)-") }.sorted { $0.age > $1.age }
        let old = found.filter { $0.age > Self.memory } + own.prefix(max(0, own.count - Self.mostOfOne + 1))
        for (name, _) in old { Self.forget(folder + "/" + name) }
    }

    /// A name that is one part of a path and hides nothing.
    static func safe(_ name: String) -> String {
        let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        var short = VisibleText.singleLine(last).trimmed
        while short.hasPrefix(".") { short.removeFirst() }
        while short.utf8.count > 180 { short.removeFirst() }
        return short.isEmpty ? "upload" : short
    }
}
