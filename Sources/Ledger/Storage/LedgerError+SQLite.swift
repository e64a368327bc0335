import GRDB
import Platform

extension LedgerError {
    /// Translates an error out of a database access; a ``LedgerError`` passes as it is.
    init(_ error: any Error, file: String) {
        if let own = error as? LedgerError {
            self = own
        } else if let database = error as? DatabaseError {
            self.init(database, file: file)
        } else if let output = error as? OutputError {
            self.init(output)
        } else {
            self.init(
                .internalFault, file: file, problem: Bilingual("程序内部错误（“\(error)”）", "\(error)"),
                remedy: Bilingual("请连同所用命令一并反馈", "report this with the command that led here"))
        }
    }

    init(_ error: OutputError) {
        self.init(
            error.kind == .cannotCreate ? .cannotCreate : .inputOutput, file: error.path.en,
            problem: error.reason, remedy: error.remedy)
    }

    init(_ error: ReadError) {
        self.init(
            error.kind == .inputOutput ? .inputOutput : .noInput, file: error.file, problem: error.problem,
            remedy: error.remedy)
    }

    private init(_ error: DatabaseError, file: String) {
        let message = error.message ?? "no message"
        let (reason, problem, remedy): (Reason, Bilingual, Bilingual) =
            switch error.resultCode {
            case .SQLITE_FULL:
                (
                    .inputOutput, Bilingual("磁盘已满", "the disk is full"),
                    Bilingual("请腾出空间后重新运行，没有只写一半的内容", "free some space and run again; nothing was half-written")
                )
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
                // The file beside the ledger that readers share cannot grow.
                (
                    .inputOutput, Bilingual("磁盘已满", "the disk is full"),
                    Bilingual("请腾出空间后重新运行，没有只写一半的内容", "free some space and run again; nothing was half-written")
                )
            case .SQLITE_IOERR:
                (
                    .inputOutput, Bilingual("读写失败（“\(message)”）", "reading or writing failed (\(message))"),
                    Bilingual("请检查磁盘，再运行“juesuan ledger verify”", "check the disk, then run 'ledger verify'")
                )
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (
                    .busy, Bilingual("另一进程正在写入此账本", "another process is writing to this ledger"),
                    Bilingual("请待其完成后重新运行", "wait until it has finished and run again")
                )
            case .SQLITE_NOTADB:
                (
                    .notALedger, Bilingual("不是账本", "this is not a ledger"),
                    Bilingual("请给出由“juesuan import”写成的文件", "name a file that 'juesuan import' has written")
                )
            case .SQLITE_CORRUPT:
                (
                    .damaged, Bilingual("文件已损坏（“\(message)”）", "the file is damaged (\(message))"),
                    Bilingual("请用“juesuan ledger restore”恢复备份", "restore a backup with 'ledger restore'")
                )
            case .SQLITE_ERROR:
                // All that is asked of a ledger stands in this program: what SQLite cannot make sense of is the schema.
                (
                    .damaged,
                    Bilingual("其中的表不是账本的表（“\(message)”）", "its tables are not those of a ledger (\(message))"),
                    Bilingual("请用“juesuan ledger restore”恢复备份", "restore a backup with 'ledger restore'")
                )
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
                (
                    .cannotCreate, Bilingual("账本不可写", "the ledger may not be written"),
                    Bilingual("请检查文件及其所在文件夹的权限", "check the permissions of the file and its folder")
                )
            case .SQLITE_CANTOPEN:
                (
                    .cannotCreate, Bilingual("无法打开账本（“\(message)”）", "the ledger cannot be opened (\(message))"),
                    Bilingual("请检查路径及其权限", "check the path and its permissions")
                )
            case .SQLITE_TOOBIG:
                (
                    .invalidData, Bilingual("文字超过账本可容纳的长度", "a text is longer than a ledger can hold"),
                    Bilingual("请缩短文字或拆分文件", "shorten it or split the document")
                )
            case .SQLITE_CONSTRAINT:
                (
                    .invalidData,
                    Bilingual("数据违反账本的规则（“\(message)”）", "the data break a rule of the ledger (\(message))"),
                    Bilingual("请核对文件中的数据", "check the document's figures")
                )
            default:
                (
                    .internalFault, Bilingual("程序内部错误（“\(error)”）", "\(error)"),
                    Bilingual("请连同所用命令一并反馈", "report this with the command that led here")
                )
            }
        self.init(reason, file: file, problem: problem, remedy: remedy)
    }
}
