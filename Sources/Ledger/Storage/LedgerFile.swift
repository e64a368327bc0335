import Platform

/// Tells a ledger from other files by its first hundred bytes, before SQLite touches it.
///
/// The layout is that of the SQLite file format, section 1.3: the format's name at 0, the application id, four
/// bytes with the highest first, at 68.
enum LedgerFile {
    private static let formatName = Array("SQLite format 3\0".utf8)

    /// - Throws: ``LedgerError`` of kind `noInput` or `notALedger` where `path` is no ledger.
    static func check(_ path: String) throws(LedgerError) {
        switch FileEntry(at: path) {
        case .nothing:
            throw LedgerError(
                .noInput, file: path, problem: Bilingual("没有该文件", "there is no such file"),
                remedy: Bilingual(
                    "请用“juesuan import”建立账本，或用 --ledger 指定",
                    "make a ledger with 'juesuan import', or name one with --ledger"))
        case .folder, .other:
            throw LedgerError(
                .notALedger, file: path,
                problem: Bilingual("这是文件夹或设备，不是账本", "this is a folder or a device, not a ledger"),
                remedy: Bilingual("请给出账本文件", "name a ledger file"))
        case .file:
            break
        }
        let header: [UInt8]
        do throws(ReadError) { header = try KeptDescriptors.beginning(of: path, bytes: 100) } catch {
            throw LedgerError(error)
        }
        guard header.count == 100, header.starts(with: formatName) else {
            throw LedgerError(
                .notALedger, file: path,
                problem: Bilingual("不是账本（不是 SQLite 文件）", "this is not a ledger (it is no SQLite file)"),
                remedy: Bilingual("请给出由“juesuan import”写成的文件", "name a file that 'juesuan import' has written"))
        }
        let identity = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard identity == UInt32(bitPattern: LedgerSchema.applicationID) else {
            throw LedgerError(
                .notALedger, file: path,
                problem: Bilingual("这是其他程序的 SQLite 文件，不是账本", "this is an SQLite file of another program, not a ledger"),
                remedy: Bilingual("请给出由“juesuan import”写成的文件", "name a file that 'juesuan import' has written"))
        }
    }

    /// Whether a ledger that is only read may be opened as one that others write: SQLite then makes files beside it, which a
    /// folder that is not to be written to should not get, whoever asks.
    static func mayBeShared(_ path: String) -> Bool {
        FileEntry.mayBeWritten(path) && FileEntry.mayBeWritten(FileEntry.folder(of: path))
    }

    /// Whether a ledger may be written: its file by its mode, its folder by whether files can be made there.
    static func mayBeWritten(_ path: String) -> Bool {
        FileEntry.mayBeWritten(path) && FileEntry.admitsFiles(FileEntry.folder(of: path))
    }

    static func mayNotBeWritten(_ path: String) -> LedgerError {
        LedgerError(
            .cannotCreate, file: path, problem: Bilingual("账本不可写", "the ledger may not be written"),
            remedy: Bilingual("请检查文件及其所在文件夹的权限", "check the permissions of the file and its folder"))
    }

    /// The address by which SQLite opens a file that it takes for unchanging: it locks nothing and makes nothing beside it.
    static func unchangingAddress(of path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
        let escaped = path.utf8.map { byte -> String in
            if plain.contains(byte) { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return "file:" + escaped.joined() + "?immutable=1"
    }
}
