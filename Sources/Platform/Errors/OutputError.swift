import Glibc

/// Why a file could not be written, where, and what to do about it.
package struct OutputError: ExplainedError, Hashable {
    /// ``ErrorKind/cannotCreate`` where there is no such folder, no permission, a folder in its place;
    /// ``ErrorKind/inputOutput`` where not all of it could be written: disk full, device error;
    /// ``ErrorKind/unavailable`` where the program that makes it is not installed or failed.
    package let kind: ErrorKind
    /// The file that was to be written.
    package let path: Bilingual
    /// Why not.
    package let reason: Bilingual
    /// What to do.
    package let remedy: Bilingual

    package init(kind: ErrorKind, path: Bilingual, reason: Bilingual, remedy: Bilingual) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    package init(kind: ErrorKind, path: String, reason: Bilingual, remedy: Bilingual) {
        self.init(kind: kind, path: Bilingual(verbatim: path), reason: reason, remedy: remedy)
    }

    /// An error with the system's reason and the remedy that goes with it.
    ///
    /// - Parameter code: the system's number of it, `errno`.
    package init(_ kind: ErrorKind, _ path: Bilingual, code: Int32) {
        let remedy =
            switch code {
            case ENOENT: Bilingual("请先建立该文件夹，或另选路径", "create the folder first or choose another path")
            case EACCES, EPERM: Bilingual("请选择有写入权限的文件夹", "choose a folder you may write to")
            case EROFS: Bilingual("该文件系统为只读，请另选文件夹", "the file system is read-only; choose another folder")
            case ENOSPC, EDQUOT: Bilingual("请腾出磁盘空间后重新运行，原文件未改动", "free some space and run again; nothing was changed")
            case EISDIR: Bilingual("已有同名文件夹，请另取文件名", "a folder has this name; choose another file name")
            case ENOTDIR: Bilingual("应为文件夹之处是一个文件，请另选路径", "a file stands where a folder is needed; choose another path")
            case ENAMETOOLONG: Bilingual("请缩短文件名", "choose a shorter name")
            default: Bilingual("请检查磁盘后重新运行，原文件未改动", "check the disk and run again; nothing was changed")
            }
        self.init(kind: kind, path: path, reason: SystemReason.words(code), remedy: remedy)
    }

    package init(_ kind: ErrorKind, _ path: String, code: Int32) {
        self.init(kind, Bilingual(verbatim: path), code: code)
    }

    /// The path.
    package var location: Bilingual? { path }
    /// What could not be done, and why.
    package var problem: Bilingual { reason.at(action) }

    /// One sentence that says where, what and what to do.
    package var sentence: Bilingual {
        Bilingual(
            "\(action.zhHans)“\(path.zhHans)”：\(reason.zhHans)；\(remedy.zhHans)",
            "\(action.en) '\(path.en)': \(reason.en); \(remedy.en)")
    }

    private var action: Bilingual {
        switch kind {
        case .cannotCreate: Bilingual("无法创建", "cannot create")
        case .unavailable: Bilingual("无法生成", "cannot make")
        default: Bilingual("无法写入", "cannot write")
        }
    }
}
